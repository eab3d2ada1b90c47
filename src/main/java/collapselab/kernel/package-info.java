/** Numbers: randomness, statistics, data sets, neural networks. Nothing here knows experiments, threads of the session or the screen. */
package collapselab.kernel;
