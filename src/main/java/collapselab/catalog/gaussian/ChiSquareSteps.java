package collapselab.catalog.gaussian;

import collapselab.kernel.stats.C4;
import java.util.function.IntUnaryOperator;
import org.apache.commons.math3.special.Gamma;

/**
 * Closed forms for models that are each fitted to normal samples of the last model alone: every fit multiplies the covariance
 * by an independent Wishart matrix of n_t - 1 degrees of freedom over the estimator's divisor. All are for samples as the
 * model is; tau adds its own factor.
 */
final class ChiSquareSteps {
    private final double[] log;
    private final double[] logSpread;
    private final double[] logThird;
    private final double[] root;
    private final double[] swell;
    private final double[] third;
    private final double[] inverse;

    /**
     * Works out all generations.
     *
     * @param sizes n_t by generation, above {@code dimension}
     */
    ChiSquareSteps(int generations, IntUnaryOperator sizes, int dimension, Estimator estimator) {
        log = new double[generations];
        logSpread = new double[generations];
        logThird = new double[generations];
        root = new double[generations];
        swell = new double[generations];
        third = new double[generations];
        inverse = new double[generations];
        double logs = 0;
        double spreads = 0;
        double roots = 0;
        double swells = 0;
        double logThirds = 0;
        double thirds = 0;
        double inverses = 0;
        for (int g = 0; g < generations; g++) {
            int n = sizes.applyAsInt(g);
            for (int j = 1; j <= dimension; j++) {
                logs += logStep(n, j, estimator) / dimension;
                spreads += Gamma.trigamma((n - j) / 2.0) / dimension / dimension;
                logThirds += tetragamma((n - j) / 2.0) / Math.pow(dimension, 3);
            }
            roots += rootStep(n, estimator);
            swells += Math.log1p(2.0 / (n - 1));
            thirds += Math.log1p(2.0 / (n - 1)) + Math.log1p(4.0 / (n - 1));
            inverses += 1.0 / n;
            log[g] = logs;
            logSpread[g] = spreads;
            logThird[g] = logThirds;
            root[g] = Math.exp(roots);
            swell[g] = Math.exp(swells);
            third[g] = Math.exp(thirds);
            inverse[g] = inverses;
        }
    }

    /** Mean over chains of one generation's change of ln variance: psi((n-1)/2) + ln 2 - ln(n - 1), or - ln n. */
    static double logStep(int n, Estimator estimator) {
        return logStep(n, 1, estimator);
    }

    /** The same of the j-th chi-square of a Bartlett factor, j from 1. */
    private static double logStep(int n, int j, Estimator estimator) {
        return Gamma.digamma((n - j) / 2.0) + Math.log(2.0 / estimator.divisor(n));
    }

    /** ln of E[sigma_t] / E[sigma_(t-1)]: the constant c4(n), times sqrt((n-1)/n) for maximum likelihood. */
    private static double rootStep(int n, Estimator estimator) {
        return Math.log(C4.of(n)) + 0.5 * Math.log((n - 1.0) / estimator.divisor(n));
    }

    /** E ln det(Sigma_t) / d. */
    double log(int generation) {
        return log[generation];
    }

    /** Standard deviation of ln det(Sigma_t) / d. */
    double logDeviation(int generation) {
        return Math.sqrt(logSpread[generation]);
    }

    /** Skewness of ln det(Sigma_t) / d. */
    double logSkewness(int generation) {
        return logThird[generation] / Math.pow(logSpread[generation], 1.5);
    }

    /** Third cumulant of ln of a gamma variable of shape x, psi''(x): recurrence and asymptotic series (Abramowitz and Stegun 1964, 6.4.6 and 6.4.14). */
    private static double tetragamma(double x) {
        double sum = 0;
        double y = x;
        for (; y < 10; y++) {
            sum -= 2 / (y * y * y);
        }
        double inverse = 1 / (y * y);
        return sum
                - inverse * (1 + 1 / y + inverse * (0.5 - inverse * (1.0 / 6 - inverse * (1.0 / 6 - 0.3 * inverse))));
    }

    /** E[sigma_t] along an axis. */
    double root(int generation) {
        return root[generation];
    }

    /** E[sigma_t^4] / E[sigma_t^2]^2 along an axis: how widely one chain's variance is spread. */
    double swell(int generation) {
        return swell[generation];
    }

    /** Skewness of sigma_t^2 along an axis. */
    double skewness(int generation) {
        double square = swell[generation];
        return (third[generation] - 3 * square + 2) / Math.pow(square - 1, 1.5);
    }

    /** The sum of 1/n_t. */
    double inverse(int generation) {
        return inverse[generation];
    }
}
