package collapselab.catalog.gaussian;

import org.apache.commons.rng.UniformRandomProvider;

/** A distribution that points are drawn from, one chain at a time. */
@FunctionalInterface
interface Source {
    /**
     * Draws points of one chain.
     *
     * @param chain whose
     * @param random its generator
     * @param to (count, d) receives them
     */
    void draw(int chain, UniformRandomProvider random, double[] to);
}
