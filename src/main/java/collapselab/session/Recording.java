package collapselab.session;

import collapselab.experiment.Generation;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The finished generations of one panel, append-only: the one thing that the working threads and the screen share.
 *
 * <p>The first block of chains appends generations; each later block widens what stands with its own chains.
 *
 * @param <V> what pictures are drawn from
 */
public final class Recording<V> {
    private final List<Generation<V>> generations = new ArrayList<>();
    private final List<LaterChains> later = new ArrayList<>(); // one a generation
    private int changes;

    /** How many generations are finished. */
    public synchronized int size() {
        return generations.size();
    }

    /** Grows whenever a generation, or chains of one, are added. */
    public synchronized int changes() {
        return changes;
    }

    /** A finished generation. */
    public synchronized Generation<V> get(int index) {
        return whole(index);
    }

    /** Blocks may have one chain each: they are put together when somebody looks, not one by one. */
    private Generation<V> whole(int index) {
        Generation<V> stands = generations.get(index);
        if (later.get(index).isEmpty()) {
            return stands;
        }
        List<Doubles> rows = later.get(index).after(stands.metrics());
        Generation<V> all = new Generation<>(index, rows, stands.snapshot());
        generations.set(index, all);
        later.set(index, new LaterChains());
        return all;
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
        List<Doubles> rows = whole(generation).metrics();
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(metric));
    }

    synchronized void append(Generation<V> generation) {
        if (generation.index() != generations.size()) {
            throw new IllegalStateException("generation " + generation.index() + " after " + generations.size());
        }
        generations.add(generation);
        later.add(new LaterChains());
        changes++;
    }

    /** Adds the values of a later block's chains to a generation that stands. */
    synchronized void widen(Generation<V> more) {
        later.get(more.index()).add(more.metrics());
        changes++;
    }
}
