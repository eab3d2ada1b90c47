package collapselab.catalog.gaussian;

import collapselab.kernel.data.PointTable;
import collapselab.kernel.stats.FactorBlock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The real distribution, in coordinates of its own: its mean is 0, and all lengths are divided by one, so that its variance
 * along an axis is 1 on average. Immutable.
 */
final class Reality {
    /** How far out the tail begins, in real standard deviations. */
    static final double TAIL = 2;

    /** The two peaks are at plus and minus this. */
    private static final double PEAK = 2;

    /** The quantiles of two peaks are integrated this far from the middle, in steps of so much. */
    private static final double FAR = 12;

    private static final double STEP = 1.0 / 64;

    private final double[] centre; // (d)
    private final double length;
    private final double[] factor; // packed, of the covariance
    private final Shape shape;
    private final Optional<Source> source;
    private final Optional<PointTable> table;

    /** What is asked of a distribution beside its moments. */
    private record Shape(double likeness, double tail) {}

    private Reality(
            double[] centre,
            double[] covarianceFactor,
            Shape shape,
            Optional<Source> source,
            Optional<PointTable> table) {
        int d = centre.length;
        this.centre = centre;
        this.length = Math.sqrt(Arrays.stream(covarianceFactor).map(l -> l * l).sum() / d);
        this.factor = Arrays.stream(covarianceFactor).map(l -> l / length).toArray();
        this.shape = shape;
        this.source = source;
        this.table = table;
    }

    /** N(0, I). */
    static Reality normal(int dimension) {
        return new Reality(
                new double[dimension],
                unit(dimension),
                new Shape(1, normalTail(0, 1, TAIL)),
                Optional.empty(),
                Optional.empty());
    }

    /** Half N(-2, 1) and half N(2, 1) on the first axis, N(0, 1) on the others. */
    static Reality twoPeaks(int dimension) {
        double deviation = Math.sqrt(1 + PEAK * PEAK);
        double length = Math.sqrt((dimension + PEAK * PEAK) / dimension);
        double[] factor = unit(dimension);
        factor[0] = deviation;
        double sum = 0;
        for (double x = -FAR; x <= FAR; x += STEP) {
            sum += STEP * densityAtQuantile(above(x));
        }
        Source source = (chain, random, to) -> {
            var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            for (int at = 0; at < to.length; at++) {
                double peak = at % dimension > 0 ? 0 : random.nextBoolean() ? PEAK : -PEAK;
                to[at] = (peak + gaussian.sample()) / length;
            }
        };
        Shape shape = new Shape(dimension == 1 ? sum / deviation : 1, 2 * above(TAIL * deviation));
        return new Reality(new double[dimension], factor, shape, Optional.of(source), Optional.empty());
    }

    /** Draws with replacement from points. */
    static Reality of(PointTable table) {
        int d = table.dimension();
        int size = table.size();
        double[] points = new double[size * d];
        for (int at = 0; at < points.length; at++) {
            points[at] = table.get(at / d, at % d);
        }
        double[][] mean = new double[d][1];
        double[][] packed = new double[FactorBlock.at(d, 0)][1];
        Reduction.reduce(points, size, 1 / Math.sqrt(size), 0, mean, packed);
        double[] centre = column(mean);
        double[] factor = column(packed);
        double length = Math.sqrt(Arrays.stream(factor).map(l -> l * l).sum() / d);
        for (int at = 0; at < points.length; at++) {
            points[at] = (points[at] - centre[at % d]) / length;
        }
        Source source = (chain, random, to) -> {
            for (int at = 0; at < to.length; at += d) {
                System.arraycopy(points, random.nextInt(size) * d, to, at, d);
            }
        };
        double limit = TAIL * factor[0] / length;
        double beyond = IntStream.range(0, size)
                        .filter(p -> Math.abs(points[p * d]) > limit)
                        .count()
                / (double) size;
        Shape shape = new Shape(d == 1 ? likeness(points) : 1, beyond);
        return new Reality(centre, factor, shape, Optional.of(source), Optional.of(table));
    }

    /**
     * The integral of phi(Phi^-1(F(x))) for points' empirical distribution function F: by parts, the mean product of their
     * quantiles and the standard normal ones.
     */
    private static double likeness(double[] points) {
        double[] sorted = points.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            sum += gap == 0 ? 0 : gap * densityAtQuantile((double) i / sorted.length);
        }
        return sum;
    }

    /** phi(Phi^-1(p)). */
    private static double densityAtQuantile(double p) {
        return density(InverseErfc.value(2 * Math.min(p, 1 - p)) * Math.sqrt(2));
    }

    /** The two peaks' mass above x. */
    private static double above(double x) {
        return 0.25 * (Erfc.value((x - PEAK) / Math.sqrt(2)) + Erfc.value((x + PEAK) / Math.sqrt(2)));
    }

    private static double[] unit(int dimension) {
        double[] unit = new double[FactorBlock.at(dimension, 0)];
        for (int i = 0; i < dimension; i++) {
            unit[FactorBlock.at(i, i)] = 1;
        }
        return unit;
    }

    private static double[] column(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    }

    /** P(|x| > limit) for x of N(mean, deviation^2). */
    static double normalTail(double mean, double deviation, double limit) {
        if (deviation == 0) {
            return Math.abs(mean) > limit ? 1 : 0;
        }
        double root = deviation * Math.sqrt(2);
        return 0.5 * (Erfc.value((limit - mean) / root) + Erfc.value((limit + mean) / root));
    }

    int dimension() {
        return centre.length;
    }

    /** Where the mean of an axis is in the data's own unit. */
    double centre(int axis) {
        return centre[axis];
    }

    /** The length that is 1 here, in the data's own unit. */
    double length() {
        return length;
    }

    /** Entry (i, j), j at most i, of the covariance's factor. */
    double factor(int i, int j) {
        return factor[FactorBlock.at(i, j)];
    }

    /** The standard deviation along an axis. */
    double deviation(int axis) {
        return Math.sqrt(IntStream.rangeClosed(0, axis)
                .mapToDouble(j -> factor(axis, j) * factor(axis, j))
                .sum());
    }

    /** The normal distribution of the same mean and covariance, for a block of chains. */
    GaussianModel moments(int chains) {
        return GaussianModel.centred(factor, dimension(), chains);
    }

    /** ln det of the covariance; minus infinity if the data lie in a plane. */
    double logDeterminant() {
        return moments(1).factor().logDeterminant(0);
    }

    /** Whether it is N(0, I). */
    boolean standard() {
        return source.isEmpty();
    }

    /** What real points are drawn from. */
    Source source() {
        GaussianModel model = moments(1);
        Source normal = model.samples(1, Double.POSITIVE_INFINITY);
        return source.orElse((chain, random, to) -> normal.draw(0, random, to));
    }

    /** The points of the user's, if it is of those. */
    Optional<PointTable> table() {
        return table;
    }

    /**
     * How like a normal distribution it is: for d = 1 the mean product of its quantiles and the standard normal ones, which is
     * the best correlation that a coupling of both can have, 1 only if it is normal. 1 for d > 1, where only covariances are
     * compared.
     */
    double likeness() {
        return shape.likeness();
    }

    /** Its mass beyond {@value #TAIL} standard deviations on the first axis; may be 0. */
    double tail() {
        return shape.tail();
    }

    /** The two peaks' density on the first axis, in the data's own unit. */
    static double twoPeaksDensity(double x) {
        return 0.5 * (density(x - PEAK) + density(x + PEAK));
    }

    static double density(double z) {
        return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    }
}
