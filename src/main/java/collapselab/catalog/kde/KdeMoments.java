package collapselab.catalog.kde;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;

/**
 * The exact expectations, over chains, of a training set's variance and of its mean's squared error at every generation, as
 * traces over the real trace. One linear recursion for all regimes, sources of real data and growing batches: independent
 * points of a density have its moments, sets are merged by Chan's formula, and a mean drawn without replacement varies as for
 * any finite population. Under replace it is V' = (1 - 1/n)(V + d h^2), m' = m + (V + d h^2)/n.
 *
 * <p>Letters: k = real and s synthetic points of a batch of n, N = points in the pool, a = E[pool variance], mm = E[pool mean^2],
 * c = E[pool mean x the kept real data's mean], v = E[training variance], m = E[training mean^2], unit = 1, or 0 in the limit of
 * infinitely many points, where whatever is divided by a number of them vanishes.
 */
final class KdeMoments {
    private final double[] training;
    private final double[] added;
    private final double[] meanError;

    /**
     * The expectations in a setting.
     *
     * @param setting regime, batches, bandwidth
     * @param dimension d
     * @param variance the real trace
     */
    KdeMoments(Setting<KdeParameters> setting, int dimension, double variance) {
        int generations = setting.protocol().generations();
        training = new double[generations];
        added = new double[generations];
        meanError = new double[generations];
        for (int g = 0; g < generations; g++) {
            double h = setting.parameters().bandwidth((double) setting.regime().trained(setting.protocol(), g));
            added[g] = dimension * h * h / variance;
        }
        run(setting);
    }

    private void run(Setting<KdeParameters> setting) {
        DataRegime regime = setting.regime();
        Protocol protocol = setting.protocol();
        double unit = setting.parameters().infinite() ? 0 : 1;
        boolean fresh = protocol.realSource() == RealSource.FRESH;
        boolean pools = regime == DataRegime.ACCUMULATE || regime == DataRegime.SUBSAMPLE;
        double first = protocol.samples(0);
        double pooled = first;
        double a = 1 - unit / first;
        double mm = unit / first;
        double c = fresh ? 0 : mm;
        for (int g = 0; g < training.length; g++) {
            double chosen = regime == DataRegime.SUBSAMPLE ? protocol.samples(g) : pooled;
            double shared = pooled > chosen ? a * pooled / (pooled - unit) : a;
            double v = pooled > chosen ? shared * (chosen - unit) / chosen : a;
            double m = pooled > chosen ? mm + unit * shared * (pooled - chosen) / (pooled * chosen) : mm;
            training[g] = v;
            meanError[g] = m;
            if (g + 1 == training.length) {
                return;
            }
            // The next batch: k real points, s points of the training set with a kernel on each.
            double n = regime.batch(protocol, g + 1);
            double k = protocol.realSamples((int) n);
            double s = n - k;
            double drawn = v + added[g];
            double noise = s == 0 ? 0 : unit * drawn / s;
            double real = k == 0 ? 0 : unit / k;
            double batchMean2 = (k * k * real + 2 * k * s * c + s * s * (m + noise)) / (n * n);
            double between = k == 0 || s == 0 ? 0 : k * s / n * (real + m + noise - 2 * c);
            double batchScatter = Math.max(0, k - unit) + Math.max(0, s - unit) * drawn + between;
            double batchTimesPool = (k * c + s * mm) / n;
            // What the real part shares with generation 0: its own points, or the whole original set.
            double overlap = fresh ? 0 : protocol.realSource() == RealSource.KEPT ? real : unit / first;
            double batchTimesReal = (k * overlap + s * c) / n;
            double before = pools ? pooled : 0;
            double after = before + n;
            double gap2 = batchMean2 - 2 * batchTimesPool + mm;
            a = (before * a + batchScatter + before * n / after * gap2) / after;
            mm = (before * before * mm + 2 * before * n * batchTimesPool + n * n * batchMean2) / (after * after);
            c = (before * c + n * batchTimesReal) / after;
            pooled = after;
        }
    }

    /** E[V] over the real trace. */
    double training(int generation) {
        return training[generation];
    }

    /** E[trace of the density's covariance] over the real trace: E[V] + d h^2. */
    double variance(int generation) {
        return training[generation] + added[generation];
    }

    /** E[m] over the real trace. */
    double meanError(int generation) {
        return meanError[generation];
    }

    /** E[second moment of the density about the real mean] over the real trace: variance and drift together. */
    double total(int generation) {
        return variance(generation) + meanError[generation];
    }
}
