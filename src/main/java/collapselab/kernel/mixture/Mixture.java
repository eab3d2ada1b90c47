package collapselab.kernel.mixture;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A mixture of K normal distributions in the plane. Immutable, with value equality.
 *
 * <p>A covariance may be singular. Where a density needs its inverse, a variance too small for floating point to resolve is
 * taken as the smallest that can be (1e-14 of the variance along the axis, at least 1e-200): densities and distances are then
 * huge, but never NaN.
 */
public final class Mixture {
    /** Numbers of a component: weight, mean x, mean y, covariance xx, xy, yy. */
    static final int STRIDE = 6;

    /** The least part of a variance that its rounding errors leave, with room. */
    private static final double RESOLVED = 1e-14;

    /** The least variance whose inverse, squared, is still finite. */
    private static final double LEAST = 1e-200;

    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

    private final double[] numbers;

    private Mixture(double[] numbers) {
        this.numbers = numbers;
    }

    /**
     * A mixture.
     *
     * @param numbers of each component: weight, mean x, mean y, covariance xx, xy, yy; weights add up to 1
     */
    public static Mixture of(double... numbers) {
        if (numbers.length == 0 || numbers.length % STRIDE != 0) {
            throw new IllegalArgumentException("a component has " + STRIDE + " numbers, here are " + numbers.length);
        }
        return new Mixture(numbers.clone());
    }

    /** K. */
    public int components() {
        return numbers.length / STRIDE;
    }

    public double weight(int k) {
        return numbers[STRIDE * k];
    }

    public double meanX(int k) {
        return numbers[STRIDE * k + 1];
    }

    public double meanY(int k) {
        return numbers[STRIDE * k + 2];
    }

    public double varianceX(int k) {
        return numbers[STRIDE * k + 3];
    }

    public double covariance(int k) {
        return numbers[STRIDE * k + 4];
    }

    public double varianceY(int k) {
        return numbers[STRIDE * k + 5];
    }

    /** The smaller eigenvalue of a component's covariance: its variance across. */
    public double leastVariance(int k) {
        double half = (varianceX(k) - varianceY(k)) / 2;
        return (varianceX(k) + varianceY(k)) / 2 - Math.hypot(half, covariance(k));
    }

    /** The smallest weight. */
    public double leastWeight() {
        return IntStream.range(0, components()).mapToDouble(this::weight).min().orElseThrow();
    }

    /** The mixture's own mean: sum of w m. */
    public double meanX() {
        return IntStream.range(0, components())
                .mapToDouble(k -> weight(k) * meanX(k))
                .sum();
    }

    /** The mixture's own mean: sum of w m. */
    public double meanY() {
        return IntStream.range(0, components())
                .mapToDouble(k -> weight(k) * meanY(k))
                .sum();
    }

    /** The trace of the mixture's own covariance. */
    public double trace() {
        Mixture one = moments();
        return one.varianceX(0) + one.varianceY(0);
    }

    /** L11, L21, L22 of a component's covariance; L22 is 0 where the covariance is singular. */
    public double[] factor(int k) {
        double l11 = Math.sqrt(Math.max(0, varianceX(k)));
        double l21 = l11 > 0 ? covariance(k) / l11 : 0;
        return new double[] {l11, l21, Math.sqrt(Math.max(0, varianceY(k) - l21 * l21))};
    }

    /** The mixture's own mean and covariance, as one component. */
    public Mixture moments() {
        double x = meanX();
        double y = meanY();
        double[] one = {1, x, y, 0, 0, 0};
        for (int k = 0; k < components(); k++) {
            double dx = meanX(k) - x;
            double dy = meanY(k) - y;
            one[3] += weight(k) * (varianceX(k) + dx * dx);
            one[4] += weight(k) * (covariance(k) + dx * dy);
            one[5] += weight(k) * (varianceY(k) + dy * dy);
        }
        return new Mixture(one);
    }

    /** This mixture with independent normal noise added: all densities become that much wider. */
    public Mixture blurred(double varianceX, double varianceY) {
        double[] wider = numbers.clone();
        for (int at = 0; at < wider.length; at += STRIDE) {
            wider[at + 3] += varianceX;
            wider[at + 5] += varianceY;
        }
        return new Mixture(wider);
    }

    /** The density at places. */
    public double[] density(double[] x, double[] y) {
        double[] c = constants();
        double[] density = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < components(); k++) {
                density[i] += Math.exp(logDensity(c, k, x[i], y[i]));
            }
        }
        return density;
    }

    /** For each of some points the component that most likely made it. */
    public int[] predict(double[] x, double[] y) {
        double[] c = constants();
        int[] best = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int k = 1; k < components(); k++) {
                if (logDensity(c, k, x[i], y[i]) > logDensity(c, best[i], x[i], y[i])) {
                    best[i] = k;
                }
            }
        }
        return best;
    }

    private static double logDensity(double[] c, int k, double x, double y) {
        int at = STRIDE * k;
        double dx = x - c[at];
        double u = dx * c[at + 2];
        double v = dx * c[at + 3] + (y - c[at + 1]) * c[at + 4];
        return c[at + 5] - 0.5 * (u * u + v * v);
    }

    /**
     * What the log density of each component times its weight is computed from: mean x, mean y, a, b, d, c with log w N(x,
     * y) = c - (u^2 + v^2) / 2, u = a dx, v = b dx + d dy (the rows of L's inverse).
     */
    double[] constants() {
        double[] c = new double[numbers.length];
        for (int k = 0; k < components(); k++) {
            int at = STRIDE * k;
            double l11 = Math.sqrt(Math.max(varianceX(k), LEAST));
            double l21 = covariance(k) / l11;
            double l22 = Math.sqrt(across(varianceY(k), l21 * l21));
            c[at] = meanX(k);
            c[at + 1] = meanY(k);
            c[at + 2] = 1 / l11;
            c[at + 3] = -l21 / (l11 * l22);
            c[at + 4] = 1 / l22;
            c[at + 5] = Math.log(weight(k)) - LOG_TWO_PI - Math.log(l11) - Math.log(l22);
        }
        return c;
    }

    /** A variance less the part that the other axis explains, as far as it can be resolved. */
    private static double across(double variance, double explained) {
        return Math.max(variance - explained, Math.max(RESOLVED * variance, LEAST));
    }

    /**
     * The squared L2 distance of two mixtures' densities, in closed form: sum a_i a_j N(m_i - m_j; 0, C_i + C_j) of each,
     * less twice that of both. At least 0; 0 from a mixture to itself.
     */
    public double squaredDistance(Mixture other) {
        return Math.max(0, overlap(this, this) + overlap(other, other) - 2 * overlap(this, other));
    }

    /** The integral of the product of two mixtures' densities. */
    private static double overlap(Mixture p, Mixture q) {
        double sum = 0;
        for (int i = 0; i < p.components(); i++) {
            for (int j = 0; j < q.components(); j++) {
                double xx = Math.max(p.varianceX(i) + q.varianceX(j), LEAST);
                double xy = p.covariance(i) + q.covariance(j);
                double across = across(p.varianceY(i) + q.varianceY(j), xy * xy / xx);
                double dx = p.meanX(i) - q.meanX(j);
                double dy = p.meanY(i) - q.meanY(j) - xy / xx * dx;
                double square = dx * dx / xx + dy * dy / across;
                sum += p.weight(i)
                        * q.weight(j)
                        * Math.exp(-0.5 * square)
                        / (2 * Math.PI * Math.sqrt(xx) * Math.sqrt(across));
            }
        }
        return sum;
    }

    /** The same mixture, its components from left to right. */
    public Mixture leftToRight() {
        return permuted(IntStream.range(0, components())
                .boxed()
                .sorted((i, j) -> Double.compare(meanX(i), meanX(j)))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /**
     * The same mixture, its components in the order of another's that they are nearest to, nearest pairs first; so that a
     * component keeps its name and colour from one generation to the next.
     */
    public Mixture inOrderOf(Mixture other) {
        int count = components();
        int[] order = new int[count];
        Arrays.fill(order, -1);
        boolean[] used = new boolean[count];
        for (int pairs = 0; pairs < count; pairs++) {
            double least = Double.POSITIVE_INFINITY;
            int to = -1;
            int from = -1;
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    double distance = Math.hypot(other.meanX(i) - meanX(j), other.meanY(i) - meanY(j));
                    if (order[i] < 0 && !used[j] && (to < 0 || distance < least)) {
                        least = distance;
                        to = i;
                        from = j;
                    }
                }
            }
            order[to] = from;
            used[from] = true;
        }
        return permuted(order);
    }

    private Mixture permuted(int[] order) {
        double[] sorted = new double[numbers.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(numbers, STRIDE * order[k], sorted, STRIDE * k, STRIDE);
        }
        return new Mixture(sorted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mixture that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return "Mixture" + Arrays.toString(numbers);
    }
}
