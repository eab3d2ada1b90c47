package collapselab.kernel.mixture;

import collapselab.kernel.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Groups points around centres step for step as scikit-learn's {@code KMeans(n_init=1)} does: greedy k-means++ starts (Arthur
 * and Vassilvitskii 2007) and Lloyd's iterations, at most 300, until the centres move by no more than 1e-4 of the points'
 * variance. Only a point that is equally far from two centres belongs to both until the end.
 */
public final class KMeans {
    private static final int BLOCK = 256;
    private static final int MOST_ITERATIONS = 300;
    private static final double TOLERANCE = 1e-4;

    private final PlanePoints points;
    private final int groups;
    private final double[] centreX;
    private final double[] centreY;
    private final double[] x = new double[BLOCK];
    private final double[] y = new double[BLOCK];
    private final double[] least = new double[BLOCK];
    private final double[] work = new double[BLOCK];
    private final double[][] squares; // (groups, block), then which points belong to a group
    private final double[][] sums; // (3 groups, block): weights, and weights times the distances from the centre

    private KMeans(PlanePoints points, int groups) {
        this.points = points;
        this.groups = groups;
        centreX = new double[groups];
        centreY = new double[groups];
        squares = new double[groups][BLOCK];
        sums = new double[3 * groups][BLOCK];
    }

    /**
     * The group of each point, from 0.
     *
     * @param points what is grouped
     * @param groups how many groups, at least 1; more than there are distinct points leaves some empty
     * @param random where the starts come from
     * @param progress asked after every iteration
     */
    public static int[] labels(PlanePoints points, int groups, UniformRandomProvider random, Progress progress) {
        KMeans means = new KMeans(points, groups);
        means.spread(random);
        return means.settled(progress);
    }

    /** The group of each point, from centres at given places. */
    static int[] labels(PlanePoints points, double[] x, double[] y, Progress progress) {
        KMeans means = new KMeans(points, x.length);
        System.arraycopy(x, 0, means.centreX, 0, x.length);
        System.arraycopy(y, 0, means.centreY, 0, y.length);
        return means.settled(progress);
    }

    private int[] settled(Progress progress) {
        double enough = TOLERANCE * variance();
        for (int iteration = 1; iteration <= MOST_ITERATIONS && move() > enough; iteration++) {
            progress.report(iteration / (iteration + 10.0));
        }
        return nearest();
    }

    /**
     * Chooses the first centres as scikit-learn does: one point at random, then of 2 + ln K, each drawn with a chance in
     * proportion to its squared distance from the centres before, the one that leaves the least sum of squares.
     */
    private void spread(UniformRandomProvider random) {
        int n = points.size();
        double[] chance = new double[n];
        Arrays.fill(chance, 1);
        int first = draw(chance, random);
        Arrays.fill(chance, Double.POSITIVE_INFINITY);
        approach(points.x(), points.y(), first, chance, chance);
        put(0, first);
        int trials = 2 + (int) Math.log(groups);
        double[] next = new double[n];
        double[] best = new double[n];
        for (int k = 1; k < groups; k++) {
            double least = Double.POSITIVE_INFINITY;
            for (int trial = 0; trial < trials; trial++) {
                int candidate = draw(chance, random);
                approach(points.x(), points.y(), candidate, chance, next);
                double sum = weighted(next);
                if (sum < least) {
                    least = sum;
                    put(k, candidate);
                    double[] swap = best;
                    best = next;
                    next = swap;
                }
            }
            double[] swap = chance;
            chance = best;
            best = swap;
        }
    }

    private void put(int k, int point) {
        centreX[k] = points.x(point);
        centreY[k] = points.y(point);
    }

    /** out = min(least, squared distance from a point): a loop for vector units. */
    private static void approach(double[] x, double[] y, int point, double[] least, double[] out) {
        double mx = x[point];
        double my = y[point];
        for (int i = 0; i < out.length; i++) {
            double dx = x[i] - mx;
            double dy = y[i] - my;
            out[i] = Math.min(least[i], dx * dx + dy * dy);
        }
    }

    private double weighted(double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += points.weight(i) * numbers[i];
        }
        return sum;
    }

    /** A point with a chance in proportion to its weight times a number; the first one if all are 0. */
    private int draw(double[] chances, UniformRandomProvider random) {
        double sought = random.nextDouble() * weighted(chances);
        double sum = points.weight(0) * chances[0];
        int point = 0;
        while (sum < sought && point < chances.length - 1) {
            point++;
            sum += points.weight(point) * chances[point];
        }
        return point;
    }

    /** Mean of the two axes' variances. */
    private double variance() {
        return ExpectationMaximization.hard(points, new int[points.size()], 1, 0)
                        .trace()
                / 2;
    }

    /** Moves each centre to the mean of the points nearest to it, and says how far, squared. */
    private double move() {
        int first = Math.min(BLOCK, points.size());
        for (double[] sum : sums) {
            Arrays.fill(sum, 0, first, 0);
        }
        for (int from = 0; from < points.size(); from += BLOCK) {
            add(from, Math.min(BLOCK, points.size() - from));
        }
        double[][] totals = new double[groups][3]; // weight, and weight times the distance from the centre
        for (int k = 0; k < groups; k++) {
            for (int i = 0; i < 3; i++) {
                totals[k][i] = EmLoops.sum(sums[3 * k + i], first);
            }
        }
        fill(totals);
        double moved = 0;
        for (int k = 0; k < groups; k++) {
            double weight = totals[k][0];
            if (weight > 0) {
                double dx = totals[k][1] / weight;
                double dy = totals[k][2] / weight;
                centreX[k] += dx;
                centreY[k] += dy;
                moved += dx * dx + dy * dy;
            }
        }
        return moved;
    }

    /** Gives groups without points those that are farthest from their centres, as scikit-learn does. */
    private void fill(double[][] totals) {
        int[] empty = IntStream.range(0, groups).filter(k -> totals[k][0] == 0).toArray();
        if (empty.length == 0) {
            return;
        }
        int[] labels = nearest();
        int[] farthest = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -square(i, labels[i])))
                .limit(empty.length)
                .mapToInt(i -> i)
                .toArray();
        if (square(farthest[0], labels[farthest[0]]) == 0) {
            return; // fewer places than groups: to move a centre to another's place would gain nothing
        }
        for (int e = 0; e < farthest.length; e++) {
            int point = farthest[e];
            double weight = points.weight(point);
            double[] left = totals[labels[point]];
            left[0] -= weight;
            left[1] -= weight * (points.x(point) - centreX[labels[point]]);
            left[2] -= weight * (points.y(point) - centreY[labels[point]]);
            double[] settled = totals[empty[e]];
            settled[0] = weight;
            settled[1] = weight * (points.x(point) - centreX[empty[e]]);
            settled[2] = weight * (points.y(point) - centreY[empty[e]]);
        }
    }

    /** A point's squared distance from a centre. */
    private double square(int point, int k) {
        double dx = points.x(point) - centreX[k];
        double dy = points.y(point) - centreY[k];
        return dx * dx + dy * dy;
    }

    /** Adds a block of points to the sums of the groups they are nearest to. */
    private void add(int from, int n) {
        System.arraycopy(points.x(), from, x, 0, n);
        System.arraycopy(points.y(), from, y, 0, n);
        Arrays.fill(least, 0, n, Double.POSITIVE_INFINITY);
        for (int k = 0; k < groups; k++) {
            EmLoops.squares(x, y, centreX[k], centreY[k], squares[k], least, n);
        }
        if (points.weights().isPresent()) {
            System.arraycopy(points.weights().get(), from, work, 0, n);
        }
        for (int k = 0; k < groups; k++) {
            double[] belongs = squares[k];
            EmLoops.belong(belongs, least, n);
            if (points.weights().isPresent()) {
                EmLoops.multiply(work, belongs, n);
            }
            EmLoops.addFirst(belongs, x, centreX[k], sums[3 * k], sums[3 * k + 1], n);
            EmLoops.addFar(belongs, y, centreY[k], sums[3 * k + 2], n);
        }
    }

    /** The nearest centre of each point; of several the first. */
    private int[] nearest() {
        int[] labels = new int[points.size()];
        for (int i = 0; i < labels.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int k = 0; k < groups; k++) {
                double square = square(i, k);
                if (square < nearest) {
                    nearest = square;
                    labels[i] = k;
                }
            }
        }
        return labels;
    }
}
