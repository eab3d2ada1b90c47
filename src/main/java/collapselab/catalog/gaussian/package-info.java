/**
 * The recursive Gaussian: each generation fits a normal distribution to samples of the last (Shumailov et al. 2024, section
 * 3; Kazdan et al. 2024, section 2). The real distribution is N(0, I), or two peaks or points of the user's, which no normal
 * distribution can equal; it is moved to mean 0 and scaled to variance 1 an axis on average, so that every law is the same.
 *
 * <p>Letters: n = samples a generation, d = dimension, g = generation, t = g + 1 = number of fits, L = lower triangular
 * factor of a covariance matrix (d, d), A = Bartlett factor of a Wishart matrix (d, d), z = standard normal vector (d), tau
 * = sampling temperature. All arrays have the chains of the block as their last index.
 *
 * <p>Where the regime allows it the recursion runs on sufficient statistics: the same law exactly, at a cost that does not
 * depend on n. Where the same points are drawn again (subsample, redrawn real data) the points are kept; where samples are
 * not normal (other data, truncation) they are drawn as points and made statistics. With n = infinity training sets are
 * distributions.
 */
package collapselab.catalog.gaussian;
