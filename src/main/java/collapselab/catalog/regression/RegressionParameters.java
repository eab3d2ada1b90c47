package collapselab.catalog.regression;

import collapselab.experiment.Knob;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.SpecException;

/**
 * Parameters of the recursive linear regression.
 *
 * @param dimension d, 1 to 300
 * @param noise sigma, standard deviation of a label's noise, in units of the signal's; not negative
 * @param ridge lambda: the predictor that is measured minimises |y - Xw|^2 / T + lambda |w|^2; generators never do
 * @param design where inputs come from
 * @param spectrum eigenvalues of the inputs' covariance
 * @param exponent beta of the power law, 0 to 4
 * @param source r of the power law: eigenvalue j times w*_j^2 falls as j^-(1 + 2 r beta); 0 to 2
 * @param generatorSamples T0, how many samples a model that only labels the next generation is fitted to; 0: as many as the
 *     one that is measured, and the same ones
 * @param generatorNoise sigma0, their labels' noise; negative: the same
 * @param statistical whether n is finite
 * @param solver how models are fitted
 * @param rate of gradient descent, above 0
 * @param steps of gradient descent, 1 to 10,000
 */
public record RegressionParameters(
        @Knob(
                group = Knob.Group.DATA,
                label = "Dimension d",
                help = "how many coefficients are fitted",
                min = 1,
                max = 100)
        int dimension,

        @Knob(
                group = Knob.Group.DATA,
                label = "Noise \u03c3",
                help = "standard deviation of a label's noise; the signal's is 1",
                min = 0,
                max = 10,
                when = "statistical=finite")
        double noise,

        @Knob(
                label = "Ridge \u03bb",
                help = "penalty of the measured fit; the fits that label the next generation have none",
                min = 0,
                max = 2)
        double ridge,

        @Knob(
                group = Knob.Group.DATA,
                label = "Inputs",
                help = "where the inputs of each generation come from",
                when = "statistical=finite")
        Design design,

        @Knob(group = Knob.Group.DATA, label = "Spectrum", help = "the eigenvalues of the inputs' covariance")
        Spectrum spectrum,

        @Knob(
                group = Knob.Group.DATA,
                label = "Exponent \u03b2",
                help = "eigenvalue j is j to the power \u2212\u03b2",
                min = 0,
                max = 4,
                when = "spectrum=power")
        double exponent,

        @Knob(
                group = Knob.Group.DATA,
                label = "Source r",
                help =
                        "how fast the true coefficients fall: \u03bb\u2c7c w\u2c7c\u00b2 ~ j to the power \u22121\u22122r\u03b2",
                min = 0,
                max = 2,
                when = "spectrum=power")
        double source,

        @Knob(
                label = "Generator samples T\u2080",
                help = "what labels the next generation is fitted to data of its own; 0: it is the measured fit itself",
                min = 0,
                max = 10_000,
                when = "statistical=finite")
        int generatorSamples,

        @Knob(
                label = "Generator noise \u03c3\u2080",
                help = "noise in the generators' labels; below 0: as the noise above",
                min = -1,
                max = 10,
                when = "statistical=finite")
        double generatorNoise,

        @Knob(group = Knob.Group.ERRORS, label = "Statistical error", help = "n samples, or infinitely many")
        SampleLimit statistical,

        @Knob(label = "Solver", help = "how models are fitted")
        Solver solver,

        @Knob(
                label = "Rate \u03b7",
                help = "step size of gradient descent",
                min = 0.001,
                max = 1,
                scale = Knob.Scale.LOG,
                when = "solver=gradient-descent")
        double rate,

        @Knob(
                label = "Steps",
                help = "after how many steps gradient descent is stopped",
                min = 1,
                max = 1_000,
                scale = Knob.Scale.LOG,
                when = "solver=gradient-descent")
        int steps) {
    /** The largest dimension. */
    public static final int MOST_DIMENSIONS = 300;

    private static final int MOST_STEPS = 10_000;

    public RegressionParameters {
        within("dimension", dimension, 1, MOST_DIMENSIONS);
        within("noise", noise, 0, 1e6);
        within("ridge", ridge, 0, 1e6);
        within("exponent", exponent, 0, 4);
        within("source", source, 0, 2);
        within("generatorSamples", generatorSamples, 0, Integer.MAX_VALUE);
        within("generatorNoise", generatorNoise, -1, 1e6);
        within("steps", steps, 1, MOST_STEPS);
        if (!(rate > 0 && rate <= 1e6)) {
            throw new SpecException("rate=" + rate + " is out of range: use a number above 0.");
        }
        if (ridge > 0 && solver == Solver.GRADIENT_DESCENT) {
            throw new SpecException("ridge=" + ridge
                    + " and solver=gradient-descent shrink the same fit twice: use ridge=0 or solver=exact.");
        }
    }

    private static void within(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new SpecException(
                    name + "=" + plain(value) + " is out of range: use " + plain(least) + " to " + plain(most) + ".");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Whether the models that label the next generation are others than those that are measured. */
    boolean separateGenerators() {
        return generatorSamples > 0 || generatorNoise >= 0;
    }

    /** sigma0. */
    double labelNoise() {
        return generatorNoise < 0 ? noise : generatorNoise;
    }

    /** A number of samples of the measured fit's data, for the generators' data: times T0 / T. */
    int generatorCount(int count, int samples) {
        if (generatorSamples == 0) {
            return count;
        }
        long scaled = Math.round((double) count * generatorSamples / samples);
        if (scaled > Integer.MAX_VALUE) {
            throw new SpecException("generatorSamples=" + generatorSamples
                    + " leads to more than 2,147,483,647 samples: use fewer, or fewer generations.");
        }
        return (int) scaled;
    }
}
