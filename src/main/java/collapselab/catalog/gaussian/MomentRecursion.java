package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;

/**
 * The exact expectations, over chains, of the fitted variance and of the fitted mean's squared error at every generation,
 * per axis and for unit real variance. One linear recursion for all regimes and sources of real data; derived from
 * E[scatter of n points] = (n - 1) variance, Chan's merge of (size, mean, scatter), and, for the subsample, the variance of a
 * mean drawn without replacement. It reproduces Kazdan et al. 2024, lemmas 2 and 3 (accumulate) and (1 - 1/n)^t (replace).
 *
 * <p>Letters: k = real and s = n - k synthetic points of a batch, N = points in the pool, A = E[pool variance, divided by
 * N], M = E[pool mean^2], v = E[fitted variance], m = E[fitted mean^2], c = E[pool mean x kept data's mean].
 */
final class MomentRecursion {
    private final double[] variance;
    private final double[] meanError;

    MomentRecursion(Setting<GaussianParameters> setting) {
        Protocol protocol = setting.protocol();
        variance = new double[protocol.generations()];
        meanError = new double[protocol.generations()];
        run(setting, protocol);
    }

    private void run(Setting<GaussianParameters> setting, Protocol protocol) {
        DataRegime regime = setting.regime();
        Estimator estimator = setting.parameters().estimator();
        double tau = setting.parameters().temperature();
        double first = protocol.samples(0);
        double pooled = first;
        double a = 1 - 1 / first;
        double mm = 1 / first;
        double c = 1 / first;
        for (int g = 0; g < variance.length; g++) {
            double chosen = regime == DataRegime.SUBSAMPLE ? protocol.samples(g) : pooled;
            double drift = pooled > chosen ? a * (pooled - chosen) / (chosen * (pooled - 1)) : 0;
            double scatter = pooled > chosen ? a * pooled / (pooled - 1) * (chosen - 1) : a * chosen;
            double v = scatter / (estimator == Estimator.UNBIASED ? chosen - 1 : chosen);
            double m = mm + drift;
            variance[g] = v;
            meanError[g] = m;
            // The next batch: k real points of mean r, s points of mean mu + noise.
            double n = regime.batch(protocol, g + 1);
            double k = protocol.realSamples((int) n);
            double s = n - k;
            boolean fresh = protocol.realSource() == RealSource.FRESH || k == 0;
            // What the real part shares with generation 0: its own points, or the whole original set.
            double overlap = fresh ? 0 : protocol.realSource() == RealSource.KEPT ? 1 / k : 1 / first;
            c = fresh ? 0 : c;
            double noise = s == 0 ? 0 : tau * v / s;
            double batchMean2 = k / (n * n) + 2 * k * s / (n * n) * c + s * s / (n * n) * (m + noise);
            double batchScatter = Math.max(0, k - 1)
                    + Math.max(0, s - 1) * tau * v
                    + (k == 0 || s == 0 ? 0 : k * s / n * (1 / k + m + noise - 2 * c));
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
    double variance(int generation) {
        return variance[generation];
    }

    /** E[squared error of the fitted mean] at a generation, over the real variance. */
    double meanError(int generation) {
        return meanError[generation];
    }
}
