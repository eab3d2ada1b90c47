package collapselab.experiment;

import collapselab.kernel.random.Draws;

/**
 * A training set, or what a fit needs of it, for all chains of a block. Immutable.
 *
 * <p>A sample may hold points, or only sufficient statistics where the law of the result is exactly the same.
 *
 * @param <S> its own type
 */
public interface Sample<S extends Sample<S>> {
    /** How many data points a chain's set has. */
    int size();

    /** This set and another one together. */
    S concat(S more);

    /**
     * The first points of this set.
     *
     * @param count how many, at most {@link #size}
     */
    S first(int count);

    /**
     * Points of this set chosen at random without replacement.
     *
     * @param count how many, at most {@link #size}
     * @param draws the randomness of the choice
     */
    S choose(int count, Draws draws);
}
