package collapselab.kernel.mixture;

import java.util.Optional;

/**
 * Points in the plane, plain or weighted; a view of arrays whose first {@link #size} numbers nobody changes any more.
 *
 * @see ExpectationMaximization
 */
public final class PlanePoints {
    private final double[] x;
    private final double[] y;
    private final Optional<double[]> weights;
    private final int size;
    private final double total;

    private PlanePoints(double[] x, double[] y, Optional<double[]> weights, int size, double total) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.size = size;
        this.total = total;
    }

    /** The first {@code size} points of two arrays, each of weight 1. */
    public static PlanePoints of(double[] x, double[] y, int size) {
        return new PlanePoints(x, y, Optional.empty(), size, size);
    }

    /** Points that count for as much as their weights say, all above 0. */
    public static PlanePoints weighted(double[] x, double[] y, double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return new PlanePoints(x, y, Optional.of(weights), weights.length, total);
    }

    /** How many points there are. */
    public int size() {
        return size;
    }

    /** What their weights add up to: for plain points their number. */
    public double total() {
        return total;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    public double weight(int point) {
        return weights.isPresent() ? weights.get()[point] : 1;
    }

    /** The first coordinates; not to be changed. */
    double[] x() {
        return x;
    }

    /** The second coordinates; not to be changed. */
    double[] y() {
        return y;
    }

    /** The weights, if they are not all 1; not to be changed. */
    Optional<double[]> weights() {
        return weights;
    }
}
