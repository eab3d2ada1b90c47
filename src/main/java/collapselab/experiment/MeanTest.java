package collapselab.experiment;

import java.util.function.DoubleUnaryOperator;
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
 * any shape, whose skewness is 2c, that cancels it. The leading term of what skewness the values have beyond that is taken out
 * by the monotone cubic of Hall (1992, J. R. Statist. Soc. B 54), x to ((1 + ax)^3 - 1)/(3a) with a = (skewness - 2c)/(3
 * sqrt(R)), where that brings the mean nearer to the law. And the degrees of freedom are those of the moment estimator of a
 * gamma variable's variance, (R - 1)/(1 + c^2), at most half of R - 1, as for exponential variables from any origin.
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

    /** A law that is so many times too large must be seen, or chains judge nothing. */
    private static final double LARGEST = 10;

    /** No limit of a known spread is larger, in standard errors. */
    private static final double MOST_ERRORS = 1e3;

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
            double skewness = skewness(chains, generation, law);
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

    /** Student's t of the chains, without what skewness may have added. */
    private static double guarded(ChainMoments chains, double expected) {
        double t = (chains.mean() - expected) / chains.standardError();
        double root = isRatio(chains, expected)
                ? 3 * (Math.cbrt(chains.mean() / expected) - 1) * chains.mean() / chains.standardError()
                : t;
        double a = (chains.skewness() - 2 * relative(chains, expected)) / (3 * Math.sqrt(chains.chains()));
        double straightened = Double.isNaN(a) || Math.abs(a) < 1e-6 ? root : (Math.pow(1 + a * root, 3) - 1) / (3 * a);
        return Math.signum(t) * Math.min(Math.abs(root), Math.abs(straightened));
    }

    private static boolean isRatio(ChainMoments chains, double expected) {
        return expected > 0 && chains.least() >= 0;
    }

    /** Relative deviation of values that are never negative; 0 of others, which have no scale of their own. */
    private static double relative(ChainMoments chains, double expected) {
        return isRatio(chains, expected) ? chains.deviation() / chains.mean() : 0;
    }

    private static double degrees(ChainMoments chains, double expected) {
        double relative = relative(chains, expected);
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
     * The smallest error of the law, relative to the law, that would have been found 95 times in 100 whether it makes the law
     * too large or too small; infinite above {@link #LARGEST}.
     *
     * @param alarm the chance of a false alarm on both sides together
     */
    static double visible(ChainMoments chains, double expected, int generation, Law law, double alarm) {
        if (law.spread().isPresent()) {
            double skewness = skewness(chains, generation, law);
            double limit = Math.max(limit(alarm, skewness), limit(alarm, -skewness)) + POWER;
            double error = limit * relativeError(chains, expected, generation, law);
            return error <= LARGEST ? error : Double.POSITIVE_INFINITY;
        }
        var student = new TDistribution(null, degrees(chains, expected));
        double limit = POWER - student.inverseCumulativeProbability(alarm / 2);
        double large = error(e -> guarded(chains, chains.mean() + e * Math.abs(chains.mean())), limit, LARGEST);
        // A law of values that are never negative cannot be too small by more than all of it.
        double all = isRatio(chains, expected) ? 1 - 1e-9 : LARGEST;
        double small = error(e -> guarded(chains, chains.mean() - e * Math.abs(chains.mean())), limit, all);
        return Math.max(large, small);
    }

    /** Skewness of a mean over chains, where theory gives that of one. */
    private static double skewness(ChainMoments chains, int generation, Law law) {
        return law.spread().orElseThrow().skewness().applyAsDouble(generation) / Math.sqrt(chains.chains());
    }

    /** How many standard errors above 0 a mean has half of the chance of a false alarm. */
    private static double limit(double alarm, double skewness) {
        return error(z -> -Math.log(pearson(z, skewness)), -Math.log(alarm / 2), MOST_ERRORS);
    }

    /** The smallest error whose test reaches a limit, to 1 part in 1000; infinite if the largest does not. */
    private static double error(DoubleUnaryOperator test, double limit, double largest) {
        double low = 0;
        double high = largest;
        if (Math.abs(test.applyAsDouble(high)) < limit) {
            return Double.POSITIVE_INFINITY;
        }
        while (high - low > 1e-3 * high) {
            double middle = 0.5 * (low + high);
            boolean found = Math.abs(test.applyAsDouble(middle)) >= limit;
            low = found ? low : middle;
            high = found ? middle : high;
        }
        return high;
    }
}
