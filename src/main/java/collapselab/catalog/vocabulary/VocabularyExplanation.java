package collapselab.catalog.vocabulary;

import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.ErrorSource.Kind;
import collapselab.experiment.Growth;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import collapselab.experiment.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of the recursive vocabulary, written from the run's numbers. */
final class VocabularyExplanation {
    private VocabularyExplanation() {}

    static List<String> of(RunSpec<VocabularyParameters> spec, Vocabulary vocabulary, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        VocabularyParameters parameters = spec.parameters();
        if (parameters.statistical() == SampleLimit.INFINITE) {
            sentences.add("With n = \u221e no word is missed by chance"
                    + (parameters.temperature() == 1
                            ? ": every generation has exactly the real shares."
                            : "; what changes is the temperature's doing alone."));
        } else {
            sentences.addAll(finite(spec, vocabulary));
        }
        for (Standing standing : standings) {
            Double distinct = standing.medians().get("distinct");
            if (distinct != null) {
                sentences.add("Generation " + standing.generation() + ", "
                        + standing.regime().text() + ": " + Rounded.said(distinct) + " of " + vocabulary.size()
                        + " words occur"
                        + (spec.protocol().seeds() > 1
                                ? " (median of " + spec.protocol().seeds() + " chains)"
                                : "")
                        + ".");
            }
        }
        return sentences;
    }

    private static List<String> finite(RunSpec<VocabularyParameters> spec, Vocabulary vocabulary) {
        List<String> sentences = new ArrayList<>();
        Protocol protocol = spec.protocol();
        int n = protocol.samples();
        int rare = vocabulary.size() - vocabulary.firstRare(n);
        sentences.add("A share of q is missed among " + n + " draws with a chance of (1 \u2212"
                + " q)\u207f, which is 37 % for a word expected once; a word is lost for good when no model, pool or real data has it any more."
                + (rare > 0 ? " " + rare + " of " + vocabulary.size() + " words are expected less than once." : ""));
        boolean replace = spec.regimes().contains(DataRegime.REPLACE);
        if (protocol.realSamples() > 0) {
            sentences.add("Of each batch of " + n + ", " + protocol.realSamples() + " are real ("
                    + protocol.realSource().help() + "): " + returning(protocol.realSource()));
        } else if (replace && protocol.growth() == Growth.CONSTANT) {
            sentences.add("Under replace each draw costs 1/" + n
                    + " of the heterozygosity, and in the end one word is left: each with its real share for a chance."
                    + absorption(spec.parameters(), vocabulary.size(), n));
        }
        if (protocol.realSamples() == 0) {
            if (spec.regimes().contains(DataRegime.ACCUMULATE)) {
                sentences.add("Under accumulate no word of the first generation is ever lost: it stays in the pool.");
            }
            if (spec.regimes().contains(DataRegime.SUBSAMPLE)) {
                sentences.add("Under subsample a word of the first generation may be missing from a generation, but it"
                        + " stays in the pool and can return.");
            }
        }
        return sentences;
    }

    private static String returning(RealSource source) {
        return switch (source) {
            case FRESH -> "any word can come back, and none is lost for good.";
            case REDRAWN -> "words of the first generation can come back, and none of them is lost for good.";
            case KEPT -> "the words among them are never missing, and no other word wins for good.";
        };
    }

    /** The diffusion limit of the mean time to absorption from equal shares. */
    private static String absorption(VocabularyParameters parameters, int words, int n) {
        if (parameters.distribution() != Distribution.UNIFORM || parameters.temperature() != 1) {
            return "";
        }
        double time = -2.0 * n * (words - 1) * Math.log1p(-1.0 / words);
        return " From " + words + " equal shares that takes about \u22122n(K \u2212 1) ln(1 \u2212 1/K) = "
                + Math.round(time) + " generations on average.";
    }

    /** The switchboard. */
    static List<ErrorSource> errors(Setting<VocabularyParameters> setting) {
        boolean finite = setting.parameters().statistical() == SampleLimit.FINITE;
        double tau = setting.parameters().temperature();
        int n = setting.protocol().samples();
        String statistical = finite
                ? "Each generation sees " + n
                        + " words: one expected c times is missed with a chance of about e^\u2212c, and"
                        + " under replace a generation costs 1/"
                        + (setting.protocol().growth() == Growth.CONSTANT ? n : "n\u2096")
                        + " of the heterozygosity."
                : "n = \u221e: shares are passed on exactly, so nothing is lost by chance.";
        String temperature = tau == 1
                ? "Words are drawn with exactly the fitted shares: nothing is lost by the sampler."
                : "Words are drawn in proportion to p^(1/" + Rounded.said(tau)
                        + "): by itself, under replace, p\u209c \u221d p\u2080^("
                        + Rounded.said(tau) + "^(1\u2212t)), which tends to "
                        + (tau < 1 ? "the most frequent word alone." : "equal shares.");
        return List.of(
                new ErrorSource(
                        Kind.STATISTICAL,
                        finite,
                        Map.of("statistical", (finite ? SampleLimit.INFINITE : SampleLimit.FINITE).text()),
                        statistical),
                new ErrorSource(
                        Kind.EXPRESSIVITY,
                        false,
                        Map.of(),
                        "None here: a table of shares can express any distribution of the words."),
                new ErrorSource(
                        Kind.APPROXIMATION, tau != 1, Map.of("temperature", tau == 1 ? "0.9" : "1"), temperature));
    }
}
