package collapselab.kernel.stats;

import java.util.Arrays;

/**
 * Quantiles of a sample by linear interpolation between order statistics: with {@code h = (n - 1) p} and {@code k} the whole
 * part of h, {@code x[k] + (h - k) (x[k + 1] - x[k])}, type 7 of Hyndman and Fan (1996, doi:10.2307/2684934), the default of
 * NumPy and R.
 *
 * @param low the 5 % quantile
 * @param median the 50 % quantile
 * @param high the 95 % quantile
 */
public record Quantiles(double low, double median, double high) {
    /**
     * The median and the band that 90 % of a sample lie in.
     *
     * @param values the sample in any order; NaN is left out
     * @return NaN throughout if nothing is left
     */
    public static Quantiles of(double[] values) {
        double[] sorted = sorted(values);
        return new Quantiles(ofSorted(sorted, 0.05), ofSorted(sorted, 0.5), ofSorted(sorted, 0.95));
    }

    /**
     * One quantile.
     *
     * @param values the sample in any order; NaN is left out
     * @param p 0 to 1
     * @return NaN if nothing is left
     */
    public static double quantile(double[] values, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1]: " + p);
        }
        return ofSorted(sorted(values), p);
    }

    /**
     * The median.
     *
     * @param values the sample in any order; NaN is left out
     * @return NaN if nothing is left
     */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    private static double[] sorted(double[] values) {
        double[] kept = Arrays.stream(values).filter(x -> !Double.isNaN(x)).toArray();
        Arrays.sort(kept);
        return kept;
    }

    private static double ofSorted(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double h = (sorted.length - 1) * p;
        int k = (int) h;
        double x = sorted[k];
        double next = sorted[Math.min(k + 1, sorted.length - 1)];
        // Neither 0 * (infinity - x) nor infinity - infinity, which are NaN.
        return h == k || x == next ? x : x + (h - k) * (next - x);
    }
}
