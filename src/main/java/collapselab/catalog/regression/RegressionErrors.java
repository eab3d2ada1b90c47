package collapselab.catalog.regression;

import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import java.util.List;
import java.util.Map;

/** Which of the three errors are at work in a regression. */
final class RegressionErrors {
    private RegressionErrors() {}

    static List<ErrorSource> of(Setting<RegressionParameters> setting) {
        return List.of(
                statistical(setting),
                new ErrorSource(
                        Kind.EXPRESSIVITY,
                        false,
                        Map.of(),
                        "The truth is linear and so is the model, which can express it exactly."),
                approximation(setting.parameters()));
    }

    private static ErrorSource statistical(Setting<RegressionParameters> setting) {
        int n = setting.protocol().samples();
        int d = setting.parameters().dimension();
        double noise = setting.parameters().noise();
        boolean on = setting.parameters().statistical() == SampleLimit.FINITE;
        String sentence = !on
                ? "Infinitely many samples average all noise out, and an exact fit repeats what labelled it without end."
                : n > d + 1
                        ? n
                                + " noisy labels; a least squares fit to them adds \u03c3\u00b2d/(T\u2212d\u22121) = "
                                + Rounded.said(noise * noise * d / (n - d - 1)) + " to the loss."
                        : n + " noisy labels for " + d + " coefficients.";
        return new ErrorSource(Kind.STATISTICAL, on, Map.of("statistical", on ? "infinite" : "finite"), sentence);
    }

    private static ErrorSource approximation(RegressionParameters parameters) {
        if (parameters.solver() == Solver.GRADIENT_DESCENT) {
            double least = new Fitting(parameters, 0).learned(parameters.dimension() - 1);
            return new ErrorSource(
                    Kind.APPROXIMATION,
                    true,
                    Map.of("solver", "exact"),
                    parameters.steps() + " steps of gradient descent learn 1\u2212(1\u2212\u03b7\u03bb\u2c7c)^"
                            + parameters.steps() + " of coefficient j, "
                            + Rounded.said(least)
                            + (parameters.spectrum() == Spectrum.POWER ? " of the last" : " of each")
                            + ": refitted t times, that to the power t is left.");
        }
        if (parameters.ridge() > 0) {
            return new ErrorSource(
                    Kind.APPROXIMATION,
                    true,
                    Map.of("ridge", "0"),
                    "The penalty \u03bb = " + Rounded.said(parameters.ridge())
                            + " shrinks the measured fit: bias is bought for less variance.");
        }
        return new ErrorSource(
                Kind.APPROXIMATION,
                false,
                Map.of("solver", "gradient-descent"),
                "The least squares problem is solved exactly.");
    }
}
