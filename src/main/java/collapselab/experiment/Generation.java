package collapselab.experiment;

import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;

/**
 * A finished generation of a block of chains. Immutable.
 *
 * @param index which, from 0
 * @param metrics one row a metric, (chains) numbers each, NaN where there is no value; empty if it was not measured
 * @param outlines one row a number of an outline, (chains) numbers each; empty if they were not asked for, or there are none
 * @param snapshot what the first chain's pictures are drawn from; empty if it was not asked for
 * @param <V> the snapshot's type
 */
public record Generation<V>(int index, List<Doubles> metrics, List<Doubles> outlines, Optional<V> snapshot) {
    public Generation {
        metrics = List.copyOf(metrics);
        outlines = List.copyOf(outlines);
    }

    /** A generation without outlines. */
    public Generation(int index, List<Doubles> metrics, Optional<V> snapshot) {
        this(index, metrics, List.of(), snapshot);
    }
}
