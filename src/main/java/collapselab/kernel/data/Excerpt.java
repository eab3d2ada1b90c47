package collapselab.kernel.data;

import java.util.regex.Pattern;

/** What a file holds, as a sentence can show it: short, in one line, and with nothing that steers a terminal. */
final class Excerpt {
    private static final Pattern BLANKS = Pattern.compile("[\\t\\r\\n\\u000b\\f\\u0085\\u2028\\u2029]+");

    /** Characters that a terminal obeys, and those that turn the direction of what follows. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]");

    private Excerpt() {}

    /**
     * A text with blanks for ends of lines and U+FFFD for other control characters.
     *
     * @param most characters of it that are shown; what is cut off is said by "..."
     */
    static String of(String text, int most) {
        boolean whole = text.codePointCount(0, text.length()) <= most;
        String shown = whole ? text : text.substring(0, text.offsetByCodePoints(0, most)) + "...";
        return CONTROLS.matcher(BLANKS.matcher(shown).replaceAll(" ")).replaceAll("\ufffd");
    }
}
