package collapselab.export;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/** Numbers as files hold them: with a point, and as few digits as lead back to the same double. */
final class Numerals {
    private static final int LEAST_EXPONENT = -7;

    private Numerals() {}

    /**
     * A number as text; empty for NaN. From 1e-7 to 1e7 and wherever it is a short one without exponent, else like 1.5e-30.
     *
     * <p>Not by {@code Double.toString}, which before Java 19 sometimes gives a digit too many (JDK-4511638): files would
     * differ between Java versions.
     */
    static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        String shortest = NumberOutput.toString(value, true);
        int mark = shortest.indexOf('E');
        if (mark < 0) {
            return shortest.endsWith(".0") ? shortest.substring(0, shortest.length() - 2) : shortest;
        }
        int exponent = Integer.parseInt(shortest, mark + 1, shortest.length(), 10);
        if (exponent >= LEAST_EXPONENT && exponent < 0) {
            return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        }
        String digits = shortest.substring(0, mark);
        return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + "e" + exponent;
    }
}
