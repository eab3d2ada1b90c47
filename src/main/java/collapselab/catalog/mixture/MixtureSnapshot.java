package collapselab.catalog.mixture;

import collapselab.kernel.mixture.Mixture;
import collapselab.plot.Doubles;

/**
 * What the picture of one generation of the first chain is drawn from.
 *
 * @param generation which
 * @param mixture the fitted model
 * @param x first coordinates of the training set's points, as many as are shown, evenly from all of it; none if n is infinite
 * @param y second coordinates
 */
record MixtureSnapshot(int generation, Mixture mixture, Doubles x, Doubles y) {
    /** At most this many points are shown. */
    static final int MOST_POINTS = 2_000;
}
