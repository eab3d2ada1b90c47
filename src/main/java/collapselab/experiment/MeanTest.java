package collapselab.experiment;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * How likely a mean over chains is under a law, and which error of the law it would have shown.
 *
 * <p>Where theory gives one chain's deviation and skewness, the mean over R chains is taken as Pearson's type III, a shifted
 * gamma variable of its first three moments: exact for sums of gamma variables, and a normal variable where there is no
 * skewness.
 *
 * <p>Else the spread is the chains' own, and three things guard against what a mean of skewed values does to Student's t,
 * whose lower tail is a hundred times too heavy for a few chi-square values. Of values that are never negative, the cube root
 * of the mean is compared (Wilson and Hilferty 1931), divided by the values' own relative deviation c: for gamma variables of
 * any shape that cancels the leading skewness. Beside it stands t with twice the leading term of its skewness taken out by the
 * values' own, (e^(bt) - 1)/b with b = 4 skewness / (3 sqrt(R)) (Hall 1992, J. R. Statist. Soc. B 54, has half of it); of
 * these and t itself the one nearest to the law counts. And the degrees of freedom are those of the variance's moment
 * estimator for gamma variables, (R - 1)/(1 + c^2), at most half of R - 1, as for exponential ones from any origin.
 *
 * @param standardErrors the mean less the law's value, in standard errors
 * @param below chance of a mean as low as this or lower
 * @param above chance of a mean as high as this or higher
 */
record MeanTest(double standardErrors, double below, double above) {
    /** Relative rounding over thousands of generations, where all chains round alike, and of a mean where they do not. */
    static final double ROUNDING = 1e-9;

    private static final double MEAN_ROUNDING = 1e-12;

    /** An error counts as visible if it is found 95 times in 100: so many standard errors beyond the limit. */
    private static final double POWER = 1.645;

    /** Nearer than this Student's tail is heavier than the normal one, which is chance enough, and takes far longer. */
    private static final double CLOSE = 3;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private static final MeanTest SAME = new MeanTest(0, 1, 1);

    /**
     * Compares chains that can be compared.
     *
     * @param chains what they gave
     * @param expected what the law says
     * @param generation where
     * @param law the law
     */
    static MeanTest of(ChainMoments chains, double expected, int generation, Law law) {
        double gap = chains.mean() - expected;
        if (same(chains, expected) || (chains.constant() && holds(law, gap))) {
            return SAME;
        }
        if (law.spread().isPresent()) {
            double deviation = law.spread().get().deviation().applyAsDouble(generation);
            double z = gap / (deviation / Math.sqrt(chains.chains()));
            double skewness = law.spread().get().skewness().applyAsDouble(generation) / Math.sqrt(chains.chains());
            return deviation == 0 ? certain(gap) : new MeanTest(z, pearson(-z, -skewness), pearson(z, skewness));
        }
        double t = guarded(chains, expected);
        double tail = Math.abs(t) < CLOSE
                ? NORMAL.cumulativeProbability(-Math.abs(t))
                : new TDistribution(null, degrees(chains, expected)).cumulativeProbability(-Math.abs(t));
        double z = gap / chains.standardError();
        return t < 0 ? new MeanTest(z, tail, 1 - tail) : new MeanTest(z, 1 - tail, tail);
    }

    private static boolean same(ChainMoments chains, double expected) {
        double unit = Math.max(ChainMoments.UNIT, Math.abs(expected));
        return Math.abs(chains.mean() - expected) <= (chains.constant() ? ROUNDING : MEAN_ROUNDING) * unit;
    }

    private static boolean holds(Law law, double gap) {
        return (law.kind() == Law.Kind.UPPER && gap <= 0) || (law.kind() == Law.Kind.LOWER && gap >= 0);
    }

    /** Where nothing is left to chance any gap is an error. */
    private static MeanTest certain(double gap) {
        return new MeanTest(gap * Double.POSITIVE_INFINITY, gap < 0 ? 0 : 1, gap < 0 ? 1 : 0);
    }

    /**
     * Whether chains can be compared with a law at all: two or more, all with a value, and with a spread unless theory says
     * that there is none.
     */
    static boolean possible(ChainMoments chains, double expected, int generation, Law law) {
        if (Double.isNaN(chains.mean()) || !Double.isFinite(expected)) {
            return false;
        }
        boolean certain =
                law.spread().isPresent() && law.spread().get().deviation().applyAsDouble(generation) == 0;
        boolean comparable = law.spread().isPresent()
                || !chains.constant()
                || same(chains, expected)
                || holds(law, chains.mean() - expected);
        return certain || (chains.chains() > 1 && comparable);
    }

    /** Chance that Pearson's type III variable of mean 0, variance 1 and some skewness is z or more. */
    private static double pearson(double z, double skewness) {
        if (Math.abs(skewness) < 1e-4) {
            return NORMAL.cumulativeProbability(-z);
        }
        double shape = 4 / (skewness * skewness);
        double x = shape + Math.signum(skewness) * z * Math.sqrt(shape);
        if (x <= 0) {
            return skewness > 0 ? 1 : 0;
        }
        return skewness > 0 ? RegularizedGamma.Q.value(shape, x) : RegularizedGamma.P.value(shape, x);
    }

    /** Student's t of the chains, moved towards 0 by what skewness may have added. */
    private static double guarded(ChainMoments chains, double expected) {
        double t = (chains.mean() - expected) / chains.standardError();
        double b = 4 * chains.skewness() / (3 * Math.sqrt(chains.chains()));
        double straightened = Double.isNaN(b) || Math.abs(b) < 1e-6 ? t : Math.expm1(b * t) / b;
        double root = isRatio(chains, expected)
                ? 3 * (Math.cbrt(chains.mean() / expected) - 1) * chains.mean() / chains.standardError()
                : t;
        return Math.signum(t) * Math.min(Math.abs(t), Math.min(Math.abs(root), Math.abs(straightened)));
    }

    private static boolean isRatio(ChainMoments chains, double expected) {
        return expected > 0 && chains.least() >= 0;
    }

    private static double degrees(ChainMoments chains, double expected) {
        double relative = isRatio(chains, expected) ? chains.deviation() / chains.mean() : 0;
        return (chains.chains() - 1) / Math.max(2, 1 + relative * relative);
    }

    /** Standard error of the mean over chains, relative to the law: what sees best is where it is smallest. */
    static double relativeError(ChainMoments chains, double expected, int generation, Law law) {
        double deviation = law.spread()
                .map(spread -> spread.deviation().applyAsDouble(generation))
                .orElse(chains.deviation());
        return deviation / Math.sqrt(chains.chains()) / Math.abs(expected);
    }

    /**
     * The smallest error of the law, relative to the law, that would have been found 95 times in 100; infinite where no error
     * would.
     *
     * @param alarm the chance of a false alarm on both sides together
     */
    static double visible(ChainMoments chains, double expected, int generation, Law law, double alarm) {
        double error = relativeError(chains, expected, generation, law);
        if (law.spread().isPresent()) {
            double limit = POWER - NORMAL.inverseCumulativeProbability(alarm / 2);
            return limit * error;
        }
        double limit =
                POWER - new TDistribution(null, degrees(chains, expected)).inverseCumulativeProbability(alarm / 2);
        if (!isRatio(chains, expected)) {
            return limit * error;
        }
        double left = 1 - limit * chains.standardError() / (3 * chains.mean());
        return left <= 0 ? Double.POSITIVE_INFINITY : 1 / (left * left * left) - 1;
    }
}
