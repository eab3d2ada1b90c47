package collapselab.catalog.regression;

import collapselab.plot.Doubles;

/**
 * What the picture of one generation of the first chain is drawn from.
 *
 * @param generation which
 * @param size how many points the model was fitted to
 * @param fitted (d) fitted coefficients, whitened
 * @param points (2, count) inputs and labels, where d is 1; else empty
 */
record RegressionSnapshot(int generation, int size, Doubles fitted, Doubles points) {
    /** At most this many points are shown. */
    static final int MOST_POINTS = 600;
}
