package collapselab.experiment;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Purpose;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The loop, once for all experiments: fit a model, sample from it, compose the next training set by the regime, fit again.
 *
 * <p>Pull, not push: each call of {@link #next} computes one generation. A generation is atomic: state changes after the
 * last thing that can throw, so a cancelled generation has not happened, and a run stopped a thousand times equals the
 * uninterrupted one bit for bit.
 *
 * @param <S> training sets
 * @param <M> models
 * @param <V> snapshots
 */
public final class RecursiveTraining<S extends Sample<S>, M, V> implements AutoCloseable {
    /** What is wanted of a generation beside its model. */
    public enum Wanted {
        /** Nothing: it only leads to the next. */
        NOTHING,
        /** The metrics. */
        METRICS,
        /** The metrics, and what all chains are drawn from. */
        CHAINS,
        /** What the first chain's pictures are drawn from. */
        PICTURES,
        /** All of these. */
        ALL;

        private boolean metrics() {
            return this == METRICS || this == CHAINS || this == ALL;
        }

        private boolean outlines() {
            return this == CHAINS || this == ALL;
        }

        private boolean pictures() {
            return this == PICTURES || this == ALL;
        }
    }

    private final Learner<S, M, V> learner;
    private final Protocol protocol;
    private final DataRegime regime;
    private final Chains chains;

    private int generation = -1;
    private S original;
    private S pool;
    private M first;
    private M model;

    /**
     * A run before its first generation.
     *
     * @param learner what is fitted and sampled; closed with this run
     * @param protocol n and the real fraction
     * @param regime what becomes of older data
     * @param chains the seeds
     */
    public RecursiveTraining(Learner<S, M, V> learner, Protocol protocol, DataRegime regime, Chains chains) {
        this.learner = learner;
        this.protocol = protocol;
        this.regime = regime;
        this.chains = chains;
    }

    /**
     * Computes the next generation.
     *
     * @param wanted what is wanted of it
     * @param progress how far it is, and whether it must stop
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it; the run is then as before the call
     */
    public Generation<V> next(Wanted wanted, Progress progress) {
        int g = generation + 1;
        S batch = g == 0
                ? learner.real(protocol.samples(0), chains.draws(0, Purpose.REAL_DATA), progress.part(0, 0.05))
                : batch(g, progress.part(0, 0.05));
        S grown = pool == null ? batch : pool.concat(batch);
        S training = grown;
        if (regime == DataRegime.SUBSAMPLE && g > 0) {
            training = grown.choose(protocol.samples(g), chains.draws(g, Purpose.REGIME));
        }
        M fitted = learner.fit(
                training, Optional.ofNullable(model), chains.draws(g, Purpose.FIT), progress.part(0.05, 0.9));
        M zero = g == 0 ? fitted : first;
        Generation<V> result = look(g, wanted, fitted, zero, training, progress.part(0.9, 1));
        generation = g;
        model = fitted;
        if (g == 0) {
            first = fitted;
            original = protocol.realSamples() > 0 && protocol.realSource() != RealSource.FRESH ? batch : null;
        }
        pool = regime == DataRegime.REPLACE || regime == DataRegime.REPLACE_MULTIPLE ? null : grown;
        return result;
    }

    /** A later generation's new samples: the real part first, the rest from the last model. */
    private S batch(int g, Progress progress) {
        int size = regime.batch(protocol, g);
        int real = protocol.realSamples(size);
        int synthetic = size - real;
        S drawn = synthetic == 0
                ? null
                : learner.sample(model, synthetic, chains.draws(g, Purpose.SAMPLE), progress.part(0, 0.8));
        if (real == 0) {
            return drawn;
        }
        S kept =
                switch (protocol.realSource()) {
                    case FRESH -> learner.real(real, chains.draws(g, Purpose.REAL_DATA), progress.part(0.8, 1));
                    case KEPT -> original.first(real);
                    case REDRAWN -> original.choose(real, chains.draws(g, Purpose.REDRAWN));
                };
        return drawn == null ? kept : kept.concat(drawn);
    }

    private Generation<V> look(int g, Wanted wanted, M fitted, M zero, S training, Progress progress) {
        List<Doubles> metrics = wanted.metrics()
                ? rows(learner.measure(fitted, zero, chains.draws(g, Purpose.MEASURE), progress.part(0, 0.9)))
                : List.of();
        List<Doubles> outlines = wanted.outlines() ? rows(learner.outlines(fitted, chains.count())) : List.of();
        Optional<V> snapshot = wanted.pictures()
                ? Optional.of(learner.snapshot(
                        fitted, zero, training, chains.draws(g, Purpose.PICTURE), progress.part(0.9, 1)))
                : Optional.empty();
        return new Generation<>(g, metrics, outlines, snapshot);
    }

    private static List<Doubles> rows(double[][] values) {
        return Arrays.stream(values).map(Doubles::of).toList();
    }

    @Override
    public void close() {
        learner.close();
    }
}
