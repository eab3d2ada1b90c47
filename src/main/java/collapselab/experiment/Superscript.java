package collapselab.experiment;

import java.util.stream.Collectors;

/** Small signs above and below the line, as formulas write them. */
final class Superscript {
    private static final String PLAIN = "0123456789\u2212+.tkj";
    private static final String HIGH =
            "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u00b7\u1d57\u1d4f\u02b2";

    private Superscript() {}

    /** An exponent: above the line where all its signs exist there, else after a circumflex. */
    static String of(String exponent) {
        String tight = exponent.replace(" ", "");
        return tight.chars().allMatch(c -> PLAIN.indexOf(c) >= 0)
                ? tight.chars()
                        .mapToObj(c -> HIGH.substring(PLAIN.indexOf(c), PLAIN.indexOf(c) + 1))
                        .collect(Collectors.joining())
                : "^(" + exponent + ")";
    }

    /** Whether a sign stands above the line. */
    static boolean isHigh(char sign) {
        return sign != '\u00b7' && HIGH.indexOf(sign) >= 0;
    }

    /** A digit below the line. */
    static char low(int digit) {
        return (char) ('\u2080' + digit);
    }
}
