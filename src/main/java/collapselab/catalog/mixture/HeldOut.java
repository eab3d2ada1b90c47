package collapselab.catalog.mixture;

import collapselab.kernel.mixture.PlanePoints;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Real points that no model is fitted to, on which log-likelihoods are measured. Each chain has its own, which follow from its
 * seed; only those of the chains that were measured last are kept, for an ensemble may have any number.
 */
final class HeldOut {
    /** Points of a chain. */
    static final int SIZE = 500;

    private final RealPoints real;
    private List<Long> seeds = List.of();
    private List<PlanePoints> points = List.of();

    HeldOut(RealPoints real) {
        this.real = real;
    }

    /** The points of some chains, in their order. */
    List<PlanePoints> of(Draws chains) {
        List<Long> asked = LongStream.range(0, chains.chains())
                .map(c -> chains.seed((int) c))
                .boxed()
                .toList();
        if (!asked.equals(seeds)) {
            points = asked.stream().map(this::draw).toList();
            seeds = asked;
        }
        return points;
    }

    private PlanePoints draw(long seed) {
        return real.draw(SIZE, new Randomness(seed).stream(0, Purpose.MEASURE));
    }
}
