package collapselab.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for axes: the same in every locale, at most four significant digits, 10k for ten thousand. */
final class NumberText {
    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final String[] SUFFIX = {"", "k", "M", "G"};
    private static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private NumberText() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        String sign = value < 0 ? "\u2212" : "";
        BigDecimal size = rounded.abs();
        if (exponent < -3 || exponent >= 3 * SUFFIX.length) {
            return sign + power(size.scaleByPowerOfTen(-exponent), exponent);
        }
        int group = Math.max(0, exponent / 3);
        return sign + plain(size.scaleByPowerOfTen(-3 * group)) + SUFFIX[group];
    }

    /** A power of ten as 1, 10, 10² and so on: for axes over so many decades that zeros would have to be counted. */
    static String powerOfTen(int exponent) {
        return switch (exponent) {
            case 0 -> "1";
            case 1 -> "10";
            default -> power(BigDecimal.ONE, exponent);
        };
    }

    private static String power(BigDecimal mantissa, int exponent) {
        StringBuilder text = new StringBuilder(plain(mantissa));
        text.append("\u00b710");
        if (exponent < 0) {
            text.append('\u207b');
        }
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return mantissa.compareTo(BigDecimal.ONE) == 0 ? text.substring(2) : text.toString();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
