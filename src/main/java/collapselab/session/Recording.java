package collapselab.session;

import collapselab.experiment.Generation;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The finished generations of one panel, append-only: the one thing that the working threads and the screen share.
 *
 * <p>The first block of chains appends generations; each later block widens what stands with its own chains.
 *
 * @param <V> what pictures are drawn from
 */
public final class Recording<V> {
    /** More chains are not drawn: they could not be told apart. */
    static final int MOST_OUTLINES = 100;

    private final List<Generation<V>> generations = new ArrayList<>();
    private final List<LaterChains> later = new ArrayList<>(); // one a generation
    private final List<LaterChains> laterOutlines = new ArrayList<>(); // one a generation
    private Optional<Pictured<V>> pictured = Optional.empty();
    private int changes;

    /** Another chain than the first, to be pictured in its place; one snapshot a generation. */
    private record Pictured<V>(int chain, List<V> snapshots) {}

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
        List<Doubles> outlines = laterOutlines.get(index).after(stands.outlines());
        Generation<V> all = new Generation<>(index, rows, outlines, stands.snapshot());
        generations.set(index, all);
        later.set(index, new LaterChains());
        laterOutlines.set(index, new LaterChains());
        return all;
    }

    /** The pictured chain's snapshots of generations 0 to {@code last}. */
    public synchronized List<V> history(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(this::snapshot).toList();
    }

    /** The pictured chain's snapshot of a finished generation. */
    synchronized V snapshot(int generation) {
        return pictured.isPresent() && generation < pictured.get().snapshots().size()
                ? pictured.get().snapshots().get(generation)
                : generations.get(generation).snapshot().orElseThrow();
    }

    /** The place among the chains of the one that is pictured, from 0. */
    public synchronized int pictured() {
        return pictured.map(Pictured::chain).orElse(0);
    }

    /** The outlines of the chains at a finished generation, (numbers, chains), of at most {@link #MOST_OUTLINES} chains. */
    public synchronized List<Doubles> outlines(int generation) {
        return whole(generation).outlines();
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
        generations.add(new Generation<>(
                generation.index(),
                generation.metrics(),
                first(generation.outlines(), MOST_OUTLINES),
                generation.snapshot()));
        later.add(new LaterChains());
        laterOutlines.add(new LaterChains());
        changes++;
    }

    /** Adds the values of a later block's chains to a generation that stands. */
    synchronized void widen(Generation<V> more) {
        int at = more.index();
        later.get(at).add(more.metrics());
        List<Doubles> stand = generations.get(at).outlines();
        int there = stand.isEmpty()
                ? 0
                : stand.get(0).size() + laterOutlines.get(at).chains();
        if (there > 0 && there < MOST_OUTLINES) {
            laterOutlines.get(at).add(first(more.outlines(), MOST_OUTLINES - there));
        }
        changes++;
    }

    private static List<Doubles> first(List<Doubles> rows, int most) {
        if (rows.isEmpty() || rows.get(0).size() <= most) {
            return rows;
        }
        return rows.stream().map(row -> Doubles.generate(most, row::get)).toList();
    }

    /** Pictures another chain from now on, whose snapshots these are: one of each generation. */
    synchronized void picture(int chain, List<V> snapshots) {
        pictured = chain == 0 ? Optional.empty() : Optional.of(new Pictured<>(chain, List.copyOf(snapshots)));
        changes++;
    }
}
