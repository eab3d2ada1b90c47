package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Growth;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.experiment.Standing;
import java.util.ArrayList;
import java.util.List;

/** The Explain card of the recursive Gaussian, written from the run's numbers. */
final class GaussianExplanation {
    /** Mean and median are told apart where the median is below this part of the mean. */
    private static final double APART = 0.8;

    private final RunSpec<GaussianParameters> spec;
    private final GaussianParameters parameters;
    private final Protocol protocol;
    private final Reality reality;
    private final int n;
    private final int d;

    GaussianExplanation(RunSpec<GaussianParameters> spec, Reality reality) {
        this.spec = spec;
        this.reality = reality;
        parameters = spec.parameters();
        protocol = spec.protocol();
        n = protocol.samples();
        d = reality.dimension();
    }

    List<String> sentences(List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        var errors = new GaussianErrors(spec.setting(spec.regimes().get(0)), reality);
        errors.sources().stream()
                .filter(source -> source.on() != (source.kind() == ErrorSource.Kind.STATISTICAL))
                .map(ErrorSource::sentence)
                .forEach(sentences::add);
        if (!parameters.infinite()) {
            chance(sentences);
        }
        for (Standing standing : standings) {
            lie(standing, sentences);
            state(standing, sentences);
        }
        return sentences;
    }

    private void chance(List<String> sentences) {
        int real = protocol.realSamples();
        if (spec.regimes().contains(DataRegime.REPLACE) && real == 0 && parameters.truncation() == 0) {
            sentences.add(protocol.growth() == Growth.CONSTANT ? replace() : growing());
        } else if (real > 0) {
            sentences.add("Of each batch of " + n + ", " + real + " are real ("
                    + protocol.realSource().help()
                    + "): they pull every fit back, so the spread settles at a level"
                    + " instead of dying.");
        }
        if (spec.regimes().contains(DataRegime.REPLACE_MULTIPLE) && real == 0) {
            int last = protocol.generations() - 1;
            sentences.add(
                    "Under replace-multiple a fit has as many samples as under accumulate, all from the last model: what"
                            + " is lost follows the sum of 1/n\u209c, here "
                            + Rounded.said(inverse(DataRegime.REPLACE_MULTIPLE, last), 2) + " by generation " + last
                            + ".");
        }
        if (spec.regimes().contains(DataRegime.ACCUMULATE) && real == 0) {
            double left = GaussianFormulas.pooledLimit(n, parameters.estimator());
            sentences.add(
                    "Under accumulate generation t weighs only 1/t in its pool: the steps shrink like 1/t\u00b2 and the"
                            + " loss stays bounded"
                            + (n >= 10 && protocol.growth() == Growth.CONSTANT && parameters.scale() == 1
                                    ? ", near " + Rounded.percent(1 - left) + " of the variance for n = " + n
                                    : "")
                            + ".");
        }
        if (n <= d) {
            sentences.add("With n = " + n + " points in " + d
                    + " dimensions the fitted covariance is singular from the start: its determinant is 0 and the log variance"
                    + " has no value.");
        }
    }

    /** What the mean over chains hides: with the few chains that carry it, it does not shrink as the typical one does. */
    private void lie(Standing standing, List<String> sentences) {
        Setting<GaussianParameters> setting = spec.setting(standing.regime());
        if (d > 1 || !parameters.normal() || parameters.infinite() || !GaussianLaws.pureReplace(setting)) {
            return;
        }
        int g = standing.generation();
        double mean = GaussianLaws.moments(setting).variance(g);
        double typical = new GaussianErrors(setting, reality).typical(g) * Math.pow(parameters.scale(), g);
        if (typical < APART * mean) {
            sentences.add("The mean lies: at generation " + g + " E[\u03c3\u00b2] is " + Rounded.said(mean, 2)
                    + ", carried by ever fewer wide chains, while the typical chain has " + Rounded.said(typical, 2)
                    + ".");
        }
    }

    private void state(Standing standing, List<String> sentences) {
        Double variance = standing.medians().get("variance_ratio");
        if (variance != null) {
            sentences.add("Generation " + standing.generation() + ", "
                    + standing.regime().text() + ": " + Rounded.percent(variance) + " of the real variance"
                    + (protocol.seeds() > 1 ? " (median of " + protocol.seeds() + " chains)" : "")
                    + ".");
        }
    }

    private String replace() {
        Estimator estimator = parameters.estimator();
        double step = ChiSquareSteps.logStep(n, estimator) + Math.log(parameters.scale());
        String law = "With n = " + n + " samples each refit"
                + (parameters.data() == RealData.NORMAL ? "" : " after the first") + " multiplies the variance"
                + (d == 1 ? "" : " along any axis") + " by \u03c7\u00b2/" + estimator.divisor(n) + " with " + (n - 1)
                + (n == 2 ? " degree" : " degrees") + " of freedom.";
        String mean = estimator == Estimator.UNBIASED
                ? " Its mean is 1, but its typical value is below 1, so almost every chain shrinks"
                : " Its mean, 1 \u2212 1/" + n + ", is below 1, and its typical value is lower still";
        String pace = step < 0
                ? ": the typical variance halves in about " + Rounded.said(Math.log(2) / -step, 2) + " generations."
                : ".";
        return law + mean + pace;
    }

    private String growing() {
        int last = protocol.generations() - 1;
        String fate = protocol.growth() == Growth.SUPERLINEAR
                ? ", and tends to " + Rounded.said(GaussianFormulas.inverseLimit(n), 2) + ": the loss stops"
                : ", and goes on growing like ln t/" + n + ": the loss slows down, but never stops";
        return "Samples that grow from n = " + n + " to " + protocol.samples(last)
                + " make every refit's error smaller. What is lost follows the sum of 1/n\u209c, here "
                + Rounded.said(inverse(DataRegime.REPLACE, last), 2) + " by generation " + last + fate + ".";
    }

    /** The sum of 1/n_t to a generation. */
    private double inverse(DataRegime regime, int generation) {
        return new ChiSquareSteps(generation + 1, g -> (int) regime.trained(protocol, g), 1, parameters.estimator())
                .inverse(generation);
    }
}
