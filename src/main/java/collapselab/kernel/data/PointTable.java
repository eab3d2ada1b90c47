package collapselab.kernel.data;

import collapselab.kernel.data.PointColumns.Column;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.ResizableDoubleArray;

/** Points of the user's, read from a CSV file: (n, d) finite numbers, not all points equal. Immutable. */
public final class PointTable {
    /** Squares and their products of larger ones are no longer finite, and of smaller spreads they are 0. */
    private static final double LARGEST = 1e75;

    private static final double SMALLEST = 1 / LARGEST;

    /** Spread over size below which too few digits tell points apart. */
    private static final double FINEST = 1e-9;

    /** Characters of a wrong value that a sentence shows. */
    private static final int SHOWN = 30;

    private final List<String> names;
    private final double[] values;
    private final String checksum;
    private final String choice;
    private final String taken;

    private PointTable(PointColumns columns, double[] values, String checksum) {
        names = columns.chosen().stream().map(Column::name).toList();
        this.values = values;
        this.checksum = checksum;
        choice = columns.choice();
        taken = columns.said(size());
    }

    /**
     * Reads points. Values are separated by tabs, semicolons, commas, bars or blanks, as the first line shows, and may stand in
     * quotes; decimals have a point, or a comma where none separates values. The first row names the columns if one is chosen by
     * such a name, or if it has a word above numbers that does not stand for a missing value.
     *
     * @param file UTF-8, with or without a byte order mark, or UTF-16 with one
     * @param columns names or numbers from 1, with commas between; blank: all columns that hold numbers and do not only count
     *     rows
     * @throws DataException names the file and what to do, and for a value that is missing, not a number or not finite also its
     *     line and column
     */
    public static PointTable read(Path file, String columns) {
        TextFile source = TextFile.read(file);
        CsvRows rows = CsvRows.of(source);
        PointColumns chosen = PointColumns.of(file, rows, columns);
        ResizableDoubleArray values = new ResizableDoubleArray();
        boolean[] pending = {chosen.header()};
        rows.visit((line, row) -> {
            if (!pending[0]) {
                chosen.chosen().forEach(column -> values.addElement(number(rows, line, column, row)));
            }
            pending[0] = false;
        });
        PointTable table = new PointTable(chosen, values.getElements(), source.checksum());
        table.expectSpread(file);
        return table;
    }

    /**
     * The columns of numbers that a file has, as {@link #read} takes them: by name, or by number where that is clearer.
     *
     * @throws DataException if the file cannot be read or has none
     */
    public static List<String> columns(Path file) {
        return PointColumns.offered(file, CsvRows.of(TextFile.read(file)));
    }

    private static double number(CsvRows rows, long line, Column column, String[] row) {
        String text = row[column.index()];
        if (text.isBlank()) {
            throw rows.wrong(line, ", " + column.said() + ": a value is missing");
        }
        String shown = ", " + column.said() + ": \"" + Excerpt.of(text, SHOWN) + "\"";
        double value = column.written()
                .parse(text)
                .orElseThrow(() -> rows.wrong(line, shown + column.written().wrong(text)));
        if (Math.abs(value) > LARGEST) {
            throw rows.wrong(line, shown + " is too large a number (rescale the column to below 1e75)");
        }
        if (value == 0 && Decimals.isNotZero(text)) {
            throw rows.wrong(line, shown + " is too small a number (rescale the column)");
        }
        return value;
    }

    private void expectSpread(Path file) {
        int n = size();
        if (n < 2) {
            throw new DataException(file + " holds " + (n == 0 ? "no point" : "one point")
                    + " where at least 2 are needed; choose another file.");
        }
        int d = dimension();
        if (IntStream.range(d, values.length).allMatch(i -> values[i] == values[i - d])) {
            throw new DataException("All " + Figures.grouped(n) + " points of " + file
                    + " are the same, so there is no spread to lose; choose another file or other columns.");
        }
        IntStream.range(0, d).forEach(axis -> expectMagnitude(file, axis));
    }

    /** Refuses numbers from whose squares or differences nothing would be left; a column may be constant. */
    private void expectMagnitude(Path file, int axis) {
        DoubleSummaryStatistics of = Arrays.stream(axis(axis)).summaryStatistics();
        double spread = of.getMax() - of.getMin();
        String where = "In " + file + " the numbers of " + Column.said(names.get(axis)) + " lie within "
                + String.format(Locale.ROOT, "%.2g", spread);
        if (spread > 0 && spread < SMALLEST) {
            throw new DataException(
                    where + " of each other, too little to be squared; rescale the column to a smaller unit.");
        }
        if (spread > 0 && spread < FINEST * Math.max(Math.abs(of.getMin()), Math.abs(of.getMax()))) {
            throw new DataException(where + " around " + String.format(Locale.ROOT, "%.2g", of.getAverage())
                    + ", too little for the 16 digits of a number; subtract a constant from the column.");
        }
    }

    /** n, how many points there are; at least 2. */
    public int size() {
        return values.length / dimension();
    }

    /** d, how many columns were chosen; at least 1. */
    public int dimension() {
        return names.size();
    }

    /** The columns' names, "column 2" where the file gives none. */
    public List<String> names() {
        return names;
    }

    /** A coordinate of a point, both counted from 0. */
    public double get(int point, int axis) {
        return values[point * dimension() + axis];
    }

    /** All points' coordinates on an axis; a copy. */
    public double[] axis(int axis) {
        return IntStream.range(0, size()).mapToDouble(i -> get(i, axis)).toArray();
    }

    /** The columns as they are asked for, by name or number: read with them, the file gives the same points. */
    public String choice() {
        return choice;
    }

    /**
     * What was taken of the file and what was not: such as {@code 40 points of columns x, y; left out: column 1 (row numbers);
     * passed over: 2 comments (lines 1, 5)}.
     */
    public String taken() {
        return taken;
    }

    /** SHA-256 of the file's bytes, lower-case hexadecimal. */
    public String checksum() {
        return checksum;
    }
}
