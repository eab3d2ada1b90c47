package collapselab.catalog.mixture;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Explain card of the recursive mixture, written from the run's numbers. */
final class MixtureExplanation {
    /** Smaller parts are not told in digits. */
    private static final double LEAST = 1e-5;

    private MixtureExplanation() {}

    static List<String> of(RunSpec<MixtureParameters> spec, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        MixtureParameters parameters = spec.parameters();
        int n = spec.protocol().samples();
        int real = spec.protocol().realSamples();
        if (real > 0) {
            sentences.add("Of each batch of " + n + ", " + real + " are real ("
                    + spec.protocol().realSource().help() + "): they pull every fit back.");
        } else if (parameters.infinite()) {
            sentences.add(
                    "With infinitely many samples each fit has exactly the last one's mean and covariance: what the"
                            + " family cannot express is lost at generation 0, and later only an early end of the"
                            + " search changes anything.");
        } else if (spec.regimes().contains(DataRegime.REPLACE)) {
            sentences.add("A fitted mixture has exactly its sample's mean and covariance, so with n = " + n
                    + " its total variance shrinks by 1 \u2212 1/" + n + " a generation on average, half in about "
                    + Math.round(Math.log(2) * n)
                    + " generations, and a typical chain shrinks faster; what is lost becomes drift of the mean.");
        }
        if (parameters.data() == MixtureData.ONE_BLOB && parameters.components() == 2) {
            sentences.add("The data are one blob, so two components have nothing to find: they cut it in two, and every"
                    + " generation cuts anew.");
        }
        for (Standing standing : standings) {
            standing(standing, spec, sentences);
        }
        return sentences;
    }

    private static void standing(Standing standing, RunSpec<MixtureParameters> spec, List<String> to) {
        Map<String, Double> medians = standing.medians();
        Double trace = medians.get("trace_ratio");
        Double weight = medians.get("weight_min");
        Double floored = medians.get("floored");
        if (trace == null || weight == null) {
            return;
        }
        boolean many = spec.parameters().components() > 1;
        to.add("Generation " + standing.generation() + ", "
                + standing.regime().text() + ": " + percent(trace) + " of generation 0's total variance"
                + (many ? ", the rarest component has " + percent(weight) + " of the weight" : "")
                + (spec.protocol().seeds() > 1
                        ? " (medians of " + spec.protocol().seeds() + " chains)"
                        : "") + ".");
        if (floored != null && floored >= 1) {
            to.add("The floor is at work under " + standing.regime().text() + ": "
                    + (floored >= 2 ? Rounded.said(floored, 2) + " components are" : "a component is")
                    + " so thin that the floor, a variance of "
                    + Rounded.said(spec.parameters().floor(), 2)
                    + " added at every step, is at least half of what is left.");
        }
    }

    private static String percent(double ratio) {
        return ratio > 0 && ratio < LEAST ? "less than 0.001 %" : Rounded.said(100 * ratio, 2) + " %";
    }
}
