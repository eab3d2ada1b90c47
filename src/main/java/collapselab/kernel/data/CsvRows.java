package collapselab.kernel.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of comma-separated values (RFC 4180), all of them equally long. Blank lines, and lines that begin with #, are
 * passed over.
 */
final class CsvRows {
    /** What is done with a row. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes a row.
         *
         * @param line its (last) line in the file, from 1
         * @param values what is in it
         * @return whether more rows are wanted
         */
        boolean take(long line, CSVRecord values);
    }

    private final TextFile source;
    private final CSVFormat format;

    private CsvRows(TextFile source, char separator) {
        this.source = source;
        format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setIgnoreSurroundingSpaces(true)
                .setCommentMarker('#')
                .get();
    }

    static CsvRows of(TextFile source) {
        return new CsvRows(source, separator(source.text()));
    }

    /** Told from the first line: a tab, else a semicolon, else a comma, for numbers may have a comma for a point. */
    private static char separator(String text) {
        String first = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        return Stream.of('\t', ';')
                .filter(c -> first.indexOf(c) >= 0)
                .findFirst()
                .orElse(',');
    }

    /** The first rows. */
    List<CSVRecord> first(int count) {
        List<CSVRecord> rows = new ArrayList<>();
        visit((line, values) -> {
            rows.add(values);
            return rows.size() < count;
        });
        return rows;
    }

    /**
     * Shows the rows to a visitor, in their order.
     *
     * @throws DataException if a row is not as long as the first one, or its quotes are not in pairs
     */
    void visit(Visitor visitor) {
        long line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(source.text()), format)) {
            int width = 0;
            for (Iterator<CSVRecord> rows = parser.iterator(); rows.hasNext(); ) {
                CSVRecord values = rows.next();
                line = parser.getCurrentLineNumber();
                if (width == 0) {
                    width = values.size();
                } else if (values.size() != width) {
                    throw wrong(
                            line,
                            ": " + values.size() + (values.size() == 1 ? " value" : " values")
                                    + " where the first row has " + width);
                }
                if (!visitor.take(line, values)) {
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
