package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Standing;
import java.util.ArrayList;
import java.util.List;

/** The Explain card of the recursive regression, written from the run's numbers. */
final class RegressionExplanation {
    private RegressionExplanation() {}

    static List<String> of(RunSpec<RegressionParameters> spec, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        RegressionParameters parameters = spec.parameters();
        int n = spec.protocol().samples();
        int d = parameters.dimension();
        boolean plain = parameters.statistical() == SampleLimit.FINITE && parameters.solver() == Solver.EXACT;
        if (plain && parameters.ridge() == 0 && n > d + 1) {
            double step = parameters.noise() * parameters.noise() * d / (n - d - 1.0);
            sentences.add("A least squares fit of " + d + (d == 1 ? " coefficient to " : " coefficients to ") + n
                    + " labels with noise \u03c3 = "
                    + Rounded.said(parameters.noise()) + " adds \u03c3\u00b2d/(T\u2212d\u22121) = " + Rounded.said(step)
                    + " to the test loss.");
            regimes(spec, sentences);
        } else if (plain) {
            sentences.add("The ridge \u03bb = " + Rounded.said(parameters.ridge())
                    + " shrinks the measured fit: it pays with bias, the same in every generation, for passing on less of the"
                    + " noise that piles up in the labels.");
        } else if (parameters.solver() == Solver.GRADIENT_DESCENT) {
            sentences.add("Gradient descent stopped after " + parameters.steps()
                    + " steps has not learned all there is in its labels, and its own labels hold only what it learned: the"
                    + " coefficients fade towards zero, the first those that are learned slowly.");
        }
        if (parameters.statistical() == SampleLimit.INFINITE && parameters.solver() == Solver.EXACT) {
            sentences.add("Infinitely many samples and an exact fit: every generation finds what labelled its data.");
        }
        for (Standing standing : standings) {
            Double loss = standing.medians().get("test_loss");
            if (loss != null) {
                sentences.add("Generation " + standing.generation() + ", "
                        + standing.regime().text() + ": test loss " + Rounded.said(loss, 3)
                        + (loss >= 1 ? ", worse than predicting 0 (loss 1)" : "")
                        + (spec.protocol().seeds() > 1
                                ? " (median of " + spec.protocol().seeds() + " chains)"
                                : "")
                        + ".");
            }
        }
        return sentences;
    }

    private static void regimes(RunSpec<RegressionParameters> spec, List<String> sentences) {
        if (spec.protocol().real() > 0) {
            sentences.add("Of each batch of " + spec.protocol().samples() + ", "
                    + spec.protocol().realSamples() + " are real ("
                    + spec.protocol().realSource().help()
                    + "): they pull every fit back.");
            return;
        }
        for (DataRegime regime : spec.regimes()) {
            if (regime != DataRegime.SUBSAMPLE) {
                int fits = spec.protocol().generations();
                double end = LossTheory.of(spec.setting(regime)).loss(fits - 1);
                sentences.add(why(regime) + " " + fits + " fits end at " + Rounded.said(end, 3) + " on average.");
            }
        }
    }

    private static String why(DataRegime regime) {
        return switch (regime) {
            case REPLACE -> "Under replace nothing corrects the labels, so what fits add piles up without a bound:";
            case REPLACE_MULTIPLE ->
                "Under replace-multiple the t-th fit has t batches, but the last model labels all: it adds 1/t of that, and"
                        + " the sum grows like ln t:";
            case ACCUMULATE ->
                "Under accumulate the t-th batch is 1/t of the pool and adds no more than 1/t\u00b2 of that, so the sum stays"
                        + " below \u03c0\u00b2/6 of one fit's:";
            case SUBSAMPLE -> "";
        };
    }
}
