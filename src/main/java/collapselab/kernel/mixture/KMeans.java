package collapselab.kernel.mixture;

import collapselab.kernel.Progress;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Groups points around centres: k-means++ starts (Arthur and Vassilvitskii 2007) and Lloyd's iterations until, as in
 * scikit-learn, the centres move by less than 1e-4 of the points' variance.
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
        double enough = TOLERANCE * means.variance();
        int iteration = 0;
        while (means.move() > enough && iteration < MOST_ITERATIONS) {
            iteration++;
            progress.report(iteration / (iteration + 10.0));
        }
        return means.nearest();
    }

    /** Draws the first centres, each with a chance in proportion to its squared distance from those before. */
    private void spread(UniformRandomProvider random) {
        double[] chance = new double[points.size()];
        Arrays.fill(chance, 1);
        for (int k = 0; k < groups; k++) {
            int chosen = draw(chance, random);
            centreX[k] = points.x(chosen);
            centreY[k] = points.y(chosen);
            if (k == 0) {
                Arrays.fill(chance, Double.POSITIVE_INFINITY);
            }
            approach(points.x(), points.y(), centreX[k], centreY[k], chance);
        }
    }

    /** least = min(least, squared distance from a place): a loop for vector units. */
    private static void approach(double[] x, double[] y, double mx, double my, double[] least) {
        for (int i = 0; i < least.length; i++) {
            double dx = x[i] - mx;
            double dy = y[i] - my;
            least[i] = Math.min(least[i], dx * dx + dy * dy);
        }
    }

    /** A point with a chance in proportion to its weight times a number; the last one if all are 0. */
    private int draw(double[] chances, UniformRandomProvider random) {
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            sum += points.weight(i) * chances[i];
        }
        double left = random.nextDouble() * sum;
        int point = 0;
        while (point < chances.length - 1 && left >= points.weight(point) * chances[point]) {
            left -= points.weight(point) * chances[point];
            point++;
        }
        return point;
    }

    /** Mean of the two axes' variances. */
    private double variance() {
        return ExpectationMaximization.hard(points, new int[points.size()], 1, 0)
                        .trace()
                / 2;
    }

    /** Moves each centre to the mean of the points nearest to it (one with no points stays), and says how far, squared. */
    private double move() {
        int first = Math.min(BLOCK, points.size());
        for (double[] sum : sums) {
            Arrays.fill(sum, 0, first, 0);
        }
        for (int from = 0; from < points.size(); from += BLOCK) {
            add(from, Math.min(BLOCK, points.size() - from));
        }
        double moved = 0;
        for (int k = 0; k < groups; k++) {
            double weight = EmLoops.sum(sums[3 * k], first);
            if (weight > 0) {
                double dx = EmLoops.sum(sums[3 * k + 1], first) / weight;
                double dy = EmLoops.sum(sums[3 * k + 2], first) / weight;
                centreX[k] += dx;
                centreY[k] += dy;
                moved += dx * dx + dy * dy;
            }
        }
        return moved;
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
                double dx = points.x(i) - centreX[k];
                double dy = points.y(i) - centreY[k];
                double square = dx * dx + dy * dy;
                if (square < nearest) {
                    nearest = square;
                    labels[i] = k;
                }
            }
        }
        return labels;
    }
}
