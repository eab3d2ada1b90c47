package collapselab.catalog.gaussian;

import collapselab.experiment.Knob;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.SpecException;
import org.apache.commons.numbers.gamma.Erf;

/**
 * Parameters of the recursive Gaussian.
 *
 * @param dimension d, 1 to 100; of own data the number of columns, whatever is said
 * @param estimator what the sum of squares is divided by
 * @param temperature tau: samples are drawn from N(mu, tau Sigma); above 0, at most 4
 * @param truncation k: samples beyond k standard deviations along an axis of the model are drawn anew, 0.1 to 10; 0: none
 * @param statistical n samples, or n = infinity
 * @param data what the real data are
 * @param file of own data, its file
 * @param columns of a CSV file, the columns: names or numbers with commas; empty: all that hold numbers
 * @param checksum of own data, the file's SHA-256; empty: not known yet
 */
public record GaussianParameters(
        @Knob(
                group = Knob.Group.DATA,
                label = "Dimension d",
                help = "of the space the data live in",
                min = 1,
                max = 10,
                follows = "data=csv,drawn")
        int dimension,

        @Knob(
                label = "Covariance estimator",
                help = "what the sum of squares is divided by",
                when = "statistical=finite")
        Estimator estimator,

        @Knob(
                label = "Sampling temperature \u03c4",
                help = "samples are drawn from N(\u03bc, \u03c4\u03a3): below 1 they huddle",
                min = 0.5,
                max = 1.5)
        double temperature,

        @Knob(
                label = "Truncation",
                help = "samples farther out than this are drawn anew: the sampler misses the tails; 0 for none",
                min = 0,
                max = 4,
                unit = "\u03c3")
        double truncation,

        @Knob(
                group = Knob.Group.ERRORS,
                label = "Statistical error",
                help = "n samples, or the limit of infinitely many")
        SampleLimit statistical,

        @Knob(group = Knob.Group.DATA, label = "Real data", help = "what the first model is fitted to")
        RealData data,

        @Knob(group = Knob.Group.DATA, label = "File", help = "the points' file", when = "data=csv,drawn", file = true)
        String file,

        @Knob(
                group = Knob.Group.DATA,
                label = "Columns",
                help = "names or numbers from 1, with commas; empty: all that hold numbers",
                when = "data=csv")
        String columns,

        @Knob(
                group = Knob.Group.DATA,
                label = "Checksum",
                help = "beginning of the file's SHA-256",
                when = "data=csv,drawn",
                follows = "data=csv,drawn")
        String checksum) {
    /** The largest dimension. */
    public static final int MOST_DIMENSIONS = 100;

    private static final double LEAST_TRUNCATION = 0.1;
    private static final double MOST_TRUNCATION = 10;

    public GaussianParameters {
        if (dimension < 1 || dimension > MOST_DIMENSIONS) {
            throw new SpecException("dimension=" + dimension + " is out of range: use 1 to " + MOST_DIMENSIONS + ".");
        }
        if (!(temperature > 0 && temperature <= 4)) {
            throw new SpecException(
                    "temperature=" + temperature + " is out of range: use a number above 0, at most 4.");
        }
        if (!(truncation == 0 || (truncation >= LEAST_TRUNCATION && truncation <= MOST_TRUNCATION))) {
            throw new SpecException("truncation=" + truncation + " is out of range: use " + LEAST_TRUNCATION + " to "
                    + MOST_TRUNCATION + " standard deviations, or 0 for none.");
        }
    }

    /** Normal data and n samples, none refused. */
    public GaussianParameters(int dimension, Estimator estimator, double temperature) {
        this(dimension, estimator, temperature, 0, SampleLimit.FINITE, RealData.NORMAL, "", "", "");
    }

    boolean infinite() {
        return statistical == SampleLimit.INFINITE;
    }

    /** How far from the mean samples may lie, in standard deviations. */
    double reach() {
        return truncation == 0 ? Double.POSITIVE_INFINITY : truncation;
    }

    /** Variance of a sample over its model's: tau, times what truncation leaves. */
    double scale() {
        return truncation == 0 ? temperature : temperature * kept(truncation);
    }

    /** Variance of a standard normal number given that it is at most k from 0: 1 - 2 k phi(k) / (2 Phi(k) - 1). */
    static double kept(double k) {
        double density = Math.exp(-0.5 * k * k) / Math.sqrt(2 * Math.PI);
        return 1 - 2 * k * density / Erf.value(k / Math.sqrt(2));
    }

    /** Whether all samples are normal, so that their mean and covariance have known distributions. */
    boolean normal() {
        return data == RealData.NORMAL && truncation == 0;
    }
}
