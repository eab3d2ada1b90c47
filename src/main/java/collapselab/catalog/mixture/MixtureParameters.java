package collapselab.catalog.mixture;

import collapselab.experiment.Knob;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.SpecException;
import collapselab.kernel.mixture.ExpectationMaximization.Rules;

/**
 * Parameters of the recursive mixture.
 *
 * @param components K, 1 to 8
 * @param data where real points come from
 * @param file of drawn points or the CSV file
 * @param columns of the CSV file: two names or numbers from 1; empty if it has just two
 * @param checksum SHA-256 of the file; empty: any
 * @param start where a fit begins
 * @param floor added to the diagonal of each covariance at every step, 0 or more
 * @param tolerance change of the mean log-likelihood, nats, below which a fit ends; above 0
 * @param iterations the most steps of a fit, at least 1
 * @param statistical finitely many samples, or the last model's exact moments
 */
public record MixtureParameters(
        @Knob(label = "Components K", help = "how many normal distributions a model is made of", min = 1, max = 8)
        int components,

        @Knob(group = Knob.Group.DATA, label = "Real data", help = "where real points come from")
        MixtureData data,

        @Knob(
                group = Knob.Group.DATA,
                label = "File",
                help = "file of the points",
                file = true,
                when = "data=csv,drawn")
        String file,

        @Knob(
                group = Knob.Group.DATA,
                label = "Columns",
                help = "two columns of the file, by name or number, with a comma",
                when = "data=csv")
        String columns,

        @Knob(
                group = Knob.Group.DATA,
                label = "Checksum",
                help = "SHA-256 the file must have; empty: any",
                when = "data=csv,drawn",
                follows = "data=csv,drawn")
        String checksum,

        @Knob(label = "Start of a fit", help = "where expectation-maximisation begins")
        Start start,

        @Knob(
                label = "Covariance floor",
                help = "added to the variances at every step of a fit, so that none becomes 0; an error of its own",
                min = 1e-9,
                max = 0.1,
                scale = Knob.Scale.LOG)
        double floor,

        @Knob(
                label = "Tolerance",
                help = "a fit ends when the mean log-likelihood changes by less",
                min = 1e-10,
                max = 0.1,
                scale = Knob.Scale.LOG,
                unit = "nats")
        double tolerance,

        @Knob(label = "Iterations", help = "the most steps of a fit", min = 1, max = 2_000, scale = Knob.Scale.LOG)
        int iterations,

        @Knob(group = Knob.Group.ERRORS, label = "Sampling", help = "n samples, or the statistical error switched off")
        SampleLimit statistical) {
    /** The largest K. */
    public static final int MOST_COMPONENTS = 8;

    public MixtureParameters {
        if (components < 1 || components > MOST_COMPONENTS) {
            throw new SpecException("components=" + components + " is out of range: use 1 to " + MOST_COMPONENTS + ".");
        }
        if (!(floor >= 0 && floor <= 1e6)) {
            throw new SpecException(
                    "floor=" + floor + " is out of range: use 0 for none, or a small variance such as 0.000001.");
        }
        if (!(tolerance > 0 && tolerance <= 1e6)) {
            throw new SpecException(
                    "tolerance=" + tolerance + " would never end a fit: use a number above 0, such as 0.00001.");
        }
        if (iterations < 1) {
            throw new SpecException("iterations=" + iterations + " leaves nothing fitted: use 1 or more.");
        }
    }

    /** The rules of a fit. */
    Rules rules() {
        return new Rules(floor, tolerance, iterations);
    }

    /** Whether there is no statistical error. */
    boolean infinite() {
        return statistical == SampleLimit.INFINITE;
    }
}
