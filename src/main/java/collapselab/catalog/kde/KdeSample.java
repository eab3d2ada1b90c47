package collapselab.catalog.kde;

import collapselab.experiment.Sample;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;

/** A training set: points, or in the limit of infinitely many the distribution they are drawn from. */
interface KdeSample extends Sample<KdeSample> {
    /** n points a chain drawn from the density with a kernel of some bandwidth on every point of this set. */
    KdeSample smoothed(double bandwidth, int n, Draws draws);

    /**
     * The trace of a chain's covariance, divided by its size.
     *
     * @param mean (d) receives the mean
     */
    double spread(int chain, double[] mean);

    /** The mean over a chain's held-out points of the log density with a kernel on every point of this set, nats a point. */
    double meanLogDensity(int chain, Yardstick yardstick, double bandwidth, Progress progress);

    /** What the first chain's picture needs of this set: points (n, d), or (d = 0) the weights of {@link Population}. */
    Doubles shown(int most);
}
