package collapselab.catalog.kde;

import collapselab.plot.Doubles;

/**
 * What the pictures of one generation of the first chain are drawn from.
 *
 * @param seed the chain's seed
 * @param generation which
 * @param size how many points the estimate has
 * @param bandwidth h
 * @param nll negative log-likelihood of the held-out points, nats a point
 * @param training (n, d) its points, evenly thinned to at most {@link #MOST_POINTS}; for n = infinity the weights of a
 *     {@link Population}
 */
record KdeSnapshot(long seed, int generation, int size, double bandwidth, double nll, Doubles training) {
    /** At most this many points are shown. */
    static final int MOST_POINTS = 2_000;

    /** For d = 1 a chain's outline is the density of so many of its points' quantiles. */
    static final int QUANTILES = 50;
}
