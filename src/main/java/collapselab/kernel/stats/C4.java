package collapselab.kernel.stats;

import org.apache.commons.math3.special.Gamma;

/** The constant c4(n): the mean of the standard deviation of n normal numbers (divisor n - 1), over the true one. */
public final class C4 {
    /** From here on the series is exact to the last bit. */
    private static final double LARGE = 50;

    private C4() {}

    /**
     * sqrt(2/(n - 1)) Gamma(n/2) / Gamma((n - 1)/2); of large n by the series of the ratio of the two, whose logarithms would
     * cancel (Tricomi and Erdelyi 1951).
     *
     * @param n from 2
     */
    public static double of(double n) {
        double x = (n - 1) / 2;
        if (x < LARGE) {
            return Math.exp(Gamma.logGamma(x + 0.5) - Gamma.logGamma(x)) / Math.sqrt(x);
        }
        double y = 1 / (x * x);
        return Math.exp((-1.0 / 8 + y * (1.0 / 192 + y * (-1.0 / 640 + y * 17 / 14_336))) / x);
    }
}
