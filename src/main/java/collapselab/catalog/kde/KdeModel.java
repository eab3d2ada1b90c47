package collapselab.catalog.kde;

/**
 * The estimates of a block of chains: a kernel on every point of the training set. Immutable.
 *
 * @param training the points
 * @param bandwidth h
 * @param yardstick what all generations of these chains are measured by
 */
record KdeModel(KdeSample training, double bandwidth, Yardstick yardstick) {}
