package collapselab.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as the screen writes them, in English as all of its words: a point, and commas between thousands. */
final class Numbers {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Three significant digits; powers of ten where that is shorter. */
    static String value(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            int power = (int) Math.floor(Math.log10(size));
            return plain(value / Math.pow(10, power), 2) + "×10" + superscript(power);
        }
        return plain(value, 3);
    }

    private static String plain(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(Math.max(0, Math.min(6, rounded.scale())));
        return format.format(rounded).replace('-', '−');
    }

    /** A whole number with its thousands apart. */
    static String whole(long value) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value);
    }

    /** A label for a slider's tick: 10, 1k, 10k. */
    static String tick(double value) {
        if (value >= 1e6) {
            return value(value / 1e6) + "M";
        }
        return value >= 1e3 ? value(value / 1e3) + "k" : value(value);
    }

    private static String superscript(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(power)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }

    /** A duration in words: 8 s, 3 min, 2 h. */
    static String duration(double seconds) {
        if (seconds < 1) {
            return "under 1 s";
        }
        if (seconds < 100) {
            return Math.round(seconds) + " s";
        }
        return seconds < 100 * 60 ? Math.round(seconds / 60) + " min" : value(seconds / 3600) + " h";
    }

    /** A size of memory in words: 240 MB, 1.2 GB. */
    static String bytes(long bytes) {
        double mega = bytes / 1e6;
        return mega < 1000 ? Math.max(1, Math.round(mega)) + " MB" : value(mega / 1000) + " GB";
    }
}
