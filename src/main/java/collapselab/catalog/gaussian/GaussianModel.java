package collapselab.catalog.gaussian;

import collapselab.kernel.stats.FactorBlock;

/** Fitted normal distributions N(mean, L L'), one a chain. Immutable. */
final class GaussianModel {
    private final double[][] mean; // (d, chains)
    private final FactorBlock factor; // L

    GaussianModel(double[][] mean, FactorBlock factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** N(0, I), the real distribution. */
    static GaussianModel standard(int dimension, int chains) {
        return new GaussianModel(new double[dimension][chains], FactorBlock.identity(dimension, chains));
    }

    double mean(int axis, int chain) {
        return mean[axis][chain];
    }

    /** The means, (d, chains); not to be changed. */
    double[][] mean() {
        return mean;
    }

    FactorBlock factor() {
        return factor;
    }
}
