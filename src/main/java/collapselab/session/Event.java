package collapselab.session;

import collapselab.experiment.Milestone;

/**
 * A stage of collapse that a panel has reached.
 *
 * @param milestone which
 * @param generation the first measured one whose medians pass the threshold
 */
public record Event(Milestone milestone, int generation) {}
