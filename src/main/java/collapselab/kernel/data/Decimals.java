package collapselab.kernel.data;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as files write them: decimal, with a point. */
final class Decimals {
    /** Java's own parser would also take 1d, 0x1p3 and NaN. */
    private static final Pattern DECIMAL = Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");

    /** What programs write where a value is missing. */
    private static final Set<String> MISSING = Set.of("na", "n/a", "null", "none", "missing");

    private Decimals() {}

    /** The number a text says, which may be too large to be finite; empty if it says none. */
    static OptionalDouble parse(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Whether a text is meant as a number, if perhaps not a finite one. */
    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() || isNotFinite(text);
    }

    /** Whether a text can name a column: it has a letter, and stands neither for a number nor for one that is missing. */
    static boolean isName(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && !isNumber(text)
                && !MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it is NaN or an infinity, as programs write them. */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[-+]", ""));
    }
}
