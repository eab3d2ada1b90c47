package collapselab.kernel.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Made point clouds, with scikit-learn's geometry (Pedregosa et al. 2011, sklearn.datasets): a curve, surface or set of
 * centres, and round normal noise about it. Points are drawn independently; scikit-learn spaces those of circles and moons
 * evenly and gives blobs equal counts, which hides the sampling error of the first generation.
 */
public enum Shape {
    /** N(0, 1). */
    NORMAL(1, 1),
    /** Three unit normals in a box of +-10; centres as {@code make_blobs(random_state=42)}, the same for every draw. */
    BLOBS(2, 1),
    /** Radii 1 and 0.8, as {@code make_circles(noise=0.05)}. */
    CIRCLES(2, 0.05),
    /** Two interleaved half circles, as {@code make_moons(noise=0.05)}. */
    MOONS(2, 0.05),
    /** A rolled-up sheet, as {@code make_swiss_roll(noise=0.05)}. */
    SWISS_ROLL(3, 0.05);

    private static final double[][] CENTRES = {
        {-2.50919762, 9.01428613}, {4.63987884, 1.97316968}, {-6.87962719, -6.88010959}
    };
    private static final double INNER = 0.8;
    private static final double HEIGHT = 21;

    private final int dimension;
    private final double noise;

    Shape(int dimension, double noise) {
        this.dimension = dimension;
        this.noise = noise;
    }

    /** d, 1 to 3. */
    public int dimension() {
        return dimension;
    }

    /** The standard deviation of the noise on each axis. */
    public double noise() {
        return noise;
    }

    /**
     * Draws independent points.
     *
     * @param random where the randomness comes from; the first points are the same however many are drawn
     * @param points (n, d) receives their coordinates, point by point
     */
    public void draw(UniformRandomProvider random, double[] points) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        for (int at = 0; at < points.length; at += dimension) {
            place(random.nextDouble(), random.nextDouble(), points, at);
            for (int a = at; a < at + dimension; a++) {
                points[a] += noise * gaussian.sample();
            }
        }
    }

    /** The point of the shape itself at two coordinates from 0 to 1. */
    private void place(double u, double v, double[] out, int at) {
        switch (this) {
            case NORMAL -> out[at] = 0;
            case BLOBS -> System.arraycopy(CENTRES[(int) (u * CENTRES.length)], 0, out, at, 2);
            case CIRCLES -> {
                double radius = v < 0.5 ? 1 : INNER;
                out[at] = radius * Math.cos(2 * Math.PI * u);
                out[at + 1] = radius * Math.sin(2 * Math.PI * u);
            }
            case MOONS -> {
                boolean outer = v < 0.5;
                double x = Math.cos(Math.PI * u);
                double y = Math.sin(Math.PI * u);
                out[at] = outer ? x : 1 - x;
                out[at + 1] = outer ? y : 0.5 - y;
            }
            case SWISS_ROLL -> {
                double t = 1.5 * Math.PI * (1 + 2 * u);
                out[at] = t * Math.cos(t);
                out[at + 1] = HEIGHT * v;
                out[at + 2] = t * Math.sin(t);
            }
        }
    }

    /** The mean on an axis, exactly. */
    public double mean(int axis) {
        return switch (this) {
            case NORMAL, CIRCLES -> 0;
            case BLOBS ->
                Arrays.stream(CENTRES)
                        .mapToDouble(centre -> centre[axis])
                        .average()
                        .orElseThrow();
            case MOONS -> axis == 0 ? 0.5 : 0.25;
            case SWISS_ROLL -> axis == 0 ? 2 : axis == 1 ? HEIGHT / 2 : 2 / (3 * Math.PI);
        };
    }

    /** The variance on an axis, exactly. */
    public double variance(int axis) {
        double square =
                switch (this) {
                    case NORMAL -> 0;
                    case BLOBS ->
                        Arrays.stream(CENTRES)
                                .mapToDouble(centre -> centre[axis] * centre[axis])
                                .average()
                                .orElseThrow();
                    case CIRCLES -> (1 + INNER * INNER) / 4;
                    case MOONS -> axis == 0 ? 1 : 5.0 / 8 - 1 / Math.PI;
                    // t uniform in [1.5 pi, 4.5 pi]: E[t^2] = 9.75 pi^2 and E[t^2 cos 2t] = -1/2.
                    case SWISS_ROLL ->
                        axis == 1 ? HEIGHT * HEIGHT / 3 : (9.75 * Math.PI * Math.PI + (axis - 1) * 0.5) / 2;
                };
        return square - mean(axis) * mean(axis) + noise * noise;
    }

    /**
     * This law as a mixture of round normals of standard deviation {@link #noise}: exactly, or to rounding by a quadrature
     * along the curve with steps of half the noise. Empty for the swiss roll, whose surface would need a million.
     *
     * @return (k, d + 1) the coordinates and the weight of each, point by point
     */
    public Optional<double[]> mixture() {
        return switch (this) {
            case NORMAL -> Optional.of(new double[] {0, 1});
            case BLOBS -> Optional.of(nodes(3, 1, k -> (k + 0.5) / 3, k -> 1.0 / 3));
            // Equal steps around a circle converge geometrically.
            case CIRCLES -> Optional.of(nodes(256, 2, k -> k / 256.0, k -> 1.0 / 256));
            case MOONS -> Optional.of(nodes(224, 2, k -> (1 - Math.cos(angle(k, 224))) / 2, k -> fejer(k, 224)));
            case SWISS_ROLL -> Optional.empty();
        };
    }

    private double[] nodes(int count, int curves, IntToDoubleFunction position, IntToDoubleFunction weight) {
        double[] nodes = new double[curves * count * (dimension + 1)];
        for (int k = 0, at = 0; k < count; k++) {
            for (int curve = 0; curve < curves; curve++, at += dimension + 1) {
                place(position.applyAsDouble(k), (curve + 0.5) / curves, nodes, at);
                nodes[at + dimension] = weight.applyAsDouble(k) / curves;
            }
        }
        return nodes;
    }

    /** The angle of a node of Fejér's first rule: nodes at (1 - cos) / 2 in [0, 1]. */
    private static double angle(int k, int count) {
        return Math.PI * (k + 0.5) / count;
    }

    /** The weight of a node of Fejér's first rule (1933) on [0, 1]; all are positive. */
    private static double fejer(int k, int count) {
        double sum = 0.5;
        for (int j = 1; j <= count / 2; j++) {
            sum -= Math.cos(2 * j * angle(k, count)) / (4.0 * j * j - 1);
        }
        return 2 * sum / count;
    }
}
