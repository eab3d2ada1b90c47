package collapselab.session;

import collapselab.experiment.Milestone;
import java.util.Optional;

/**
 * Watches for one stage of collapse while a run grows. It is reached at the first of {@link Event#LASTING} measured
 * generations in a row that are beyond its threshold, once the last of them is known; from then on it stands.
 */
final class Stage {
    private final Milestone milestone;
    private int since = -1;
    private int row;

    Stage(Milestone milestone) {
        this.milestone = milestone;
    }

    /**
     * Looks at the next measured generation.
     *
     * @param median how far the median chain has come there
     * @param open whether the stage before stands, or is being passed: none is reached before it
     * @return whether this stage stands, or is being passed
     */
    boolean look(int generation, double median, boolean open) {
        if (row == Event.LASTING) {
            return true;
        }
        boolean beyond = open && median >= milestone.limit();
        if (!beyond) {
            row = 0;
        } else if (row++ == 0) {
            since = generation;
        }
        return beyond;
    }

    Milestone milestone() {
        return milestone;
    }

    /** The stage as an event; empty while it is not reached. */
    Optional<Event> event() {
        return row == Event.LASTING ? Optional.of(new Event(milestone, since)) : Optional.empty();
    }
}
