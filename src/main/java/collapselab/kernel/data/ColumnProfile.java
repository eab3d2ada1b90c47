package collapselab.kernel.data;

import collapselab.kernel.data.Decimals.Form;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What stands in a column of a table below its first row, gathered row by row. */
final class ColumnProfile {
    /** What programs call the numbers of rows. */
    private static final Set<String> INDEX = Set.of(
            "index",
            "rownames",
            "row.names",
            "row_names",
            "rowname",
            "row",
            "rowid",
            "row_id",
            "id",
            "#",
            "no",
            "no.",
            "nr",
            "nr.",
            "obs");

    private final int place;
    private final String first;
    private final boolean nameless;
    private final Set<Form> shown = Decimals.nothing();
    private final Set<Long> different = new HashSet<>();
    private long rows;
    private long filled;
    private long numbers;
    private long firstNumber;
    private long start;
    private long last;
    private long least = Long.MAX_VALUE;
    private long most;
    private boolean distinct;
    private boolean rising;
    private boolean sequence = true;

    /**
     * A column of which nothing is known.
     *
     * @param place from 0
     * @param first what the first row has there
     * @param unnamed whether it has nothing there, nor in any column before
     */
    ColumnProfile(int place, String first, boolean unnamed) {
        this.place = place;
        this.first = first;
        rising = unnamed || first.toLowerCase(Locale.ROOT).startsWith("unnamed: ");
        nameless = rising;
        distinct = rising || isIndexName();
    }

    private boolean isIndexName() {
        return nameless || INDEX.contains(first.toLowerCase(Locale.ROOT));
    }

    /** Looks at the value of the next row. */
    void add(long line, String text) {
        rows++;
        if (text.isBlank()) {
            notCounted();
            return;
        }
        filled++;
        Form form = Decimals.form(text);
        if (form != Form.TEXT) {
            shown.add(form);
            numbers++;
            firstNumber = numbers == 1 ? line : firstNumber;
        }
        if (sequence || distinct || rising) {
            count(text);
        }
    }

    private void notCounted() {
        sequence = false;
        distinct = false;
        rising = false;
    }

    /** Whether the rows are counted. */
    private void count(String text) {
        double value = Decimals.PLAIN.parse(text).orElse(-1);
        if (value < 0 || value != Math.rint(value) || value > Integer.MAX_VALUE) {
            notCounted();
            return;
        }
        start = rows == 1 ? (long) value : start;
        rising = rising && (value >= last || value == start);
        last = (long) value;
        least = Math.min(least, last);
        most = Math.max(most, last);
        sequence = sequence && value == start + rows - 1;
        distinct = distinct && (sequence || recorded(value));
    }

    /** Whether a number is new; those of a sequence need not be kept. */
    private boolean recorded(double value) {
        if (different.isEmpty()) {
            for (long k = 0; k < rows - 1; k++) {
                different.add(start + k);
            }
        }
        return different.add((long) value);
    }

    int place() {
        return place;
    }

    /** What tells how its numbers are written. */
    Set<Form> shown() {
        return shown;
    }

    /** Whether at least half its values are meant as numbers: a few bad ones are then named, not passed over. */
    boolean isNumeric() {
        return rows > 0 && 2 * numbers >= rows;
    }

    /** Whether it has no name, where the first row holds names, and no value. */
    boolean isNothing() {
        return filled == 0 && first.isEmpty();
    }

    /**
     * Whether it only counts rows: with no name, whole numbers that are all different or rise, perhaps from the start again
     * and again; with a name for that, all of 0, 1, 2 ... or 1, 2, 3 ... in any order; where no column has a name, the first
     * column with exactly those.
     *
     * @param named whether the first row names columns
     */
    boolean isIndex(boolean named) {
        return named
                ? rising || (distinct && (nameless || (least <= 1 && most - least == rows - 1)))
                : place == 0 && sequence && rows > 1 && start > 0 && start <= 2 && precedes();
    }

    /** Whether its numbers, if it has any, are whole and tell all rows apart, as R's names of rows do. */
    boolean isDistinct() {
        return distinct;
    }

    private boolean precedes() {
        return Decimals.PLAIN.parse(first).orElse(-1) == start - 1;
    }

    /** Whether it counts or names rows, and the first row has nothing above that or says so. */
    boolean labelsRows() {
        boolean counts = sequence && start <= 1;
        return isIndexName() && rows > 1 && (counts || (numbers == 0 && filled == rows));
    }

    /** Why it is not taken if it is not asked for. */
    String why(boolean named) {
        if (filled == 0) {
            return "empty";
        }
        if (isIndex(named)) {
            return "row numbers";
        }
        if (numbers == 0) {
            return "no numbers";
        }
        return isNumeric()
                ? "not chosen"
                : "numbers in " + Figures.grouped(numbers) + " of " + Figures.grouped(rows)
                        + " rows, the first in line " + firstNumber;
    }

    /** Whether what the first row has can name it. */
    boolean hasName() {
        return Decimals.isName(first);
    }

    /** What the first row has there. */
    String first() {
        return first;
    }
}
