package collapselab.catalog.regression;

/**
 * What one generation fitted, for each chain of a block.
 *
 * @param predictor what is measured
 * @param generator what labels the next generation; the predictor itself unless generators have data of their own
 */
record RegressionModel(Coefficients predictor, Coefficients generator) {}
