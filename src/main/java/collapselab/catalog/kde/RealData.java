package collapselab.catalog.kde;

import collapselab.experiment.OwnData;
import collapselab.experiment.SpecException;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.data.Shape;
import collapselab.kernel.stats.KernelDensity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** The real distribution: of a made shape, or the empirical one of a file's points (drawn with replacement). Immutable. */
final class RealData {
    private static final int MOST_DIMENSIONS = 3;

    /** Fills (n, d) coordinates, point by point, with independent points. */
    private interface Sampler {
        void draw(UniformRandomProvider random, double[] points);
    }

    private final List<String> names;
    private final double[] mean;
    private final double[] variance;
    private final double noise;
    private final Optional<double[]> mixture;
    private final Sampler sampler;

    private RealData(Shape shape) {
        int d = shape.dimension();
        names = IntStream.range(0, d)
                .mapToObj(a -> d == 1 ? "" : "xyz".substring(a, a + 1))
                .toList();
        mean = IntStream.range(0, d).mapToDouble(shape::mean).toArray();
        variance = IntStream.range(0, d).mapToDouble(shape::variance).toArray();
        noise = shape.noise();
        mixture = shape.mixture();
        sampler = shape::draw;
    }

    private RealData(PointTable table) {
        int d = table.dimension();
        int n = table.size();
        names = table.names();
        mean = new double[d];
        variance = new double[d];
        double[] points = new double[n * d];
        double[] weighted = new double[n * (d + 1)];
        for (int a = 0; a < d; a++) {
            double[] x = table.axis(a);
            mean[a] = Arrays.stream(x).average().orElseThrow();
            for (int p = 0; p < n; p++) {
                variance[a] += (x[p] - mean[a]) * (x[p] - mean[a]) / n;
                points[p * d + a] = x[p];
                weighted[p * (d + 1) + a] = x[p];
                weighted[p * (d + 1) + d] = 1.0 / n;
            }
        }
        noise = 0;
        mixture = Optional.of(weighted);
        sampler = (random, out) -> {
            for (int at = 0; at < out.length; at += d) {
                System.arraycopy(points, random.nextInt(n) * d, out, at, d);
            }
        };
    }

    /**
     * The real distribution of a run.
     *
     * @throws SpecException if the file is refused
     */
    static RealData of(KdeParameters parameters, OwnData own) {
        Optional<Shape> shape = parameters.data().shape();
        if (shape.isPresent()) {
            return new RealData(shape.get());
        }
        PointTable table = own.read(parameters.file(), columns(parameters), parameters.checksum());
        if (table.dimension() > MOST_DIMENSIONS) {
            throw new SpecException(parameters.file() + " has " + table.dimension()
                    + " columns of numbers where at most 3 can be used: choose some, such as columns=1,2.");
        }
        return new RealData(table);
    }

    /** The columns that count: drawn points have no others. */
    static String columns(KdeParameters parameters) {
        return parameters.data() == KdeData.CSV ? parameters.columns() : "";
    }

    /** d. */
    int dimension() {
        return mean.length;
    }

    /** What an axis is called. */
    String name(int axis) {
        return names.get(axis);
    }

    double mean(int axis) {
        return mean[axis];
    }

    /** The variance on one axis. */
    double variance(int axis) {
        return variance[axis];
    }

    /** sigma0^2, the trace of the covariance. */
    double variance() {
        return Arrays.stream(variance).sum();
    }

    /** The width of the smallest detail: the standard deviation of the round noise in every part; 0 for single points. */
    double noise() {
        return noise;
    }

    /** (k, d + 1) centres and weights of a mixture of round normals of width {@link #noise} that it is; empty if none. */
    Optional<double[]> mixture() {
        return mixture;
    }

    /** n independent points, (n, d). */
    double[] draw(int n, UniformRandomProvider random) {
        double[] points = new double[n * dimension()];
        sampler.draw(random, points);
        return points;
    }

    /**
     * ln of this * N(0, v I) at places; only where it is a mixture. A node of the mixture with weight w gets a further coordinate sqrt(-2 s^2 ln(w / most)),
     * on which all places are 0: its kernel is then w / most times as high.
     *
     * @param places (d, m)
     * @param added v
     */
    double[] logDensities(double[][] places, double added) {
        int d = dimension();
        double[] nodes = mixture.orElseThrow().clone();
        double s = Math.sqrt(noise * noise + added);
        double most = IntStream.range(0, nodes.length / (d + 1))
                .mapToDouble(node -> nodes[node * (d + 1) + d])
                .max()
                .orElseThrow();
        for (int at = d; at < nodes.length; at += d + 1) {
            nodes[at] = s * Math.sqrt(-2 * Math.log(nodes[at] / most));
        }
        int m = places[0].length;
        double[][] extended = Arrays.copyOf(places, d + 1);
        extended[d] = new double[m];
        int count = nodes.length / (d + 1);
        KernelDensity density = new KernelDensity(extended, s);
        density.add(nodes, 0, count);
        double[] logs = new double[m];
        Arrays.setAll(logs, i -> density.logDensity(i) + Math.log(count * most * s * Math.sqrt(2 * Math.PI)));
        return logs;
    }
}
