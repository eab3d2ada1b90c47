/** Statistics of samples and clouds of features: distances, quantiles, entropy. */
package collapselab.kernel.stats;
