package collapselab.catalog.gaussian;

import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Milestone;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The three sources of error, each with its switch and what it does alone; and the stages of collapse. */
final class GaussianErrors {
    private final Setting<GaussianParameters> setting;
    private final GaussianParameters parameters;
    private final Reality reality;

    GaussianErrors(Setting<GaussianParameters> setting, Reality reality) {
        this.setting = setting;
        this.parameters = setting.parameters();
        this.reality = reality;
    }

    List<ErrorSource> sources() {
        return List.of(statistical(), expressivity(), approximation());
    }

    private ErrorSource statistical() {
        boolean on = !parameters.infinite();
        SampleLimit other = on ? SampleLimit.INFINITE : SampleLimit.FINITE;
        return new ErrorSource(
                Kind.STATISTICAL,
                on,
                Map.of("statistical", other.text()),
                on
                        ? chance()
                        : "n = \u221e: each fit has its training set's exact mean and covariance, in every chain.");
    }

    private String chance() {
        int n = setting.protocol().samples();
        int last = setting.protocol().generations() - 1;
        MomentRecursion alone = GaussianLaws.moments(with(SampleLimit.FINITE, 1, 0));
        return "n = " + n + ": by generation " + last + " chance alone leaves E[\u03c3\u00b2] = "
                + Rounded.said(alone.variance(last), 3) + " and E|\u03bc|\u00b2 = "
                + Rounded.said(alone.meanError(last), 3)
                + (GaussianLaws.pureReplace(setting) && parameters.data() == RealData.NORMAL
                        ? "; the typical \u03c3\u00b2 is " + Rounded.said(typical(last), 3) + "."
                        : ".");
    }

    /** exp E[ln sigma_t^2] along an axis, for normal samples. */
    double typical(int generation) {
        ChiSquareSteps steps = new ChiSquareSteps(
                generation + 1, g -> (int) setting.regime().trained(setting.protocol(), g), 1, parameters.estimator());
        return Math.exp(steps.log(generation));
    }

    private ErrorSource expressivity() {
        boolean on = parameters.data() != RealData.NORMAL;
        RealData other = on ? RealData.NORMAL : RealData.TWO_PEAKS;
        return new ErrorSource(
                Kind.EXPRESSIVITY,
                on,
                Map.of("data", other.text()),
                on ? misfit() : "The real data are normal, and so is what is fitted: no error.");
    }

    private String misfit() {
        String what = parameters.data() == RealData.TWO_PEAKS ? "two peaks" : "these points";
        String jump = reality.dimension() == 1
                ? "W\u2082\u00b2 jumps to " + Rounded.said(2 - 2 * reality.likeness(), 3) + " at generation 0"
                : "the shape is lost at generation 0, mean and covariance are not";
        return "One normal distribution for " + what + ": " + jump + "; with n = \u221e nothing changes after it.";
    }

    private ErrorSource approximation() {
        boolean on = parameters.scale() != 1;
        Map<String, String> flip = on ? Map.of("temperature", "1", "truncation", "0") : Map.of("truncation", "2");
        return new ErrorSource(
                Kind.APPROXIMATION, on, flip, on ? sampler() : "Samples are drawn from the model as it is: no error.");
    }

    private String sampler() {
        int last = setting.protocol().generations() - 1;
        MomentRecursion alone =
                GaussianLaws.moments(with(SampleLimit.INFINITE, parameters.temperature(), parameters.truncation()));
        String truncation = parameters.truncation() == 0
                ? ""
                : "Samples beyond " + Rounded.said(parameters.truncation(), 3) + "\u03c3 are drawn anew: \u00d7 "
                        + Rounded.said(GaussianParameters.kept(parameters.truncation())) + ". ";
        String temperature = parameters.temperature() == 1
                ? ""
                : "Temperature: \u00d7 " + Rounded.said(parameters.temperature()) + ". ";
        return truncation + temperature + "Whatever n is, samples have " + Rounded.said(parameters.scale())
                + " times their model's variance: by generation " + last + " this alone leaves "
                + Rounded.percent(alone.variance(last)) + ".";
    }

    private Setting<GaussianParameters> with(SampleLimit limit, double temperature, double truncation) {
        GaussianParameters p = parameters;
        return new Setting<>(
                new GaussianParameters(
                        p.dimension(),
                        p.estimator(),
                        temperature,
                        truncation,
                        limit,
                        p.data(),
                        p.file(),
                        p.columns(),
                        p.checksum()),
                setting.protocol(),
                setting.regime());
    }

    /** The stages by Shumailov et al. (Nature 2024, definition 2.1), with thresholds of our own. */
    List<Milestone> milestones() {
        return Milestone.ofLikelihood(
                (now, first) -> crossEntropy(now) - crossEntropy(first),
                parameters.dimension() == 1 ? "point" : "coordinate (shapes taken as round)");
    }

    /**
     * Nats a coordinate that real data cost under a normal distribution v times as wide as they are, whose mean is off by m,
     * but for a constant: (ln v + (1 + m) / v) / 2, from second moments alone and so for real data of any shape.
     */
    private static double crossEntropy(ToDoubleFunction<String> metrics) {
        double v = metrics.applyAsDouble("variance_ratio");
        return v == 0 ? Double.POSITIVE_INFINITY : (Math.log(v) + (1 + metrics.applyAsDouble("mean_error2")) / v) / 2;
    }
}
