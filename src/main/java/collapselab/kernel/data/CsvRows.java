package collapselab.kernel.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of comma-separated values (RFC 4180), all of them equally long. Lines in which nothing stands, and
 * {@link Comments}, are passed over; the first line may be {@code sep=;}.
 */
final class CsvRows {
    /** What is done with a row. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a row.
         *
         * @param line its (last) line in the file, from 1
         * @param values what is in it, without surrounding blanks
         */
        void take(long line, String[] values);

        /** Is told of a line in which nothing stands. */
        default void pass(long line) {}
    }

    /** What spreadsheets put in the first line for each other. */
    private static final Pattern SEPARATOR =
            Pattern.compile("(?i)(\\s*+)\"?sep *=(?: *([;,|:\\t])|( ))\"?[;,\\t ]*(?=[\\r\\n])");

    /** What is quoted, or blanks. */
    private static final Pattern BLANKS = Pattern.compile("(\"[^\"]*+(?:\"\"[^\"]*+)*+\")|[ \\t]++");

    private final TextFile source;
    private final char separator;
    private final String text;
    private final Lines comments;
    private final CSVFormat format;
    private final int width;
    private final int least;
    private final boolean unnamed;

    private CsvRows(TextFile source, char separator, String text, Lines comments) {
        this.source = source;
        this.separator = separator;
        this.text = separator == Separators.BLANKS ? tabbed(text) : text;
        this.comments = comments;
        format = CSVFormat.Builder.create()
                .setDelimiter(separator == Separators.BLANKS ? '\t' : separator)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(false)
                .setCommentMarker(Comments.MARK)
                .get();
        List<String[]> first = first();
        unnamed = first.size() == 2
                && filled(first.get(1)) == filled(first.get(0)) + 1
                && namesFewer(first.get(0))
                && !Arrays.stream(first.get(1)).allMatch(Decimals::isName);
        width = first.isEmpty() ? 0 : first.get(0).length + (unnamed ? 1 : 0);
        least = first.isEmpty() ? 0 : filled(first.get(0));
    }

    static CsvRows of(TextFile source) {
        Matcher declared = SEPARATOR.matcher(source.text());
        if (declared.lookingAt()) {
            int at = declared.end(1);
            char separator = (declared.group(2) == null ? declared.group(3) : declared.group(2)).charAt(0);
            String rest = source.text().substring(0, at)
                    + Comments.MARK
                    + source.text().substring(at + 1);
            return marked(source, separator, rest);
        }
        return marked(source, Separators.of(source.text()), source.text());
    }

    private static CsvRows marked(TextFile source, char separator, String text) {
        Comments comments = Comments.of(text, separator);
        String marked = comments.marked();
        return new CsvRows(source, separator, marked, comments.lines());
    }

    private static String tabbed(String text) {
        return BLANKS.matcher(text).replaceAll(match -> {
            boolean edge = match.start() == 0
                    || match.end() == text.length()
                    || isLineEnd(text.charAt(match.start() - 1))
                    || isLineEnd(text.charAt(match.end()));
            return match.group(1) != null ? Matcher.quoteReplacement(match.group(1)) : edge ? "" : "\t";
        });
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** R names the columns but not the one of the rows' names, which it quotes: a comma too many may be one of decimals. */
    private boolean namesFewer(String[] names) {
        return Arrays.stream(names).allMatch(Decimals::isName)
                && (separator != ','
                        || text.lines()
                                .filter(line -> !line.isBlank() && line.charAt(0) != Comments.MARK)
                                .skip(1)
                                .findFirst()
                                .filter(line -> line.startsWith("\""))
                                .isPresent());
    }

    /** How long rows are. */
    int width() {
        return width;
    }

    /** Whether the first row was one value short, for no name stands above the first column. */
    boolean unnamed() {
        return unnamed;
    }

    /** What stands between values. */
    char separator() {
        return separator;
    }

    /** The comments that are passed over. */
    Lines comments() {
        return comments;
    }

    /** The first two rows, as long as they are. */
    private List<String[]> first() {
        List<String[]> rows = new ArrayList<>();
        each((line, row) -> {
            if (filled(row) > 0) {
                rows.add(row);
            }
            return rows.size() < 2;
        });
        return rows;
    }

    /**
     * Shows the rows to a visitor, in their order.
     *
     * @throws DataException if a row is not as long as the first one, or its quotes are not in pairs
     */
    void visit(Visitor visitor) {
        boolean[] names = {unnamed};
        Title title = new Title();
        each((line, row) -> {
            if (filled(row) == 0) {
                visitor.pass(line);
                return true;
            }
            title.look(line, row);
            if (names[0]) {
                names[0] = false;
                visitor.take(line, Stream.concat(Stream.of(""), Stream.of(row)).toArray(String[]::new));
            } else {
                visitor.take(line, fitted(line, row));
            }
            return true;
        });
    }

    /** What stands alone in the first line is a note if there is no number before a longer row. */
    private final class Title {
        private long first;
        private boolean numbers;

        /**
         * Looks at the next row.
         *
         * @throws DataException if the first row is no row but a note
         */
        void look(long line, String[] row) {
            boolean number = Arrays.stream(row).anyMatch(Decimals::isNumber);
            int found = filled(row);
            if (first > 0 && found > width && !numbers && (width == 1 || !number)) {
                throw wrong(
                        first,
                        ": " + values(width) + " where line " + line + " has " + values(found)
                                + " (a note begins with #" + commas(found) + ")");
            }
            first = first == 0 ? line : first;
            numbers |= number;
        }
    }

    private static String values(int count) {
        return count + (count == 1 ? " value" : " values");
    }

    private String commas(int found) {
        return separator == ',' && found > width
                ? "; where decimals have a comma, separate values with semicolons"
                : "";
    }

    /** A row as long as the first one, where blank values at the end do not count. */
    private String[] fitted(long line, String[] row) {
        int filled = filled(row);
        if (filled > width || row.length < least) {
            int found = filled > width ? filled : row.length;
            throw wrong(
                    line,
                    ": " + values(found) + " where the first row has " + width
                            + commas(found).replaceFirst("; (.+)", " ($1)"));
        }
        String[] fitted = Arrays.copyOf(row, width);
        Arrays.fill(fitted, Math.min(row.length, width), width, "");
        return fitted;
    }

    private static int filled(String[] row) {
        int filled = row.length;
        while (filled > 0 && row[filled - 1].isBlank()) {
            filled--;
        }
        return filled;
    }

    /** Takes a row and says whether more are wanted. */
    @FunctionalInterface
    private interface Each {
        boolean take(long line, String[] row);
    }

    private void each(Each each) {
        long line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (Iterator<CSVRecord> rows = parser.iterator(); rows.hasNext(); ) {
                String[] row = rows.next().values();
                line = parser.getCurrentLineNumber();
                if (!each.take(line, row)) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new DataException(at(line + 1, ": quotes that are not in pairs"), e);
        }
    }

    /** What to throw at a line that is wrong. */
    DataException wrong(long line, String what) {
        return new DataException(at(line, what));
    }

    private String at(long line, String what) {
        return source.file() + ", line " + line + what + "; correct or remove the line.";
    }
}
