package collapselab.kernel.mixture;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

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

    /** The first points, copied. */
    public PlanePoints first(int count) {
        return at(IntStream.range(0, count).toArray());
    }

    /** The points at some places, copied. */
    public PlanePoints at(int[] places) {
        return new PlanePoints(
                chosen(x, places),
                chosen(y, places),
                weights.map(w -> chosen(w, places)),
                places.length,
                weights.isPresent()
                        ? Arrays.stream(places).mapToDouble(this::weight).sum()
                        : places.length);
    }

    private static double[] chosen(double[] values, int[] places) {
        double[] chosen = new double[places.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[places[i]];
        }
        return chosen;
    }

    /** The same points with weights a factor times as large, copied. */
    public PlanePoints scaled(double factor) {
        double[] scaled = new double[size];
        Arrays.setAll(scaled, i -> factor * weight(i));
        return weighted(Arrays.copyOf(x, size), Arrays.copyOf(y, size), scaled);
    }

    /**
     * These points and then others; either both plain or both weighted. Where the arrays have room the others are written
     * behind these points, which stay as they are: only one set may follow a set.
     *
     * @param more what follows
     * @param room how many further points to leave room for if the arrays must grow
     */
    public PlanePoints followedBy(PlanePoints more, int room) {
        return new PlanePoints(
                appended(x, more.x, more.size, room),
                appended(y, more.y, more.size, room),
                weights.map(w -> appended(w, more.weights.orElseThrow(), more.size, room)),
                size + more.size,
                total + more.total);
    }

    private double[] appended(double[] values, double[] more, int count, int room) {
        double[] grown = values.length < size + count ? Arrays.copyOf(values, size + count + room) : values;
        System.arraycopy(more, 0, grown, size, count);
        return grown;
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
