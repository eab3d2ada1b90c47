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

    private Decimals() {}

    /** The number a text says, which may be too large to be finite; empty if it says none. */
    static OptionalDouble parse(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Whether a text is meant as a number, if perhaps not a finite one. */
    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches() || isNotFinite(text);
    }

    /** Whether it is NaN or an infinity, as programs write them. */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.contains(text.toLowerCase(Locale.ROOT).replaceFirst("^[-+]", ""));
    }
}
