package collapselab.catalog.kde;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.SmoothedBootstrap;
import collapselab.kernel.stats.KernelDensity;
import collapselab.plot.Doubles;
import java.util.Arrays;

/**
 * A training set of finitely many points.
 *
 * <p>A set that grows appends to the memory of the one it grew from, which stays as it was: it ends where it ended. The loop
 * grows a set in one way only, and a generation that is begun again appends the same points again. So the sums of kernels over
 * the part that has been there before are kept, too: accumulate would add them all again at every generation.
 */
final class Points implements KdeSample {
    /** So many points are added between two reports of progress: a few milliseconds. */
    private static final int PIECE = 4_096;

    private final int dimension;
    private final int batch; // points in a batch, by which the sums of kernels are grown
    private final int size;
    private final double[][] points; // (chains, size x d and room to grow)
    private final Memory memory;

    /** What sets grown from each other share. */
    private static final class Memory {
        /** Places of a choice, a bit each, all zero between choices. */
        private long[] taken = {};

        /** Sums over the first whole batches of each chain. */
        private final KernelDensity[] sums;

        private double bandwidth;

        Memory(int chains) {
            sums = new KernelDensity[chains];
        }

        private long[] taken(int words) {
            if (taken.length < words) {
                taken = new long[words + words / 2];
            }
            return taken;
        }

        /** The sums over at most some points of one chain, to be grown. */
        private KernelDensity sums(int chain, int most, double[][] places, double h) {
            if (bandwidth != h) {
                Arrays.fill(sums, null);
                bandwidth = h;
            }
            if (sums[chain] == null || sums[chain].count() > most) {
                sums[chain] = new KernelDensity(places, h);
            }
            return sums[chain];
        }
    }

    private Points(int dimension, int batch, int size, double[][] points, Memory memory) {
        this.dimension = dimension;
        this.batch = batch;
        this.size = size;
        this.points = points;
        this.memory = memory;
    }

    private Points(int dimension, int batch, int size, double[][] points) {
        this(dimension, batch, size, points, new Memory(points.length));
    }

    /**
     * Real points.
     *
     * @param real what is drawn from
     * @param size how many
     * @param draws randomness
     * @param batch n, by which sets grow
     */
    static Points real(RealData real, int size, Draws draws, int batch) {
        double[][] points = new double[draws.chains()][];
        for (int c = 0; c < points.length; c++) {
            points[c] = real.draw(size, draws.stream(c));
        }
        return new Points(real.dimension(), batch, size, points);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Points concat(KdeSample more) {
        Points other = (Points) more;
        int total = Math.addExact(size, other.size);
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
        return new Points(dimension, batch, total, grown, memory);
    }

    @Override
    public Points first(int count) {
        double[][] part = new double[points.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOf(points[c], count * dimension);
        }
        return new Points(dimension, batch, count, part);
    }

    @Override
    public Points choose(int count, Draws draws) {
        int unit = unit();
        int batches = size / unit;
        int stride = Draws.stride(unit);
        int shift = Integer.numberOfTrailingZeros(stride);
        long[] taken = memory.taken((int) (((long) batches * stride + 63) / 64));
        int[] places = new int[count];
        double[][] chosen = new double[points.length][count * dimension];
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, batches, unit, taken, places);
            double[] to = chosen[c];
            for (int p = 0, at = 0; p < count; p++, at += dimension) {
                int from = (places[p] >> shift) * unit + (places[p] & (stride - 1));
                System.arraycopy(points[c], from * dimension, to, at, dimension);
            }
        }
        return new Points(dimension, batch, count, chosen);
    }

    /** What places are counted by, so that they stay the same when a batch grows a little: batches, else the whole set. */
    private int unit() {
        return size % batch == 0 ? batch : size;
    }

    @Override
    public Points smoothed(double bandwidth, int n, Draws draws, Scratch scratch) {
        var bootstrap = new SmoothedBootstrap(size / unit(), unit(), dimension, bandwidth);
        double[][] drawn = scratch.take(draws.generation(), points.length, n * dimension);
        for (int c = 0; c < drawn.length; c++) {
            bootstrap.draw(draws, c, points[c], drawn[c]);
        }
        return new Points(dimension, batch, n, drawn);
    }

    @Override
    public double spread(int chain, double[] mean) {
        double[] x = points[chain];
        double spread = 0;
        for (int a = 0; a < dimension; a++) {
            double sum = 0;
            for (int at = a; at < size * dimension; at += dimension) {
                sum += x[at];
            }
            mean[a] = sum / size;
            double squares = 0;
            for (int at = a; at < size * dimension; at += dimension) {
                squares += (x[at] - mean[a]) * (x[at] - mean[a]);
            }
            spread += squares / size;
        }
        return spread;
    }

    @Override
    public double[] outline(int chain, int quantiles) {
        double[] x = points[chain];
        if (dimension == 1) {
            double[] sorted = Arrays.copyOf(x, size);
            Arrays.sort(sorted);
            double[] some = new double[quantiles];
            Arrays.setAll(some, q -> sorted[(int) ((q + 0.5) * size / quantiles)]);
            return some;
        }
        int across = dimension - 1;
        double[] mean = new double[dimension];
        spread(chain, mean);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int at = 0; at < size * dimension; at += dimension) {
            double dx = x[at] - mean[0];
            double dy = x[at + across] - mean[across];
            xx += dx * dx / size;
            xy += dx * dy / size;
            yy += dy * dy / size;
        }
        double first = Math.sqrt(xx);
        double skew = first > 0 ? xy / first : 0;
        return new double[] {mean[0], mean[across], first, skew, Math.sqrt(Math.max(0, yy - skew * skew))};
    }

    /** Adds batch by batch from the first, so that the last bits do not depend on which generations were measured before. */
    @Override
    public double meanLogDensity(int chain, Yardstick yardstick, double bandwidth, Progress progress) {
        int whole = size - size % batch;
        KernelDensity sums = memory.sums(chain, whole, yardstick.places(chain), bandwidth);
        add(chain, sums, whole, progress);
        if (whole < size) {
            sums = sums.copy();
            add(chain, sums, size, progress);
        }
        return sums.meanLogDensity();
    }

    /** Adds the points that are not yet in the sums, in pieces that are the same wherever it begins. */
    private void add(int chain, KernelDensity sums, int to, Progress progress) {
        for (int from = (int) sums.count(); from < to; from = (int) sums.count()) {
            progress.report((double) from / size);
            int end = from - from % batch + Math.min(batch, to - (from - from % batch));
            sums.add(points[chain], from, Math.min(end, from + PIECE));
        }
    }

    @Override
    public Doubles shown(int most) {
        int count = Math.min(most, size);
        return Doubles.generate(
                count * dimension,
                i -> points[0][(int) ((long) (i / dimension) * size / count) * dimension + i % dimension]);
    }
}
