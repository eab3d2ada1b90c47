package collapselab.session;

import collapselab.experiment.Milestone;

/**
 * A stage of collapse that a panel has reached.
 *
 * @param milestone which
 * @param generation the first of those measured generations in a row whose medians are beyond the threshold
 */
public record Event(Milestone milestone, int generation) {
    /** So many measured generations in a row must be beyond a threshold before it counts as passed. */
    public static final int LASTING = 3;
}
