package collapselab.kernel.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * Which columns of a CSV file are taken.
 *
 * @param chosen the columns, in the order they were asked for
 * @param header whether the file's first row names columns instead of being a point
 */
record PointColumns(List<Column> chosen, boolean header) {
    /** Rows from which it is told whether a column holds numbers. */
    private static final int HEAD = 200;

    /** Column names that a sentence lists, at most. */
    private static final int LISTED = 20;

    /**
     * A column.
     *
     * @param index its place, from 0
     * @param name what the first row calls it, or "column 2"
     */
    record Column(int index, String name) {
        /** How a sentence calls it. */
        String said() {
            return name.startsWith("column ") ? name : "column " + name;
        }
    }

    PointColumns {
        chosen = List.copyOf(chosen);
    }

    /**
     * Chooses columns.
     *
     * @param file named where it must be refused
     * @param wanted names or numbers from 1, with commas; blank: all columns that hold numbers
     * @throws DataException if there is no such column
     */
    static PointColumns of(Path file, CsvRows rows, String wanted) {
        List<CSVRecord> head = rows.first(HEAD);
        if (head.isEmpty()) {
            throw new DataException(file + " holds nothing but comments; choose another file.");
        }
        List<String> first = head.get(0).stream().map(String::strip).toList();
        List<Integer> places = wanted.isBlank() ? numeric(file, head) : wanted(file, first, wanted);
        boolean named =
                !wanted.isBlank() && List.of(wanted.split(",", -1)).stream().anyMatch(w -> place(w, first.size()) < 0);
        boolean header = named || places.stream().anyMatch(i -> Decimals.isName(first.get(i)));
        return new PointColumns(
                places.stream().map(i -> new Column(i, name(first, i, header))).toList(), header);
    }

    /** What there is to choose from, as it is asked for: by name, or by number where no name tells a column from all others. */
    static List<String> offered(Path file, CsvRows rows) {
        PointColumns all = of(file, rows, "");
        List<String> first = rows.first(1).get(0).stream().map(String::strip).toList();
        return all.chosen.stream()
                .map(column -> all.header
                                && first.indexOf(column.name) == first.lastIndexOf(column.name)
                                && column.name.matches("[^,]*[^,0-9][^,]*")
                                && first.contains(column.name)
                        ? column.name
                        : Integer.toString(column.index + 1))
                .toList();
    }

    private static String name(List<String> first, int place, boolean header) {
        return header && !first.get(place).isEmpty() ? first.get(place) : "column " + (place + 1);
    }

    /** The columns of which at least half the values are numbers: a few bad ones are then named, not passed over. */
    private static List<Integer> numeric(Path file, List<CSVRecord> head) {
        List<CSVRecord> body = head.size() > 1 ? head.subList(1, head.size()) : head;
        List<Integer> places = IntStream.range(0, head.get(0).size())
                .filter(i -> 2
                                * body.stream()
                                        .filter(row -> Decimals.isNumber(row.get(i)))
                                        .count()
                        >= body.size())
                .boxed()
                .toList();
        if (places.isEmpty()) {
            throw new DataException(file + " has no column of numbers; choose another file.");
        }
        return places;
    }

    private static List<Integer> wanted(Path file, List<String> first, String wanted) {
        List<Integer> places = new ArrayList<>();
        for (String word : wanted.split(",", -1)) {
            String name = word.strip();
            int place = place(name, first.size());
            if (place < 0) {
                place = first.indexOf(name);
            }
            if (place < 0 || name.isEmpty()) {
                throw new DataException(file + " has no column \"" + name + "\"; choose from " + listed(first) + ".");
            }
            if (places.contains(place)) {
                throw new DataException(file + " has its column " + name + " chosen twice; choose each once.");
            }
            places.add(place);
        }
        return places;
    }

    /** The place that a column's number means, or -1 if it is none. */
    private static int place(String word, int width) {
        String digits = word.strip();
        return digits.matches("[0-9]{1,6}") && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= width
                ? Integer.parseInt(digits) - 1
                : -1;
    }

    private static String listed(List<String> first) {
        if (first.stream().noneMatch(Decimals::isName)) {
            return "the numbers 1 to " + first.size() + ", for its columns have no names";
        }
        String names = first.stream().limit(LISTED).collect(Collectors.joining(", "));
        return first.size() > LISTED ? names + ", ..." : names;
    }
}
