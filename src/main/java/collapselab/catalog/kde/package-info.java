/**
 * Recursive kernel density estimation (Kazdan et al. 2024, section 2.2): each generation puts a Gaussian kernel on every point
 * of its training set; the next one draws its points from that. Nothing is fitted and nothing collapses to a point: what is
 * lost is the shape, in a blob that grows and walks away.
 *
 * <p>Letters: n = samples a generation, N = size of a training set, d = dimension (1 to 3), h = bandwidth, g = generation, t =
 * g + 1 = number of fits, V = trace of a training set's covariance, divided by N, m = squared error of its mean, sigma0^2 =
 * trace of the real covariance.
 */
package collapselab.catalog.kde;
