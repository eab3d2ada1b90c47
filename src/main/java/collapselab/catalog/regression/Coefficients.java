package collapselab.catalog.regression;

import java.util.Optional;

/**
 * Fitted coefficients, one vector a chain, as whitened errors theta - theta* in two parts. Immutable.
 *
 * <p>bias: their mean over all noise, given all inputs; deviation: the rest.
 */
final class Coefficients {
    private final Optional<double[][]> bias; // (d, chains); empty: all 0
    private final double[][] deviation; // (d, chains)

    private Coefficients(Optional<double[][]> bias, double[][] deviation) {
        this.bias = bias;
        this.deviation = deviation;
    }

    /** Coefficients that are right on average; (d, chains), not to be changed afterwards. */
    static Coefficients unbiased(double[][] deviation) {
        return new Coefficients(Optional.empty(), deviation);
    }

    /** Any coefficients; both (d, chains), not to be changed afterwards. */
    static Coefficients of(double[][] bias, double[][] deviation) {
        return new Coefficients(Optional.of(bias), deviation);
    }

    /** The true ones. */
    static Coefficients exact(int dimension, int chains) {
        return unbiased(new double[dimension][chains]);
    }

    int dimension() {
        return deviation.length;
    }

    int chains() {
        return deviation[0].length;
    }

    boolean isUnbiased() {
        return bias.isEmpty();
    }

    double bias(int axis, int chain) {
        return bias.isEmpty() ? 0 : bias.get()[axis][chain];
    }

    double deviation(int axis, int chain) {
        return deviation[axis][chain];
    }

    /** theta - theta* on one axis. */
    double error(int axis, int chain) {
        return bias(axis, chain) + deviation[axis][chain];
    }
}
