/**
 * Recursive linear regression: each generation fits a linear model and labels the next generation's inputs with it, plus
 * noise (Gerstgrasser et al. 2024, section 3; Dohmatob, Feng and Kempe 2024). Inputs are x of N(0, Sigma), labels
 * y = x.w + sigma e; the test loss is the excess (w - w*)' Sigma (w - w*).
 *
 * <p>Letters: T = samples a generation, d = dimension, g = generation, t = g + 1 = number of fits, sigma = standard deviation
 * of the noise, lambda = ridge penalty, T0 and sigma0 = the generators' own T and sigma, w* = the true coefficients, X =
 * inputs (T, d), U = upper triangular factor of X'X, z = standard normal vector (d).
 *
 * <p>Everything is computed in whitened coordinates, theta = Sigma^(1/2) w, in which every spectrum is isotropic for least
 * squares, and on errors theta - theta*, which are held in two parts: what they are on average over the noise, given all
 * inputs (the bias), and the rest (the deviation).
 *
 * <p>Where the regime allows it no input is ever drawn: a fit is a function of X'X, a Wishart matrix drawn by its factor
 * (Bartlett 1933), and of X'e, which given X is N(0, X'X); and the least squares estimate of one batch by itself is a
 * multivariate t. Where the same points are drawn again (subsample, redrawn real data) the points are kept.
 */
package collapselab.catalog.regression;
