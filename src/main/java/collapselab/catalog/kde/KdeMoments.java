package collapselab.catalog.kde;

import collapselab.experiment.MomentRecursion;
import collapselab.experiment.MomentRecursion.Step;
import collapselab.experiment.Setting;

/**
 * The exact expectations, over chains, of the first two moments at every generation, as traces over the real trace. A training
 * set is fitted by itself, and a point drawn from it has the kernel's d h^2 on top: under replace V' = (1 - 1/n)(V + d h^2), m'
 * = m + (V + d h^2)/n.
 */
final class KdeMoments {
    private final double[] added;
    private final Step step;
    private final MomentRecursion recursion;

    /**
     * The expectations in a setting.
     *
     * @param setting regime, batches, bandwidth
     * @param dimension d
     * @param variance the real trace
     */
    KdeMoments(Setting<KdeParameters> setting, int dimension, double variance) {
        added = new double[setting.protocol().generations()];
        for (int g = 0; g < added.length; g++) {
            double h = setting.parameters().bandwidth((double) setting.regime().trained(setting.protocol(), g));
            added[g] = dimension * h * h / variance;
        }
        step = new Step(setting.parameters().statistical(), 0, 1, g -> added[g]);
        recursion = new MomentRecursion(setting.protocol(), setting.regime(), step);
    }

    /** What the recursion goes by. */
    Step step() {
        return step;
    }

    /** E[V] over the real trace. */
    double training(int generation) {
        return recursion.variance(generation);
    }

    /** E[trace of the density's covariance] over the real trace: E[V] + d h^2. */
    double variance(int generation) {
        return recursion.variance(generation) + added[generation];
    }

    /** E[m] over the real trace. */
    double meanError(int generation) {
        return recursion.meanError(generation);
    }

    /** E[second moment of the density about the real mean] over the real trace: variance and drift together. */
    double total(int generation) {
        return variance(generation) + meanError(generation);
    }
}
