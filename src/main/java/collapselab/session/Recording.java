package collapselab.session;

import collapselab.experiment.Generation;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The finished generations of one panel, append-only: the one thing that the working threads and the screen share.
 *
 * <p>The first block of chains appends generations; each later block widens what stands with its own chains.
 *
 * @param <V> what pictures are drawn from
 */
public final class Recording<V> {
    private final List<Generation<V>> generations = new ArrayList<>();
    private int changes;

    /** How many generations are finished. */
    public synchronized int size() {
        return generations.size();
    }

    /** Grows whenever a generation, or chains of one, are added. */
    synchronized int changes() {
        return changes;
    }

    /** A finished generation. */
    public synchronized Generation<V> get(int index) {
        return generations.get(index);
    }

    /** The snapshots of generations 0 to {@code last}. */
    public synchronized List<V> history(int last) {
        List<V> history = new ArrayList<>(last + 1);
        for (int g = 0; g <= last; g++) {
            history.add(generations.get(g).snapshot().orElseThrow());
        }
        return history;
    }

    /**
     * The chains' values of a metric.
     *
     * @param metric its place among the experiment's metrics
     * @param generation a finished generation
     * @return empty if this generation was not measured
     */
    public synchronized Optional<Doubles> values(int metric, int generation) {
        List<Doubles> rows = generations.get(generation).metrics();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(metric));
    }

    synchronized void append(Generation<V> generation) {
        if (generation.index() != generations.size()) {
            throw new IllegalStateException("generation " + generation.index() + " after " + generations.size());
        }
        generations.add(generation);
        changes++;
    }

    /** Adds the values of a later block's chains to a generation that stands. */
    synchronized void widen(Generation<V> more) {
        Generation<V> old = generations.get(more.index());
        List<Doubles> rows = new ArrayList<>();
        for (int m = 0; m < old.metrics().size(); m++) {
            rows.add(Doubles.of(DoubleStream.concat(
                            DoubleStream.of(old.metrics().get(m).toArray()),
                            DoubleStream.of(more.metrics().get(m).toArray()))
                    .toArray()));
        }
        changes++;
        generations.set(more.index(), new Generation<>(old.index(), rows, old.snapshot()));
    }
}
