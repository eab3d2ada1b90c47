package collapselab.session;

import collapselab.experiment.Generation;
import java.util.List;

/**
 * What was measured of some chains of one panel that were computed side by side.
 *
 * @param firstSeed the first chain's seed; the others follow by one
 * @param chains how many chains
 * @param generations the measured generations in ascending order, fewer than were asked for if the work was stopped
 */
public record ChainBlock(long firstSeed, int chains, List<Generation<?>> generations) {
    public ChainBlock {
        generations = List.copyOf(generations);
    }
}
