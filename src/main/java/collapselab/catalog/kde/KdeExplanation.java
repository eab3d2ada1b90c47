package collapselab.catalog.kde;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Explain card of the recursive kernel density estimate, written from the run's numbers. */
final class KdeExplanation {
    private KdeExplanation() {}

    static List<String> of(RunSpec<KdeParameters> spec, RealData real, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        KdeParameters parameters = spec.parameters();
        int n = spec.protocol().samples();
        double h = parameters.bandwidth();
        double step = real.dimension() * h * h / real.variance();
        boolean pure = spec.protocol().realSamples() == 0 && parameters.shrink() == Shrink.NONE;
        if (pure && spec.regimes().contains(DataRegime.REPLACE)) {
            sentences.add("Each generation sees the last one through one more kernel of width " + Rounded.said(h, 2)
                    + ": under replace variance and drift together grow by " + Rounded.said(step, 2)
                    + " times the real variance a generation, so the shape drowns in a blob of width "
                    + Rounded.said(h, 2) + "\u221at.");
            if (!parameters.infinite()) {
                sentences.add("The blob does not grow without end: with n = " + n
                        + " it settles at a variance of (n \u2212 1)h\u00b2 = " + Rounded.said((n - 1) * h * h, 2)
                        + " an axis, and from then on wanders off as a whole.");
            }
        }
        if (pure && spec.regimes().contains(DataRegime.ACCUMULATE)) {
            sentences.add("Under accumulate the t-th batch weighs 1/t in the pool, so the added variance is "
                    + Rounded.said(step, 2)
                    + " (1 + 1/2 + \u2026 + 1/t) of the real: it grows without bound, but only like ln t.");
        }
        if (parameters.shrink() == Shrink.FIFTH) {
            sentences.add(
                    "The bandwidth shrinks as N^(\u22121/5) with the training set: where the set grows, the added variance"
                            + " sums to a finite amount.");
        }
        if (spec.protocol().realSamples() > 0) {
            sentences.add("Of each batch of " + n + ", " + spec.protocol().realSamples() + " are real ("
                    + spec.protocol().realSource().help() + "): they hold the estimate where it belongs.");
        }
        standings.forEach(standing -> add(sentences, standing, spec.protocol().seeds()));
        return sentences;
    }

    private static void add(List<String> sentences, Standing standing, int seeds) {
        Map<String, Double> medians = standing.medians();
        if (medians.containsKey("nll_rise") && medians.containsKey("variance_ratio")) {
            double rise = medians.get("nll_rise");
            sentences.add("Generation " + standing.generation() + ", "
                    + standing.regime().text() + ": "
                    + Rounded.said(medians.get("variance_ratio"), 2) + " times the real variance, and a real point is "
                    + (Math.abs(rise) < 10
                            ? Rounded.said(Math.exp(Math.abs(rise)), 2)
                            : "e^" + Rounded.said(Math.abs(rise), 2))
                    + (rise < 0 ? " times more likely" : " times less likely")
                    + " than at generation 0"
                    + (seeds > 1 ? " (medians of " + seeds + " chains)" : "") + ".");
        }
    }
}
