package collapselab.kernel.mixture;

import collapselab.kernel.Progress;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Groups points around centres: k-means++ starts (Arthur and Vassilvitskii 2007) and Lloyd's iterations until no point
 * changes its group, or, as in scikit-learn, the centres move by less than 1e-4 of the points' variance.
 */
public final class KMeans {
    private static final int MOST_ITERATIONS = 300;
    private static final double TOLERANCE = 1e-4;

    private final PlanePoints points;
    private final int groups;
    private final double[] centreX;
    private final double[] centreY;
    private final int[] labels;

    private KMeans(PlanePoints points, int groups) {
        this.points = points;
        this.groups = groups;
        centreX = new double[groups];
        centreY = new double[groups];
        labels = new int[points.size()];
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
        Arrays.fill(means.labels, -1);
        int iteration = 0;
        while (means.assign() && means.move() > enough && iteration < MOST_ITERATIONS) {
            iteration++;
            progress.report(iteration / (iteration + 10.0));
        }
        means.assign();
        return means.labels;
    }

    /** Draws the first centres, each with a chance in proportion to its squared distance from those before. */
    private void spread(UniformRandomProvider random) {
        double[] distance = new double[points.size()];
        Arrays.fill(distance, 1);
        for (int k = 0; k < groups; k++) {
            int chosen = draw(distance, random);
            centreX[k] = points.x(chosen);
            centreY[k] = points.y(chosen);
            for (int i = 0; i < distance.length; i++) {
                double square = square(i, k);
                distance[i] = k == 0 ? square : Math.min(distance[i], square);
            }
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

    private double square(int point, int centre) {
        double dx = points.x(point) - centreX[centre];
        double dy = points.y(point) - centreY[centre];
        return dx * dx + dy * dy;
    }

    /** Mean of the two axes' variances. */
    private double variance() {
        return ExpectationMaximization.hard(points, new int[points.size()], 1, 0)
                        .trace()
                / 2;
    }

    /** Gives each point to its nearest centre, and says whether any changed. */
    private boolean assign() {
        boolean changed = false;
        for (int i = 0; i < labels.length; i++) {
            int nearest = 0;
            double least = square(i, 0);
            for (int k = 1; k < groups; k++) {
                double square = square(i, k);
                if (square < least) {
                    least = square;
                    nearest = k;
                }
            }
            changed |= labels[i] != nearest;
            labels[i] = nearest;
        }
        return changed;
    }

    /** Moves each centre to the mean of its group (one with no points stays), and says how far, squared, in all. */
    private double move() {
        double[] weight = new double[groups];
        double[] sumX = new double[groups];
        double[] sumY = new double[groups];
        for (int i = 0; i < labels.length; i++) {
            int k = labels[i];
            double w = points.weight(i);
            weight[k] += w;
            sumX[k] += w * points.x(i);
            sumY[k] += w * points.y(i);
        }
        double moved = 0;
        for (int k = 0; k < groups; k++) {
            if (weight[k] > 0) {
                double dx = sumX[k] / weight[k] - centreX[k];
                double dy = sumY[k] / weight[k] - centreY[k];
                centreX[k] += dx;
                centreY[k] += dy;
                moved += dx * dx + dy * dy;
            }
        }
        return moved;
    }
}
