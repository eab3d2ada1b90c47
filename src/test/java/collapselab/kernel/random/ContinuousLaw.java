package collapselab.kernel.random;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * A continuous law that draws are held against.
 *
 * @param density its density
 * @param below the probability of numbers below x
 * @param above the probability of numbers above x, exact where it is small
 * @param least where it begins, or where nothing is left below for any number of draws
 * @param most where it ends likewise
 */
record ContinuousLaw(
        DoubleUnaryOperator density, DoubleUnaryOperator below, DoubleUnaryOperator above, double least, double most) {
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(12, -1, 1);

    /** N(0, 1). */
    static ContinuousLaw normal() {
        return new ContinuousLaw(
                x -> Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI),
                x -> 0.5 * Erfc.value(-x / Math.sqrt(2)),
                x -> 0.5 * Erfc.value(x / Math.sqrt(2)),
                -16,
                16);
    }

    /** Uniform on [0, 1). */
    static ContinuousLaw uniform() {
        return new ContinuousLaw(x -> 1, x -> x, x -> 1 - x, 0, 1);
    }

    /** The root of a chi-square number. */
    static ContinuousLaw chi(int degrees) {
        double shape = 0.5 * degrees;
        double log = (1 - shape) * Math.log(2) - Gamma.logGamma(shape);
        return new ContinuousLaw(
                x -> Math.exp(log + (degrees - 1) * Math.log(x) - 0.5 * x * x),
                x -> Gamma.regularizedGammaP(shape, 0.5 * x * x),
                x -> Gamma.regularizedGammaQ(shape, 0.5 * x * x),
                Math.max(0, Math.sqrt(degrees) - 16),
                Math.sqrt(degrees) + 16);
    }

    /** The number with probability p below it. */
    double quantile(double p) {
        return root(x -> below.applyAsDouble(x) < p);
    }

    /** The number with probability p above it. */
    double upperQuantile(double p) {
        return root(x -> above.applyAsDouble(x) > p);
    }

    private double root(DoublePredicate tooLow) {
        double a = least;
        double b = most;
        for (int i = 0; i < 80; i++) {
            double middle = 0.5 * (a + b);
            if (tooLow.test(middle)) {
                a = middle;
            } else {
                b = middle;
            }
        }
        return 0.5 * (a + b);
    }

    /** The mean of a function. */
    double mean(DoubleUnaryOperator of) {
        int panels = 512;
        double half = (most - least) / panels / 2;
        return IntStream.range(0, panels)
                .mapToDouble(i -> {
                    double centre = least + (2 * i + 1) * half;
                    return half
                            * GAUSS.integrate(t -> {
                                double x = centre + half * t;
                                return of.applyAsDouble(x) * density.applyAsDouble(x);
                            });
                })
                .sum();
    }
}
