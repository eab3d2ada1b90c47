package collapselab.kernel.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns of a CSV file are taken, and which are not and why. */
final class PointColumns {
    /** Column names that a sentence lists, at most. */
    private static final int LISTED = 20;

    /** Letters of a column's name, at most. */
    private static final int NAME = 60;

    private final CsvRows rows;
    private final TableProfile profile;
    private final List<String> first;
    private final boolean header;
    private final List<Column> chosen;

    /**
     * A column.
     *
     * @param index its place, from 0
     * @param name what the first row calls it, shortened, or "column 2"
     * @param written how its numbers are written
     */
    record Column(int index, String name, Decimals written) {
        /** How a sentence calls it. */
        String said() {
            return said(name);
        }

        /** How a sentence calls a column of a name. */
        static String said(String name) {
            return name.startsWith("column ") ? name : "column " + name;
        }
    }

    private PointColumns(CsvRows rows, TableProfile profile, List<Integer> places, boolean byName) {
        this.rows = rows;
        this.profile = profile;
        first = names(profile);
        header = byName || profile.namesColumns(places);
        chosen = places.stream().map(this::column).toList();
    }

    /**
     * Chooses columns.
     *
     * @param file named where it must be refused
     * @param wanted names or numbers from 1, with commas; blank: all columns that hold numbers and do not only count rows
     * @throws DataException if there is no such column
     */
    static PointColumns of(Path file, CsvRows rows, String wanted) {
        TableProfile profile = TableProfile.of(rows);
        if (profile.columns().isEmpty()) {
            throw new DataException(file + " holds nothing but comments; choose another file.");
        }
        if (!wanted.isBlank()) {
            List<String> first = names(profile);
            boolean byName = Stream.of(wanted.split(",", -1)).anyMatch(w -> place(w, first.size()) < 0);
            return new PointColumns(rows, profile, wanted(file, first, wanted), byName).expectNames();
        }
        List<Integer> numeric = places(profile.numeric());
        if (numeric.isEmpty()) {
            throw new DataException(file + " has no column of numbers, with commas, semicolons, tabs or blanks between"
                    + " values; choose another file.");
        }
        PointColumns all = new PointColumns(rows, profile, numeric, false).expectNames();
        List<Integer> measured = numeric.stream()
                .filter(i -> rows.width() == 1 || !profile.columns().get(i).isIndex(all.header))
                .toList();
        if (measured.isEmpty()) {
            throw new DataException(
                    file + " has no column of numbers but row numbers; choose another file, or those with" + " columns="
                            + all.choice() + ".");
        }
        return new PointColumns(rows, profile, measured, false);
    }

    /** What there is to choose from, as it is asked for: by name, or by number where no name tells a column from all others. */
    static List<String> offered(Path file, CsvRows rows) {
        PointColumns taken = of(file, rows, "");
        return taken.profile.numeric().stream()
                .map(column -> taken.word(taken.column(column.place())))
                .toList();
    }

    /** A first row that is one value short is taken for R's only if the first column then is what R puts there. */
    private PointColumns expectNames() {
        ColumnProfile column = profile.columns().get(0);
        if (rows.unnamed() && column.isNumeric() && !column.isDistinct()) {
            int width = rows.width();
            throw rows.wrong(profile.secondLine(), ": " + width + " values where the first row has " + (width - 1));
        }
        return this;
    }

    private static List<String> names(TableProfile profile) {
        return profile.columns().stream().map(ColumnProfile::first).toList();
    }

    private static List<Integer> places(List<ColumnProfile> columns) {
        return columns.stream().map(ColumnProfile::place).toList();
    }

    private Column column(int place) {
        String name =
                header && !first.get(place).isEmpty() ? Excerpt.of(first.get(place), NAME) : "column " + (place + 1);
        Set<Decimals.Form> shown = EnumSet.copyOf(profile.columns().get(place).shown());
        Set<Decimals.Form> all = profile.shown();
        if (!header) {
            shown.add(Decimals.form(first.get(place)));
            first.forEach(value -> all.add(Decimals.form(value)));
        }
        char separator = rows.width() == 1 && rows.separator() == ',' ? Decimals.NOTHING : rows.separator();
        return new Column(place, name, Decimals.of(shown, all, separator));
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
        return first.stream().noneMatch(Decimals::isName)
                ? "the numbers 1 to " + first.size() + ", for its columns have no names"
                : listed(first.stream().map(name -> Excerpt.of(name, NAME)));
    }

    private static String listed(Stream<String> names) {
        List<String> all = names.toList();
        String some = all.stream().limit(LISTED).collect(Collectors.joining(", "));
        return all.size() > LISTED ? some + " and " + (all.size() - LISTED) + " more" : some;
    }

    /** The columns, in the order they were asked for. */
    List<Column> chosen() {
        return chosen;
    }

    /** Whether the file's first row names columns instead of being a point. */
    boolean header() {
        return header;
    }

    /** The columns as they are asked for. */
    String choice() {
        return chosen.stream().map(this::word).collect(Collectors.joining(","));
    }

    private String word(Column column) {
        String name = column.name;
        boolean tells = header
                && first.indexOf(name) >= 0
                && first.indexOf(name) == first.lastIndexOf(name)
                && name.matches("[^,\\p{Cntrl}]*[^,0-9\\p{Cntrl}][^,\\p{Cntrl}]*");
        return tells ? name : Integer.toString(column.index + 1);
    }

    /** What is taken and what is not, without a full stop: such as "40 points of columns x and y; left out: column z (empty)". */
    String said(int points) {
        List<String> parts = new ArrayList<>();
        parts.add(Figures.grouped(points)
                + (points == 1 ? " point of " : " points of ")
                + (chosen.size() == 1
                        ? chosen.get(0).said()
                        : "columns " + listed(chosen.stream().map(c -> c.name.replaceFirst("^column ", ""))))
                + (header ? "" : " (no line names them" + firstPoint() + ")")
                + (chosen.stream().anyMatch(c -> c.written.point() == ',') ? ", decimals with a comma" : ""));
        List<String> left = profile.columns().stream()
                .filter(column -> chosen.stream().noneMatch(c -> c.index == column.place()) && !column.isNothing())
                .map(column -> column(column.place()).said() + " (" + column.why(header) + ")")
                .toList();
        if (!left.isEmpty()) {
            parts.add("left out: " + listed(left.stream()));
        }
        String passed = Stream.of(said(rows.comments(), "comment"), said(profile.empty(), "empty line"))
                .flatMap(s -> s)
                .collect(Collectors.joining(", "));
        if (!passed.isEmpty()) {
            parts.add("passed over: " + passed);
        }
        return String.join("; ", parts);
    }

    /** The first point, where it looks as if it named columns: by years, say. */
    private String firstPoint() {
        return profile.countsColumns() && chosen.size() > 1
                ? "; a point is "
                        + chosen.stream().map(c -> first.get(c.index)).collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private static Stream<String> said(Lines lines, String what) {
        return lines.isEmpty() ? Stream.empty() : Stream.of(lines.said(what));
    }
}
