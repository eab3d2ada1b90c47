/**
 * The recursive Gaussian mixture: each generation fits K normal distributions in the plane, by expectation-maximisation, to
 * samples of the last (Shumailov et al. 2024, supplement; the paper's text has two blobs, its released code one).
 *
 * <p>Letters: K = components, n = samples a generation, g = generation, t = g + 1 = number of fits, f = floor added to the
 * diagonal of each covariance at every step, w = weight, m = mean and C = covariance of a component, T = trace of the real
 * covariance.
 *
 * <p>After every step of a fit the mixture's own mean is the sample's, and its own covariance the sample's (divided by n) with f
 * on the diagonal, whatever the components are and wherever the search stops. So the mixture's spread and drift follow the
 * same exact laws as one normal distribution's.
 */
package collapselab.catalog.mixture;
