package collapselab.catalog.gaussian;

import collapselab.experiment.Knob;
import collapselab.experiment.SpecException;

/**
 * Parameters of the recursive Gaussian.
 *
 * @param dimension d, 1 to 100
 * @param estimator what the sum of squares is divided by
 * @param temperature tau: samples are drawn from N(mu, tau Sigma); above 0, at most 4
 */
public record GaussianParameters(
        @Knob(label = "Dimension d", help = "of the space the data live in", min = 1, max = 10)
        int dimension,

        @Knob(label = "Covariance estimator", help = "what the sum of squares is divided by")
        Estimator estimator,

        @Knob(
                label = "Sampling temperature \u03c4",
                help = "samples are drawn from N(\u03bc, \u03c4\u03a3): below 1 they huddle",
                min = 0.5,
                max = 1.5)
        double temperature) {
    /** The largest dimension. */
    public static final int MOST_DIMENSIONS = 100;

    public GaussianParameters {
        if (dimension < 1 || dimension > MOST_DIMENSIONS) {
            throw new SpecException("dimension=" + dimension + " is out of range: use 1 to " + MOST_DIMENSIONS + ".");
        }
        if (!(temperature > 0 && temperature <= 4)) {
            throw new SpecException(
                    "temperature=" + temperature + " is out of range: use a number above 0, at most 4.");
        }
    }
}
