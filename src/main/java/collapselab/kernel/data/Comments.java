package collapselab.kernel.data;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that begin with # and are no row. A row they are if an error value of a spreadsheet or a column's name # begins them; or
 * if no blank follows the # and as many values as in other rows, at least two, are in the line.
 */
final class Comments {
    /** Begins a comment where a parser sees the text: a control character that no table begins a line with. */
    static final char MARK = '\u0001';

    /** Words of spreadsheets, in several languages, for a value that there is not. */
    private static final String ERROR_VALUE = "(?:N/A N/A|(?i:" + Decimals.ERROR_WORDS
            + ")|[\u00a1\u00bf]?[\\p{Lu}0-9/_]++[!?]|#++(?!\\s*[\\r\\n]|\\s*$))";

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String BEGIN = "(?<![^\\r\\n])";
    private static final Pattern ROW = Pattern.compile(BEGIN + "(?![#" + MARK + "])[^\\r\\n]*\\S[^\\r\\n]*");
    private static final Pattern CODED_ROW = Pattern.compile(BEGIN + "#(?!\\s)[^\\r\\n]*");
    private static final Pattern REST = Pattern.compile("[^\\r\\n]*");

    private final char separator;
    private final Pattern plain;
    private final String text;
    private final Lines lines = new Lines();
    private int rowsBegin;
    private int width;

    private Comments(String text, char separator) {
        this.text = text;
        this.separator = separator;
        boolean blanks = separator == Separators.BLANKS;
        String next = blanks ? "[ \\t]" : "[ \\t]*" + Pattern.quote("" + separator);
        String value = ERROR_VALUE + "(?:" + next + "|\\s*[\\r\\n]|\\s*$)";
        plain = Pattern.compile("#(?!" + value + (blanks ? "" : "|" + next) + ")");
        Matcher row = ROW.matcher(text);
        Matcher coded = CODED_ROW.matcher(text);
        Matcher first = row.find() ? row : coded.find() ? coded : null;
        if (first != null) {
            rowsBegin = first.start();
            width = filled(cells(first.group()));
        }
    }

    /**
     * The comments of a text.
     *
     * @param text one line of it may begin with {@link #MARK} already
     * @param separator what stands between values
     */
    static Comments of(String text, char separator) {
        return new Comments(text, separator);
    }

    /** The text with {@link #MARK} for the # of comments, which a parser cannot tell from rows; finds their lines. */
    String marked() {
        StringBuilder marked = new StringBuilder();
        long line = 1;
        int seen = 0;
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            if (begins(at) && plain.matcher(text).region(at, text.length()).lookingAt() && !isRow(at)) {
                String before = text.substring(seen, at);
                line += LINE_END.matcher(before).results().count();
                lines.add(line);
                marked.append(before).append(MARK);
                seen = at + 1;
            }
        }
        return marked.append(text, seen, text.length()).toString();
    }

    /** Where they are. */
    Lines lines() {
        return lines;
    }

    private boolean begins(int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    }

    /** Before all rows, and between words, only numbers tell a row from a comment. */
    private boolean isRow(int at) {
        Matcher rest = REST.matcher(text).region(at, text.length());
        if (width < 2 || !rest.lookingAt() || !rest.group().matches("#\\S.*")) {
            return false;
        }
        String[] cells = cells(rest.group());
        return cells.length >= width
                && filled(cells) <= width
                && ((at >= rowsBegin && separator != Separators.BLANKS)
                        || Arrays.stream(cells).skip(1).anyMatch(Decimals::isNumber));
    }

    private String[] cells(String line) {
        String bare = Separators.unquoted(line).strip();
        return bare.split(separator == Separators.BLANKS ? "[ \\t]+" : Pattern.quote("" + separator), -1);
    }

    private static int filled(String[] cells) {
        int filled = cells.length;
        while (filled > 0 && cells[filled - 1].isBlank()) {
            filled--;
        }
        return filled;
    }
}
