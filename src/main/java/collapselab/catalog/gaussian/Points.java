package collapselab.catalog.gaussian;

import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;

/**
 * A training set as points, in batches of one size; for regimes that draw the same points again.
 *
 * <p>A set that grows appends to the memory of the one it grew from, which stays as it was: it ends where it ended. The loop
 * grows a set in one way only, and a generation that is begun again appends the same points again.
 */
final class Points implements GaussianSample {
    private final int dimension;
    private final int batch; // points in a full batch
    private final int size;
    private final double[][] points; // (chains, size x d and room to grow)
    private final Taken taken;

    /** Bits for the places of a choice, all zero between choices: memory that sets grown from each other share. */
    private static final class Taken {
        private long[] bits = {};

        private long[] atLeast(int words) {
            if (bits.length < words) {
                bits = new long[words + words / 2];
            }
            return bits;
        }
    }

    private Points(int dimension, int batch, int size, double[][] points, Taken taken) {
        this.dimension = dimension;
        this.batch = batch;
        this.size = size;
        this.points = points;
        this.taken = taken;
    }

    /**
     * Points drawn from a source.
     *
     * @param source what is drawn from
     * @param dimension d
     * @param size how many points
     * @param draws randomness
     * @param batch how many points a full batch of the protocol has
     */
    static Points draw(Source source, int dimension, int size, Draws draws, int batch) {
        double[][] x = new double[draws.chains()][size * dimension];
        for (int c = 0; c < x.length; c++) {
            source.draw(c, draws.stream(c), x[c]);
        }
        return new Points(dimension, batch, size, x, new Taken());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Points concat(GaussianSample more) {
        Points other = (Points) more;
        int total = size + other.size;
        double[][] grown = points;
        if (points[0].length < total * dimension) {
            int room = total <= batch ? total : Math.max(total, size + size / 2);
            grown = new double[points.length][];
            for (int c = 0; c < grown.length; c++) {
                grown[c] = Arrays.copyOf(points[c], room * dimension);
            }
        }
        for (int c = 0; c < grown.length; c++) {
            System.arraycopy(other.points[c], 0, grown[c], size * dimension, other.size * dimension);
        }
        return new Points(dimension, batch, total, grown, taken);
    }

    @Override
    public Points first(int count) {
        double[][] part = new double[points.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOf(points[c], count * dimension);
        }
        return new Points(dimension, batch, count, part, taken);
    }

    @Override
    public Points choose(int count, Draws draws) {
        // Of batches that grow, the whole is one.
        boolean even = size % batch == 0;
        int batches = even ? size / batch : 1;
        int each = even ? batch : size;
        int stride = Draws.stride(each);
        int shift = Integer.numberOfTrailingZeros(stride);
        long[] bits = taken.atLeast((batches * stride + 63) / 64);
        int[] places = new int[count];
        double[][] chosen = new double[points.length][count * dimension];
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, batches, /* size= */ each, bits, places);
            double[] from = points[c];
            double[] to = chosen[c];
            for (int p = 0, at = 0; p < count; p++) {
                int first = ((places[p] >> shift) * each + (places[p] & (stride - 1))) * dimension;
                for (int i = 0; i < dimension; i++) {
                    to[at++] = from[first + i];
                }
            }
        }
        return new Points(dimension, batch, count, chosen, taken);
    }

    @Override
    public GaussianModel fit(Estimator estimator) {
        int chains = points.length;
        double[][] mean = new double[dimension][chains];
        double[][] factor = new double[FactorBlock.at(dimension, 0)][chains];
        double scale = 1 / Math.sqrt(estimator.divisor(size));
        for (int c = 0; c < chains; c++) {
            Reduction.reduce(points[c], size, scale, c, mean, factor);
        }
        return new GaussianModel(mean, FactorBlock.of(dimension, factor));
    }

    @Override
    public Optional<Doubles> points(int most) {
        return Optional.of(plane(points[0], size, dimension, most));
    }

    /** The first of (size, d) points on the first two axes, (2, count); the second all zero if d is 1. */
    static Doubles plane(double[] points, int size, int dimension, int most) {
        int count = Math.min(most, size);
        return Doubles.generate(
                2 * count,
                i -> i < count ? points[i * dimension] : dimension > 1 ? points[(i - count) * dimension + 1] : 0);
    }
}
