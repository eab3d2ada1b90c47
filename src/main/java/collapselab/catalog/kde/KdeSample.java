package collapselab.catalog.kde;

import collapselab.experiment.Sample;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;

/** A training set: points, or in the limit of infinitely many the distribution they are drawn from. */
interface KdeSample extends Sample<KdeSample> {
    /**
     * n points a chain drawn from the density with a kernel of some bandwidth on every point of this set.
     *
     * @param scratch memory that the points may be put into
     */
    KdeSample smoothed(double bandwidth, int n, Draws draws, Scratch scratch);

    /**
     * Memory for drawn points, of which those of one generation are overwritten two generations later: then no model has them any
     * more, and pools have copies. New memory in every generation would always miss the cache.
     */
    final class Scratch {
        private final double[][][] points = {{}, {}};

        /** (chains, length) numbers, for a generation. */
        double[][] take(int generation, int chains, int length) {
            int turn = generation & 1;
            if (points[turn].length != chains || points[turn][0].length != length) {
                points[turn] = new double[chains][length];
            }
            return points[turn];
        }
    }

    /**
     * The trace of a chain's covariance, divided by its size.
     *
     * @param mean (d) receives the mean
     */
    double spread(int chain, double[] mean);

    /** The mean over a chain's held-out points of the log density with a kernel on every point of this set, nats a point. */
    double meanLogDensity(int chain, Yardstick yardstick, double bandwidth, Progress progress);

    /**
     * What a chain is drawn from as an outline: for d = 1 evenly spaced quantiles, else mean and Cholesky factor of the covariance
     * on the first and the last axis (m1, m2, L11, L21, L22); empty where chains do not differ.
     *
     * @param quantiles how many for d = 1
     */
    double[] outline(int chain, int quantiles);

    /** What the first chain's picture needs of this set: points (n, d), or (d = 0) the weights of {@link Population}. */
    Doubles shown(int most);
}
