package collapselab.kernel.stats;

import java.util.Arrays;

/**
 * A Gaussian kernel density estimate at fixed places, to which points are added: p(x) = 1/(N h^d (2 pi)^(d/2)) sum_j
 * exp(-|x - x_j|^2 / (2 h^2)) (Rosenblatt 1956, Parzen 1962). Exact but for rounding: no tree, no truncation.
 *
 * <p>The sum at a place is kept as its largest term and the sum of all terms over the largest, so that it neither underflows
 * nor overflows however far the points are. Loops run over places, with the points outside, and do one thing each: that is
 * what vector units take, as they would not take a sum along a loop.
 *
 * <p>Letters: m = places, d = dimension, h = bandwidth, N = points added. Not thread-safe.
 */
public final class KernelDensity {
    /** A term this many nats below the largest, e^-64 = 2e-28 of it, is lost in the sum's rounding in any case. */
    private static final double LEAST = -64;

    private final double scale; // 1 / (h sqrt 2)
    private final double logPeak; // of one kernel, nats
    private final double[][] places; // (d, m), times scale
    private final double[] nearest; // (m) squared distance to the nearest point, times scale^2
    private final double[] sum; // (m) sum of e^(nearest - squared distance)
    private final double[] work; // (m)
    private long count;

    /**
     * An estimate of no points yet.
     *
     * @param places (d, m) where it is evaluated
     * @param bandwidth h, the standard deviation of a kernel, above 0
     */
    public KernelDensity(double[][] places, double bandwidth) {
        scale = Math.sqrt(0.5) / bandwidth;
        logPeak = -places.length * Math.log(bandwidth * Math.sqrt(2 * Math.PI));
        int m = places[0].length;
        this.places = new double[places.length][m];
        for (int a = 0; a < places.length; a++) {
            for (int i = 0; i < m; i++) {
                this.places[a][i] = places[a][i] * scale;
            }
        }
        nearest = new double[m];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        sum = new double[m];
        work = new double[m];
    }

    private KernelDensity(KernelDensity other) {
        scale = other.scale;
        logPeak = other.logPeak;
        places = other.places;
        nearest = other.nearest.clone();
        sum = other.sum.clone();
        work = other.work;
        count = other.count;
    }

    /** The same estimate, which can be added to on its own. */
    public KernelDensity copy() {
        return new KernelDensity(this);
    }

    /** N. */
    public long count() {
        return count;
    }

    /**
     * Adds points. The result depends in its last bits on which points are added together.
     *
     * @param points (..., d) coordinates, point by point
     * @param from the first point
     * @param to the one after the last
     */
    public void add(double[] points, int from, int to) {
        double[] before = nearest.clone();
        for (int point = from; point < to; point++) {
            distances(points, point);
            least(work, nearest);
        }
        for (int i = 0; i < sum.length; i++) {
            // No term yet: nearest was infinite.
            sum[i] = sum[i] == 0 ? 0 : sum[i] * Math.exp(nearest[i] - before[i]);
        }
        for (int point = from; point < to; point++) {
            distances(points, point);
            exponents(nearest, work);
            addExponentials(work, sum);
        }
        count += to - from;
    }

    /** Squared distances of all places to one point, times scale^2. */
    private void distances(double[] points, int point) {
        int d = places.length;
        square(places[0], points[point * d] * scale, work);
        for (int a = 1; a < d; a++) {
            addSquare(places[a], points[point * d + a] * scale, work);
        }
    }

    private static void square(double[] x, double from, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double gap = x[i] - from;
            out[i] = gap * gap;
        }
    }

    private static void addSquare(double[] x, double from, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double gap = x[i] - from;
            out[i] += gap * gap;
        }
    }

    private static void least(double[] values, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(out[i], values[i]);
        }
    }

    private static void exponents(double[] nearest, double[] distances) {
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.max(nearest[i] - distances[i], LEAST) * (1.0 / 256);
        }
    }

    /**
     * Adds e^(256 x) for x in [-1/4, 0]: Taylor's polynomial and eight squarings, which vector units take and the library's
     * function not. Against a sum of 1 or more the polynomial errs by e^(256 x) |256 x|^7 / (7! 256^6), less than 6e-16, and the
     * squarings multiply rounding by 256: below 1e-13 altogether.
     */
    private static void addExponentials(double[] x, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double y = x[i];
            double e = 1 + y * (1 + y * (1.0 / 2 + y * (1.0 / 6 + y * (1.0 / 24 + y * (1.0 / 120 + y * (1.0 / 720))))));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            out[i] += e;
        }
    }

    /** ln p at a place, nats; minus infinity before the first point. */
    public double logDensity(int place) {
        return logPeak - nearest[place] + Math.log(sum[place] / Math.max(1, count));
    }

    /** The mean of ln p over all places, nats. */
    public double meanLogDensity() {
        double total = 0;
        for (int i = 0; i < sum.length; i++) {
            total += logDensity(i);
        }
        return total / sum.length;
    }
}
