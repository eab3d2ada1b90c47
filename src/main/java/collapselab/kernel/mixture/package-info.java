/**
 * Gaussian mixtures in the plane: densities and distances, sampling, k-means, and expectation-maximisation.
 *
 * <p>Letters: n = points, K = components, r = responsibility of a component for a point, nk = sum of r over the points, L =
 * lower triangular factor of a covariance (2, 2), B = points of a block that the loops work on.
 *
 * <p>The fit is that of scikit-learn's {@code GaussianMixture} with full covariances, step for step, so that a run can be
 * compared with the papers that used it; {@code EmLoops} says what makes it fast.
 */
package collapselab.kernel.mixture;
