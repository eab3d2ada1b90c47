package collapselab.kernel.data;

import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as files write them: decimal, with a point or a comma, with or without a sign between thousands. Minus signs, blanks
 * and digits of Unicode count as the ones of ASCII.
 *
 * @param point what stands before the decimals
 * @param grouped whether the other one of point and comma is known to stand between thousands
 * @param open whether nothing tells 1.234 from 1234, so that such numbers are none
 */
record Decimals(char point, boolean grouped, boolean open) {
    /** As programs write numbers. */
    static final Decimals PLAIN = new Decimals('.', false, false);

    /** Between the values of a table of one column. */
    static final char NOTHING = '\n';

    /** What a text tells of how numbers are written. */
    enum Form {
        /** It is no number. */
        TEXT,
        /** A number with a sign of currency or percent. */
        UNIT,
        /** Up to four digits without a mark, or a number that is not finite. */
        WHOLE,
        /** 12345 or 1e3, which nobody writes who sets thousands off. */
        UNMARKED,
        /** 0.5 */
        POINT,
        /** 0,5 */
        COMMA,
        /** 1.234, which also is what some write for 1234. */
        POINT_OR_THOUSANDS,
        /** 1,234, which also is what some write for 1234. */
        COMMA_OR_THOUSANDS,
        /** 1,234.5 */
        COMMA_THOUSANDS,
        /** 1.234,5 */
        POINT_THOUSANDS
    }

    /** Java's own parser would also take 1d, 0x1p3 and NaN. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][-+]?[0-9]++)?");

    /** Some set thousands off from five digits on. */
    private static final Pattern SHORT = Pattern.compile("[-+]?[0-9]{1,4}");

    private static final Pattern ONE_OR_THOUSANDS = Pattern.compile("[-+]?[1-9][0-9]{0,2}\\.[0-9]{3}");
    private static final Pattern THOUSANDS =
            Pattern.compile("[-+]?[1-9][0-9]{0,2}(?:(,[0-9]{3})++\\.[0-9]*+|(,[0-9]{3}){2,}+)");

    /** Thousands set off by blanks or apostrophes, which mean nothing else within a number. */
    private static final Pattern SPACED = Pattern.compile("[-+]?[1-9][0-9]{0,2}([ '][0-9]{3})++([.,][0-9]*+)?");

    private static final Pattern UNIT = Pattern.compile("[\\p{Sc}%\u2030]");

    /** Some programs wrote a minus so: it is not taken away. */
    private static final int SOFT_HYPHEN = 0xad;

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** What programs write where a value is missing. */
    private static final Set<String> MISSING = Set.of("na", "n/a", "null", "none", "missing");

    /** What some error values have after the #, in several languages, in letters of any size. */
    static final String ERROR_WORDS = "n/?[adbv]|i/t|getting_data|(?:name|macro)\\?"
            + "|(?:div/0|ref|value|null|num|spill|calc|field|blocked|connect|unknown|busy|error)!";

    /** An error value of a spreadsheet, such as #DIV/0! */
    private static final Pattern ERROR_VALUE =
            Pattern.compile("#(?:[\u00a1\u00bf\\p{Lu}0-9/_ ]++[!?]?|(?i:" + ERROR_WORDS + "))");

    /** What a text tells. */
    static Form form(String text) {
        String plain = ascii(text);
        if (DECIMAL.matcher(plain).matches()) { // nearly all are: a file of millions is looked at
            return plain.indexOf('.') < 0
                    ? whole(plain)
                    : ONE_OR_THOUSANDS.matcher(plain).matches() ? Form.POINT_OR_THOUSANDS : Form.POINT;
        }
        if (isNotFinite(plain)) {
            return Form.WHOLE;
        }
        String number = SPACED.matcher(plain).matches() ? ungrouped(plain) : plain;
        if (THOUSANDS.matcher(number).matches()) {
            return Form.COMMA_THOUSANDS;
        }
        if (THOUSANDS.matcher(swapped(number)).matches()) {
            return Form.POINT_THOUSANDS;
        }
        if (DECIMAL.matcher(number).matches()) {
            return number.indexOf('.') < 0 ? Form.UNMARKED : Form.POINT;
        }
        if (DECIMAL.matcher(swapped(number)).matches()) {
            return ONE_OR_THOUSANDS.matcher(swapped(plain)).matches() ? Form.COMMA_OR_THOUSANDS : Form.COMMA;
        }
        String bare = UNIT.matcher(plain).replaceFirst("").strip();
        return bare.length() < plain.length() && form(bare) != Form.TEXT ? Form.UNIT : Form.TEXT;
    }

    private static Form whole(String plain) {
        return SHORT.matcher(plain).matches() ? Form.WHOLE : Form.UNMARKED;
    }

    /**
     * How the numbers of a column are written.
     *
     * @param column what its values tell
     * @param file what the values of all columns tell
     * @param separator what stands between values, or {@link #NOTHING}: a semicolon is there because decimals have the comma
     */
    static Decimals of(Set<Form> column, Set<Form> file, char separator) {
        boolean comma = separator != ','
                && (decided(column)
                        ? hasComma(column)
                        : decided(file)
                                ? hasComma(file)
                                : separator == ';'
                                        && column.contains(Form.COMMA_OR_THOUSANDS)
                                        && !column.contains(Form.POINT_OR_THOUSANDS));
        boolean grouped = file.contains(comma ? Form.POINT_THOUSANDS : Form.COMMA_THOUSANDS);
        boolean open = !grouped && isOpen(column) && (column.contains(Form.WHOLE) || !tells(file, separator, comma));
        return new Decimals(comma ? ',' : '.', grouped, open);
    }

    /** Whether all numbers of a column that have a sign can be thousands, and those that have none are as short. */
    private static boolean isOpen(Set<Form> column) {
        return EnumSet.of(Form.WHOLE, Form.POINT_OR_THOUSANDS, Form.COMMA_OR_THOUSANDS)
                .containsAll(column);
    }

    /** Whether other columns, or what stands between values, tell decimals from thousands. */
    private static boolean tells(Set<Form> file, char separator, boolean comma) {
        if (decided(file)) {
            return comma == hasComma(file);
        }
        return comma || separator == ',' || separator == Separators.BLANKS;
    }

    /** Whether values tell a point from a comma; if they show both, those with a comma are refused. */
    private static boolean decided(Set<Form> shown) {
        return hasComma(shown) || hasPoint(shown);
    }

    private static boolean hasPoint(Set<Form> shown) {
        return shown.contains(Form.POINT) || shown.contains(Form.COMMA_THOUSANDS);
    }

    private static boolean hasComma(Set<Form> shown) {
        return !hasPoint(shown) && (shown.contains(Form.COMMA) || shown.contains(Form.POINT_THOUSANDS));
    }

    /** The number a text says, which may be too large to be finite; empty if it says none, or one of two. */
    OptionalDouble parse(String text) {
        String plain = ascii(text);
        if (open && isEither(plain)) {
            return OptionalDouble.empty();
        }
        if (point == '.' && DECIMAL.matcher(plain).matches()) {
            return OptionalDouble.of(Double.parseDouble(plain));
        }
        String number = SPACED.matcher(plain).matches() ? ungrouped(plain) : plain;
        String pointed = point == ',' ? swapped(number) : number;
        String bare = grouped
                        && (THOUSANDS.matcher(pointed).matches()
                                || ONE_OR_THOUSANDS.matcher(swapped(pointed)).matches())
                ? pointed.replace(",", "")
                : pointed;
        return DECIMAL.matcher(bare).matches() ? OptionalDouble.of(Double.parseDouble(bare)) : OptionalDouble.empty();
    }

    private static boolean isEither(String plain) {
        return ONE_OR_THOUSANDS.matcher(plain).matches()
                || ONE_OR_THOUSANDS.matcher(swapped(plain)).matches();
    }

    /** The end of a sentence that shows a text which is no number. */
    String wrong(String text) {
        if (isNotFinite(ascii(text))) {
            return " is not a finite number";
        }
        return switch (form(text)) {
            case UNIT -> " has a sign of currency or percent (write the number alone)";
            case COMMA_OR_THOUSANDS, POINT_OR_THOUSANDS ->
                " can mean thousands or decimals (write "
                        + ascii(text).replaceAll("[.,]", "") + " or "
                        + ascii(text).replaceAll("[.,]", "" + point) + "0)";
            case COMMA, POINT_THOUSANDS -> " is not a number (write decimals with a point)";
            default -> " is not a number" + (text.matches("#[0-9.+-].*") ? " (a comment has a blank after its #)" : "");
        };
    }

    /** Whether a text is meant as a number, if perhaps not a finite one or one that cannot be taken. */
    static boolean isNumber(String text) {
        return form(text) != Form.TEXT;
    }

    /** Whether a text can name a column: it has a letter, and stands neither for a number nor for one that is missing. */
    static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && !isNumber(text)
                && !MISSING.contains(text.toLowerCase(Locale.ROOT))
                && !ERROR_VALUE.matcher(text).matches();
    }

    /** Whether a text says a number that is not 0, however small. */
    static boolean isNotZero(String text) {
        return ascii(text).replaceFirst("[eE].*", "").chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    /** Nothing, to begin what values tell with. */
    static Set<Form> nothing() {
        return EnumSet.noneOf(Form.class);
    }

    private static boolean isNotFinite(String text) {
        return text.length() < 10
                && NOT_FINITE.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[-+]", ""));
    }

    private static String ungrouped(String text) {
        return text.replace(" ", "").replace("'", "");
    }

    /** With points for commas and commas for points. */
    private static String swapped(String text) {
        return text.indexOf(',') < 0 && text.indexOf('.') < 0
                ? text
                : text.replace('.', ';').replace(',', '.').replace(';', ',');
    }

    /** A text in the signs of ASCII: digits, signs, blanks and marks; without what only steers the direction of writing. */
    private static String ascii(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 128) {
            at++;
        }
        if (at == text.length()) {
            return text.strip();
        }
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            if (digit >= 0) {
                ascii.append((char) ('0' + digit));
            } else if (Character.getType(c) != Character.FORMAT || c == SOFT_HYPHEN) {
                ascii.appendCodePoint(sign(c));
            }
        });
        return ascii.toString().strip();
    }

    private static int sign(int c) {
        if (c == 0x2212 || Character.getType(c) == Character.DASH_PUNCTUATION) {
            return '-';
        }
        if (Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (c) {
            case 0xff0b -> '+';
            case 0xff0e, 0x066b -> '.';
            case 0xff0c -> ',';
            case 0x2019, 0x066c -> '\'';
            default -> c;
        };
    }
}
