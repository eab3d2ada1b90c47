package collapselab.kernel.data;

import collapselab.kernel.data.Decimals.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What stands in a table: its first row, and of the rows below what each column holds. */
final class TableProfile implements CsvRows.Visitor {
    private final Lines empty = new Lines();
    private List<ColumnProfile> columns = List.of();
    private long firstLine;
    private long secondLine;

    private TableProfile() {}

    /** Looks at all rows; at the first one as one of values only if there is no other. */
    static TableProfile of(CsvRows rows) {
        TableProfile profile = new TableProfile();
        rows.visit(profile);
        if (profile.secondLine == 0) {
            profile.columns.forEach(column -> column.add(profile.firstLine, column.first()));
        }
        return profile;
    }

    @Override
    public void take(long line, String[] values) {
        if (firstLine == 0) {
            firstLine = line;
            long unnamed = Arrays.stream(values).takeWhile(String::isBlank).count();
            columns = IntStream.range(0, values.length)
                    .mapToObj(place -> new ColumnProfile(place, values[place].strip(), place < unnamed))
                    .toList();
            return;
        }
        secondLine = secondLine == 0 ? line : secondLine;
        for (ColumnProfile column : columns) {
            column.add(line, values[column.place()]);
        }
    }

    @Override
    public void pass(long line) {
        empty.add(line);
    }

    /** The columns, in their order; none where there is no row. */
    List<ColumnProfile> columns() {
        return columns;
    }

    /** The columns that hold numbers. */
    List<ColumnProfile> numeric() {
        return columns.stream().filter(ColumnProfile::isNumeric).toList();
    }

    /**
     * Whether the first row names columns: it has a word above numbers, or above a column that is asked for; or it has nothing,
     * or what means row numbers, above what only tells rows apart; or it counts columns from 0.
     *
     * @param places the columns that are asked for
     */
    boolean namesColumns(List<Integer> places) {
        return columns.stream()
                        .filter(column -> column.isNumeric() || places.contains(column.place()))
                        .anyMatch(ColumnProfile::hasName)
                || (columns.size() > 1 && columns.get(0).labelsRows())
                || (numeric().size() > 2
                        && numeric().get(0).first().equals("0")
                        && countsColumns()
                        && shown().stream().anyMatch(form -> form != Form.WHOLE && form != Form.UNMARKED));
    }

    /** Whether the first row counts the columns of numbers one by one, as years do, or the names that programs give. */
    boolean countsColumns() {
        double[] first = numeric().stream()
                .mapToDouble(column -> Decimals.PLAIN.parse(column.first()).orElse(Double.NaN))
                .toArray();
        return IntStream.range(0, first.length).allMatch(i -> first[i] == Math.rint(first[0]) + i);
    }

    /** The line of the second row; 0 where there is none. */
    long secondLine() {
        return secondLine;
    }

    /** Lines in which nothing stands. */
    Lines empty() {
        return empty;
    }

    /** What tells how numbers are written, of all columns that hold some. */
    Set<Form> shown() {
        Set<Form> shown = Decimals.nothing();
        numeric().forEach(column -> shown.addAll(column.shown()));
        return shown;
    }
}
