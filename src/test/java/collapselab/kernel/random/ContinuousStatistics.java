package collapselab.kernel.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Draws of a continuous law, gathered into 400 bins of the same probability, 20 x 20 bins of pairs, counts in the far tails,
 * eight moments and serial products. Every standard error is the law's own, none is estimated from the draws.
 */
final class ContinuousStatistics {
    private static final int BINS = 400;
    private static final int SIDE = 20;
    private static final int MOMENTS = 8;
    private static final int LAGS = 4;
    private static final int[] SIGMAS = {3, 4, 5};

    private final ContinuousLaw law;
    private final Bins bins;
    private final double mean;
    private final double deviation;
    private final double[] moments = new double[2 * MOMENTS + 1]; // of (x - mean) / deviation
    private final double[] lower =
            new double[SIGMAS.length]; // where a tail begins that is as probable as the normal one
    private final double[] upper = new double[SIGMAS.length];

    private long draws;
    private final long[] counts = new long[BINS];
    private final long[] pairs = new long[SIDE * SIDE];
    private final long[] below = new long[SIGMAS.length];
    private final long[] above = new long[SIGMAS.length];
    private final double[] powers = new double[MOMENTS + 1];
    private final double[] products = new double[LAGS + 1];
    private final double[] squares = new double[LAGS + 1];
    private double[] z = new double[LAGS]; // the last ones of the block before, and the block's
    private double[] w = new double[LAGS]; // their squares less 1

    ContinuousStatistics(ContinuousLaw law) {
        this.law = law;
        bins = new Bins(law, BINS);
        mean = law.mean(x -> x);
        deviation = Math.sqrt(law.mean(x -> (x - mean) * (x - mean)));
        for (int k = 0; k < moments.length; k++) {
            int power = k;
            moments[k] = law.mean(x -> Math.pow((x - mean) / deviation, power));
        }
        for (int s = 0; s < SIGMAS.length; s++) {
            lower[s] = law.quantile(tail(s));
            upper[s] = law.upperQuantile(tail(s));
        }
    }

    private static double tail(int s) {
        return 0.5 * Erfc.value(SIGMAS[s] / Math.sqrt(2));
    }

    /** Adds draws in their order; an even number, always the same. */
    void add(double[] x) {
        int n = x.length;
        if (z.length < n + LAGS) {
            z = new double[n + LAGS];
            w = new double[n + LAGS];
        }
        for (int i = 0; i < n; i++) {
            double t = (x[i] - mean) / deviation;
            z[i + LAGS] = t;
            w[i + LAGS] = t * t - 1;
        }
        place(x);
        addPowers(n);
        for (int lag = 1; lag <= LAGS; lag++) {
            // The first draws of all have none before them: products with the zeros there are none.
            products[lag] += product(z, lag, n);
            squares[lag] += product(w, lag, n);
        }
        System.arraycopy(z, n, z, 0, LAGS);
        System.arraycopy(w, n, w, 0, LAGS);
        draws += n;
    }

    private void place(double[] x) {
        int before = 0;
        for (int i = 0; i < x.length; i++) {
            int bin = bins.of(x[i]);
            counts[bin]++;
            if ((i & 1) == 1) {
                pairs[before / SIDE * SIDE + bin / SIDE]++;
            }
            before = bin;
            if (bin == 0 || bin == BINS - 1) {
                for (int s = 0; s < SIGMAS.length; s++) {
                    below[s] += x[i] < lower[s] ? 1 : 0;
                    above[s] += x[i] > upper[s] ? 1 : 0;
                }
            }
        }
    }

    private void addPowers(int n) {
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        double s8 = 0;
        for (int i = LAGS; i < n + LAGS; i++) {
            double t = z[i];
            double t2 = t * t;
            double t4 = t2 * t2;
            s1 += t;
            s2 += t2;
            s3 += t2 * t;
            s4 += t4;
            s5 += t4 * t;
            s6 += t4 * t2;
            s7 += t4 * t2 * t;
            s8 += t4 * t4;
        }
        double[] sums = {0, s1, s2, s3, s4, s5, s6, s7, s8};
        for (int k = 1; k <= MOMENTS; k++) {
            powers[k] += sums[k];
        }
    }

    private static double product(double[] of, int lag, int n) {
        double sum = 0;
        for (int i = LAGS; i < n + LAGS; i++) {
            sum += of[i] * of[i - lag];
        }
        return sum;
    }

    /** All checks, always in the same order. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        double[] expected = new double[BINS];
        Arrays.setAll(expected, i -> draws * bins.probability(i));
        checks.add(Check.chiSquare("bins", draws, counts, expected));
        double[] cells = new double[SIDE * SIDE];
        Arrays.fill(cells, 0.5 * draws / cells.length);
        checks.add(Check.chiSquare("pairs", draws / 2, pairs, cells));
        for (int k = 1; k <= MOMENTS; k++) {
            double variance = moments[2 * k] - moments[k] * moments[k];
            double z = (powers[k] - draws * moments[k]) / Math.sqrt(draws * variance);
            checks.add(Check.standardErrors("m" + k, draws, z));
        }
        for (int s = SIGMAS.length - 1; s >= 0; s--) {
            double tail = law.below().applyAsDouble(lower[s]);
            checks.add(Check.rare("<-" + SIGMAS[s], draws, below[s], draws * tail));
        }
        for (int s = 0; s < SIGMAS.length; s++) {
            double tail = law.above().applyAsDouble(upper[s]);
            checks.add(Check.rare(">" + SIGMAS[s], draws, above[s], draws * tail));
        }
        for (int lag = 1; lag <= LAGS; lag++) {
            checks.add(Check.standardErrors("lag" + lag, draws, products[lag] / Math.sqrt((double) draws)));
        }
        for (int lag = 1; lag <= LAGS; lag++) {
            double z = squares[lag] / (moments[4] - 1) / Math.sqrt((double) draws);
            checks.add(Check.standardErrors("lag" + lag + "²", draws, z));
        }
        return checks;
    }
}
