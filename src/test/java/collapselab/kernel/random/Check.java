package collapselab.kernel.random;

import java.util.Locale;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * One figure of many draws beside what a right sampler would give.
 *
 * @param name what was looked at
 * @param draws how many draws
 * @param statistic the figure: a chi-square, a number of standard errors or a count
 * @param p how often a right sampler is as far off, or further
 */
record Check(String name, long draws, double statistic, double p) {
    /** Counts of cells against their expectations. */
    static Check chiSquare(String name, long draws, long[] observed, double[] expected) {
        double sum = 0;
        for (int i = 0; i < observed.length; i++) {
            double off = observed[i] - expected[i];
            sum += off * off / expected[i];
        }
        double p = Gamma.regularizedGammaQ(0.5 * (observed.length - 1), 0.5 * sum);
        return new Check(name, draws, sum, p);
    }

    /** A sum that is normal if there are many draws, in standard errors from its expectation; both sides. */
    static Check standardErrors(String name, long draws, double z) {
        return new Check(name, draws, z, Erfc.value(Math.abs(z) / Math.sqrt(2)));
    }

    /** A count of rare draws, which is a Poisson number; both sides. */
    static Check rare(String name, long draws, long count, double expected) {
        var law = new PoissonDistribution(null, expected, PoissonDistribution.DEFAULT_EPSILON, 10_000_000);
        double below = law.cumulativeProbability((int) count);
        double above = 1 - law.cumulativeProbability((int) count - 1);
        return new Check(name, draws, count, Math.min(1, 2 * Math.min(below, above)));
    }

    /** The p-value in few characters. */
    String shortP() {
        return p >= 0.0995
                ? String.format(Locale.ROOT, "%.2f", p)
                : p >= 0.000995 ? String.format(Locale.ROOT, "%.3f", p) : String.format(Locale.ROOT, "%.0e", p);
    }
}
