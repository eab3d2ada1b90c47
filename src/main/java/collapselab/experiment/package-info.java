/**
 * What an experiment is, the data regimes, and the one loop: fit a model, sample from it, compose the next training set by
 * the regime, fit again.
 *
 * <p>Letters: n = samples a generation, g = generation (0 is fitted on real data only), t = g + 1 = number of fits, R =
 * chains (seeds) of an ensemble.
 */
package collapselab.experiment;
