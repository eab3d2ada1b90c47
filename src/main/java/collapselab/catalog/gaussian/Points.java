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
    private final Optional<int[][]> tags; // (chains, size) of the flat that each lies in
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

    private Points(int dimension, int batch, int size, double[][] points, Optional<int[][]> tags, Taken taken) {
        this.dimension = dimension;
        this.batch = batch;
        this.size = size;
        this.points = points;
        this.tags = tags;
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
     * @param flats tags of those that they lie in, one number a chain or one for all; empty if every set is sure to span
     *     everything
     */
    static Points draw(Source source, int dimension, int size, Draws draws, int batch, Optional<int[]> flats) {
        double[][] x = new double[draws.chains()][size * dimension];
        for (int c = 0; c < x.length; c++) {
            source.draw(c, draws.stream(c), x[c]);
        }
        Optional<int[][]> tags = flats.map(f -> alike(f, x.length, size));
        return new Points(dimension, batch, size, x, tags, new Taken());
    }

    private static int[][] alike(int[] flats, int chains, int size) {
        int[][] tags = new int[chains][size];
        for (int c = 0; c < chains; c++) {
            Arrays.fill(tags[c], flats[Math.min(c, flats.length - 1)]);
        }
        return tags;
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
        Optional<int[][]> all = tags.map(t -> together(t, other.tags.orElseThrow(), other.size));
        return new Points(dimension, batch, total, grown, all, taken);
    }

    private int[][] together(int[][] first, int[][] second, int more) {
        int[][] all = new int[first.length][];
        for (int c = 0; c < all.length; c++) {
            all[c] = Arrays.copyOf(first[c], size + more);
            System.arraycopy(second[c], 0, all[c], size, more);
        }
        return all;
    }

    @Override
    public Points first(int count) {
        double[][] part = new double[points.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOf(points[c], count * dimension);
        }
        return new Points(dimension, batch, count, part, tags, taken);
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
        Optional<int[][]> theirs = tags.map(t -> new int[t.length][count]);
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, batches, /* size= */ each, bits, places);
            double[] from = points[c];
            double[] to = chosen[c];
            for (int p = 0, at = 0; p < count; p++) {
                places[p] = (places[p] >> shift) * each + (places[p] & (stride - 1));
                int first = places[p] * dimension;
                for (int i = 0; i < dimension; i++) {
                    to[at++] = from[first + i];
                }
            }
            if (tags.isPresent()) {
                for (int p = 0; p < count; p++) {
                    theirs.get()[c][p] = tags.get()[c][places[p]];
                }
            }
        }
        return new Points(dimension, batch, count, chosen, theirs, taken);
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
        return new GaussianModel(mean, FactorBlock.of(dimension, factor), rank());
    }

    private int[] rank() {
        if (tags.isEmpty()) {
            return new int[] {dimension};
        }
        Flats distinct = new Flats(dimension, points.length);
        for (int c = 0; c < points.length; c++) {
            int[] tag = tags.get()[c];
            distinct.add(c, points[c], size, p -> tag[p]);
        }
        return distinct.rank();
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
