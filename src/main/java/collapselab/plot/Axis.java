package collapselab.plot;

/**
 * An axis with a fixed, finite range.
 *
 * @param label what it measures, with unit; may be empty
 * @param min lower end
 * @param max upper end, above {@code min}
 * @param log whether the scale is logarithmic; then {@code min} is positive
 * @param whole whether it counts something, so that only whole numbers are marked
 */
public record Axis(String label, double min, double max, boolean log, boolean whole) {
    public Axis {
        if (!(min < max) || !Double.isFinite(max - min) || (log && !(min > 0))) {
            throw new IllegalArgumentException("An axis cannot run from " + min + " to " + max + ".");
        }
    }

    /** An axis of a quantity. */
    public Axis(String label, double min, double max, boolean log) {
        this(label, min, max, log, false);
    }

    /** A linear axis that counts, such as generations. */
    public static Axis counting(String label, double min, double max) {
        return new Axis(label, min, max, false, true);
    }

    /** A linear axis. */
    public static Axis linear(String label, double min, double max) {
        return new Axis(label, min, max, false);
    }
}
