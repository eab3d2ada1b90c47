package collapselab.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as formulas and sentences write them: few digits, a point, the same on every machine. */
public final class Rounded {
    private static final int FORMULA_DIGITS = 4;

    private Rounded() {}

    /** Four significant digits, as in formulas. */
    public static String of(double value) {
        return of(value, FORMULA_DIGITS);
    }

    /** A number with so many significant digits, without trailing zeros; very small and large ones with an exponent. */
    public static String of(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** Four significant digits, as in sentences. */
    public static String said(double value) {
        return said(value, FORMULA_DIGITS);
    }

    /** A number with so many significant digits as sentences say it: thousands apart, very small and large ones by powers of ten. */
    public static String said(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        String text = of(value, digits);
        int mark = text.indexOf('E');
        if (mark >= 0) {
            String power = text.substring(mark + 1).replace("+", "");
            return text.substring(0, mark).replace('-', '−') + "×10" + Superscript.of(power.replace('-', '−'));
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(Math.max(0, new BigDecimal(text).scale()));
        return format.format(new BigDecimal(text)).replace('-', '−');
    }

    /** All digits of a number, as few as tell it from every other. */
    public static String whole(double value) {
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
        return plain ? exact.toPlainString() : exact.toString();
    }

    /** A ratio in percent, two significant digits. */
    public static String percent(double ratio) {
        return said(100 * ratio, 2) + " %";
    }
}
