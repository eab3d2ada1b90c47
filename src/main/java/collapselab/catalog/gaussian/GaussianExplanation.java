package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** The Explain card of the recursive Gaussian, written from the run's numbers. */
final class GaussianExplanation {
    private GaussianExplanation() {}

    static List<String> of(RunSpec<GaussianParameters> spec, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        int n = spec.protocol().samples();
        int d = spec.parameters().dimension();
        Estimator estimator = spec.parameters().estimator();
        int real = spec.protocol().realSamples();
        if (spec.regimes().contains(DataRegime.REPLACE) && real == 0) {
            sentences.add(replace(n, d, estimator, spec.parameters().temperature()));
        } else if (real > 0) {
            sentences.add("Of each batch of " + n + ", " + real + " are real ("
                    + spec.protocol().realSource().help()
                    + "): they pull every fit back, so the spread settles at a level"
                    + " instead of dying.");
        }
        if (spec.regimes().contains(DataRegime.ACCUMULATE) && real == 0) {
            double x = Math.PI / Math.sqrt(n);
            sentences.add(
                    "Under accumulate generation t weighs only 1/t in its pool: the steps shrink like 1/t\u00b2 and the"
                            + " loss stays bounded"
                            + (n >= 10
                                    ? ", near " + percent(1 - Math.sin(x) / x) + " of the variance for n = " + n
                                    : "")
                            + ".");
        }
        if (n <= d) {
            sentences.add("With n = " + n + " points in " + d
                    + " dimensions the fitted covariance is singular from the start: its determinant is 0 and the log variance"
                    + " has no value.");
        }
        for (Standing standing : standings) {
            Double variance = standing.medians().get("variance_ratio");
            if (variance != null) {
                sentences.add("Generation " + standing.generation() + ", "
                        + standing.regime().text() + ": " + percent(variance) + " of the real variance"
                        + (spec.protocol().seeds() > 1
                                ? " (median of " + spec.protocol().seeds() + " chains)"
                                : "")
                        + ".");
            }
        }
        return sentences;
    }

    private static String replace(int n, int d, Estimator estimator, double temperature) {
        double step = GaussianLaws.logStep(n, estimator) + Math.log(temperature);
        String law = "With n = " + n + " samples each refit multiplies the variance"
                + (d == 1 ? "" : " along any axis") + " by \u03c7\u00b2/" + estimator.divisor(n) + " with " + (n - 1)
                + " degrees of freedom.";
        String mean = estimator == Estimator.UNBIASED
                ? " Its mean is 1, but its typical value is below 1, so almost every chain shrinks"
                : " Its mean, 1 \u2212 1/" + n + ", is below 1, and its typical value is lower still";
        String pace = step < 0
                ? ": the typical variance halves in about " + digits(Math.log(2) / -step, 2) + " generations."
                : ".";
        return law + mean + pace;
    }

    private static String percent(double ratio) {
        return digits(100 * ratio, 2) + " %";
    }

    private static String digits(double value, int digits) {
        return new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }
}
