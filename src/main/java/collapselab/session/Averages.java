package collapselab.session;

import java.util.Arrays;

/**
 * How far the mean of an ensemble is from its typical chain. Where few chains are huge, the mean lives on them.
 *
 * @param mean over the chains that have a value; NaN if none has
 * @param median over the same chains
 * @param below part of the chains below the mean
 * @param above part of the chains above it
 * @param chains how many have a value
 */
public record Averages(double mean, double median, double below, double above, int chains) {
    /** From this part of the chains on one side of the mean on, the mean is no typical value. */
    private static final double MOST = 2.0 / 3;

    /** With fewer chains the parts say too little. */
    private static final int FEW = 10;

    /**
     * The averages of some values.
     *
     * @param values one a chain; NaN is left out
     * @param median their median
     */
    static Averages of(double[] values, double median) {
        double[] kept = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(kept).average().orElse(Double.NaN);
        // Chains that all give one value lie on their mean, whatever the sum was rounded to.
        double rounding = 1e-12 * Math.abs(mean);
        double below = Arrays.stream(kept).filter(v -> v < mean - rounding).count();
        double above = Arrays.stream(kept).filter(v -> v > mean + rounding).count();
        return new Averages(mean, median, below / kept.length, above / kept.length, kept.length);
    }

    /** Whether the mean misleads: most chains lie on one side of it. */
    public boolean apart() {
        return chains >= FEW && Math.max(below, above) >= MOST;
    }
}
