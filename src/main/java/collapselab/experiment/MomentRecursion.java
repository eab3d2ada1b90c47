package collapselab.experiment;

import java.util.function.IntToDoubleFunction;

/**
 * The exact expectations, over chains, of a fitted variance and of the fitted mean's squared error at every generation, per
 * unit of real variance. One linear recursion for all regimes, growths and sources of real data; derived from E[scatter of
 * n points] = (n - 1) variance, Chan's merge of (size, mean, scatter), and, for the subsample, the variance of a mean drawn
 * without replacement. It needs second moments only, so it holds for any real distribution, and for whatever has a
 * variance: of a covariance the trace; of a word's probability the heterozygosity, the sum of p (1 - p). It reproduces
 * Kazdan et al. 2024, lemmas 2 and 3 (accumulate) and (1 - 1/n)^t (replace).
 *
 * <p>Letters: k = real and s = n - k synthetic points of a batch, N = points in the pool, A = E[pool variance, divided by
 * N], M = E[pool mean^2], v = E[fitted variance], m = E[fitted mean^2], c = E[pool mean x kept data's mean]; one = what a
 * single point takes away: 1, or 0 where the points are infinitely many and their numbers only weights.
 */
public final class MomentRecursion {
    /**
     * How a model follows from its training set, and the next samples from the model.
     *
     * @param limit n samples, or n = infinity
     * @param missing what the variance's divisor is short of the number of points: 0 for maximum likelihood, 1 for the
     *     unbiased estimator
     * @param scale variance of a sample over the fitted variance: a temperature
     * @param added variance that a sample of a generation's model has on top, over the real variance: a bandwidth's square
     */
    public record Step(SampleLimit limit, int missing, double scale, IntToDoubleFunction added) {
        /** Maximum likelihood, and samples of the model as it is. */
        public static final Step MAXIMUM_LIKELIHOOD = new Step(SampleLimit.FINITE, 0, 1, g -> 0);
    }

    private final double[] variance;
    private final double[] meanError;

    /** Works out all generations of a protocol. */
    public MomentRecursion(Protocol protocol, DataRegime regime, Step step) {
        variance = new double[protocol.generations()];
        meanError = new double[protocol.generations()];
        run(protocol, regime, step);
    }

    private void run(Protocol protocol, DataRegime regime, Step step) {
        double one = step.limit() == SampleLimit.FINITE ? 1 : 0;
        double first = protocol.samples(0);
        double pooled = first;
        double a = 1 - one / first;
        double mm = one / first;
        double c = one / first;
        for (int g = 0; g < variance.length; g++) {
            double chosen = regime == DataRegime.SUBSAMPLE ? protocol.samples(g) : pooled;
            double drift = pooled > chosen ? one * a * (pooled - chosen) / (chosen * (pooled - 1)) : 0;
            double scatter = pooled > chosen ? a * pooled / (pooled - one) * (chosen - one) : a * chosen;
            double v = scatter / (chosen - one * step.missing());
            double m = mm + drift;
            variance[g] = v;
            meanError[g] = m;
            // The next batch: k real points of mean r, s points of mean mu + noise.
            double sampled = step.scale() * v + step.added().applyAsDouble(g);
            double n = regime.batch(protocol, g + 1);
            double k = protocol.realSamples((int) n);
            double s = n - k;
            boolean fresh = protocol.realSource() == RealSource.FRESH || k == 0;
            // What the real part shares with generation 0: its own points, or the whole original set.
            double overlap = fresh ? 0 : protocol.realSource() == RealSource.KEPT ? one / k : one / first;
            c = fresh ? 0 : c;
            double noise = s == 0 ? 0 : one * sampled / s;
            double batchMean2 = one * k / (n * n) + 2 * k * s / (n * n) * c + s * s / (n * n) * (m + noise);
            double batchScatter = Math.max(0, k - one)
                    + Math.max(0, s - one) * sampled
                    + (k == 0 || s == 0 ? 0 : k * s / n * (one / k + m + noise - 2 * c));
            double batchTimesPool = k / n * c + s / n * mm;
            double batchTimesReal = k / n * overlap + s / n * c;
            double before = regime == DataRegime.ACCUMULATE || regime == DataRegime.SUBSAMPLE ? pooled : 0;
            double after = before + n;
            double gap2 = batchMean2 - 2 * batchTimesPool + mm;
            a = (before * a + batchScatter + before * n / after * gap2) / after;
            mm = (before * before * mm + 2 * before * n * batchTimesPool + n * n * batchMean2) / (after * after);
            c = (before * c + n * batchTimesReal) / after;
            pooled = after;
        }
    }

    /** E[fitted variance] at a generation, over the real variance. */
    public double variance(int generation) {
        return variance[generation];
    }

    /** E[squared error of the fitted mean] at a generation, over the real variance. */
    public double meanError(int generation) {
        return meanError[generation];
    }
}
