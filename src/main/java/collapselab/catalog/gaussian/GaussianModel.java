package collapselab.catalog.gaussian;

import collapselab.kernel.stats.FactorBlock;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Fitted normal distributions N(mean, L L'), one a chain. Immutable. */
final class GaussianModel {
    private final double[][] mean; // (d, chains)
    private final FactorBlock factor; // L
    private final int[] rank; // of L: one number a chain, or one for all

    GaussianModel(double[][] mean, FactorBlock factor, int... rank) {
        this.mean = mean;
        this.factor = factor;
        this.rank = rank;
    }

    /** The same normal distribution for all chains: mean 0 and a factor's packed entries. */
    static GaussianModel centred(double[] factor, int dimension, int chains) {
        double[][] entries = new double[factor.length][chains];
        for (int p = 0; p < factor.length; p++) {
            Arrays.fill(entries[p], factor[p]);
        }
        return new GaussianModel(new double[dimension][chains], FactorBlock.of(dimension, entries), dimension);
    }

    /**
     * The source of its samples x = mu + sqrt(tau) L z.
     *
     * @param temperature tau
     * @param reach the largest |z| along an axis; those beyond are drawn anew
     */
    Source samples(double temperature, double reach) {
        int d = factor.dimension();
        double root = Math.sqrt(temperature);
        return (chain, random, to) -> {
            double[] l = new double[FactorBlock.at(d, 0)];
            for (int i = 0, p = 0; i < d; i++) {
                for (int j = 0; j <= i; j++, p++) {
                    l[p] = root * factor.get(i, j, chain);
                }
            }
            double[] z = new double[d];
            var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            for (int at = 0; at < to.length; at += d) {
                for (int i = 0, p = 0; i < d; i++) {
                    do {
                        z[i] = gaussian.sample();
                    } while (Math.abs(z[i]) > reach);
                    double value = mean[i][chain];
                    for (int j = 0; j <= i; j++, p++) {
                        value += l[p] * z[j];
                    }
                    to[at + i] = value;
                }
            }
        };
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

    /** The factor's rank, known from the number of points: one number a chain, or one for all; not to be changed. */
    int[] rank() {
        return rank;
    }

    /** Whether a chain's covariance can be inverted. */
    boolean regular(int chain) {
        return rank[Math.min(chain, rank.length - 1)] == factor.dimension();
    }
}
