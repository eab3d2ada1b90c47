package collapselab.experiment;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import java.util.Optional;

/**
 * What is fitted and sampled in one setting, for a block of chains at once: each call does its work for every chain of the
 * draws. Never tidies a sample: sampling error is the exhibit.
 *
 * @param <S> training sets
 * @param <M> fitted models, immutable
 * @param <V> what is kept of the first chain's generation to draw it, immutable
 */
public interface Learner<S extends Sample<S>, M, V> extends AutoCloseable {
    /** Real data: n points a chain. */
    S real(int n, Draws draws, Progress progress);

    /** A model fitted to a training set; {@code previous} is the last generation's, for a warm start. */
    M fit(S training, Optional<M> previous, Draws draws, Progress progress);

    /** n points a chain drawn from a model. */
    S sample(M model, int n, Draws draws, Progress progress);

    /**
     * The metrics of a model, (metrics, chains) in the order the experiment declares; NaN where one has no value.
     *
     * @param first generation 0's model
     */
    double[][] measure(M model, M first, Draws draws, Progress progress);

    /**
     * What all chains are drawn from as outlines behind the pictured one, (numbers, chains); no rows where it is drawn alone.
     */
    default double[][] outlines(M model, int chains) {
        return new double[0][];
    }

    /** What the first chain's pictures are drawn from. */
    V snapshot(M model, M first, S training, Draws draws, Progress progress);

    /** Has somebody look on from now on; a learner whose fits take no time shows nothing. */
    default void watched(Onlooker onlooker) {}

    /** Frees what the learner holds outside the heap. */
    @Override
    default void close() {}
}
