package collapselab.catalog.regression;

import collapselab.plot.Doubles;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What a ridge fit gives for many samples and dimensions at any ratio of the two (Dohmatob et al. 2024, theorem 4.3 and
 * equation 23; isotropic: corollary 4.7). With df_m(k) = tr Sigma^m (Sigma + k)^-m, k solves k - lambda = k df_1(k) / T.
 */
final class RidgeTheory {
    private final double kappa;
    private final double bias;
    private final double variance;
    private final double inherited;

    /**
     * A fit.
     *
     * @param truth spectrum and coefficients
     * @param samples T
     * @param ridge lambda, above 0
     */
    RidgeTheory(Truth truth, double samples, double ridge) {
        Doubles eigenvalues = truth.eigenvalues();
        kappa = kappa(eigenvalues, samples, ridge);
        double df2 = 0;
        double squares = 0;
        double lost = 0;
        for (int j = 0; j < eigenvalues.size(); j++) {
            double value = eigenvalues.get(j);
            double shrunk = 1 / ((value + kappa) * (value + kappa));
            df2 += value * value * shrunk;
            squares += shrunk;
            lost += truth.coefficients().get(j) * truth.coefficients().get(j) * shrunk;
        }
        double rest = 1 - df2 / samples;
        bias = kappa * kappa * lost / rest;
        variance = df2 / samples / rest;
        inherited = df2 + kappa * kappa * squares * variance;
    }

    private static double kappa(Doubles eigenvalues, double samples, double ridge) {
        double trace = 0;
        for (int j = 0; j < eigenvalues.size(); j++) {
            trace += eigenvalues.get(j);
        }
        DoubleUnaryOperator gap = k -> {
            double df1 = 0;
            for (int j = 0; j < eigenvalues.size(); j++) {
                df1 += eigenvalues.get(j) / (eigenvalues.get(j) + k);
            }
            return k - ridge - k * df1 / samples;
        };
        // k df_1(k) lies between 0 and the trace.
        return new BrentSolver(1e-15, 1e-15, 1e-16)
                .solve(1_000, gap::applyAsDouble, ridge, ridge + trace / samples * (1 + 1e-9) + 1e-12);
    }

    /** k. */
    double kappa() {
        return kappa;
    }

    /** The loss that shrinking causes. */
    double bias() {
        return bias;
    }

    /** The loss that labels' noise causes, over its variance. */
    double variance() {
        return variance;
    }

    /**
     * What an error of the labelling model becomes: the loss it causes over v, where the model's whitened error has
     * covariance v I.
     */
    double inherited() {
        return inherited;
    }
}
