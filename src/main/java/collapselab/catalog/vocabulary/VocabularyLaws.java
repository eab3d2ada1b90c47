package collapselab.catalog.vocabulary;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Formula;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.MomentFormulas;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.MomentRecursion.Step;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import collapselab.experiment.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * What theory says of the recursive vocabulary. Heterozygosity is the variance of a word written as a vector of zeros and a
 * one, and drift the squared error of its mean: their expectations are those of any fit that keeps mean and variance.
 */
final class VocabularyLaws {
    /**
     * A mean is judged while its square is at least the variance of a mean over this many chains: near absorption, while at
     * least about as many chains are not absorbed.
     */
    private static final double LEAST_CHAINS = 25;

    private static final String MARTINGALE = "Wright-Fisher martingale, exact moments, derived";
    private static final String SURESH = "Suresh et al. 2024, theorem 1 and corollary 1";
    private static final String EXACT = "without statistical error: exact";

    private final Setting<VocabularyParameters> setting;
    private final Vocabulary vocabulary;
    private final Protocol protocol;
    private final int n;
    private final double tau;
    private final boolean noReal;
    private final MomentFormulas formulas;

    private VocabularyLaws(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        this.setting = setting;
        this.vocabulary = vocabulary;
        protocol = setting.protocol();
        n = protocol.samples();
        tau = setting.parameters().temperature();
        noReal = protocol.realSamples(setting.regime().batch(protocol, protocol.generations() - 1)) == 0;
        formulas = new MomentFormulas(protocol, setting.regime(), Step.MAXIMUM_LIKELIHOOD, "");
    }

    static List<Law> of(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        VocabularyLaws laws = new VocabularyLaws(setting, vocabulary);
        if (setting.parameters().statistical() == SampleLimit.INFINITE) {
            return laws.exact();
        }
        return laws.tau == 1 ? laws.finite() : List.of();
    }

    /** Whether every generation is drawn from the last one alone. */
    private boolean chained() {
        return noReal && (setting.regime() == DataRegime.REPLACE || setting.regime() == DataRegime.REPLACE_MULTIPLE);
    }

    /** n = infinity: nothing changes, or by the temperature alone. */
    private List<Law> exact() {
        if (tau != 1 && !chained()) {
            return List.of();
        }
        List<Law> laws = new ArrayList<>();
        if (tau == 1) {
            laws.add(Law.exact("heterozygosity", unchanged("H", Term.rounded(vocabulary.heterozygosity())), EXACT));
            laws.add(
                    Law.exact("entropy", unchanged("S", Term.rounded(Vocabulary.entropy(vocabulary.shares()))), EXACT));
            laws.add(Law.exact("drift", Formula.of("", Term.whole(0)).with(": p\u209c = p\u2080"), EXACT));
            laws.add(Law.exact("distinct", unchanged("K", Term.whole(vocabulary.size())), EXACT));
            laws.add(Law.exact(
                    "tail_words", unchanged("R", Term.whole(vocabulary.size() - vocabulary.firstRare(n))), EXACT));
            return laws;
        }
        String where = ", q\u1d62 = p\u1d62^(" + Rounded.whole(tau) + "^(1 \u2212 t)): p\u1d62 the real shares";
        laws.add(Law.exact(
                "heterozygosity",
                g -> Vocabulary.heterozygosity(shares(g)),
                "H\u209c = 1 \u2212 \u2211\u1d62(q\u1d62/\u2211\u1d62q\u1d62)\u00b2" + where,
                EXACT));
        laws.add(Law.exact(
                "entropy",
                g -> Vocabulary.entropy(shares(g)),
                "S\u209c = ln(\u2211\u1d62q\u1d62) \u2212 (\u2211\u1d62q\u1d62 ln(q\u1d62))/\u2211\u1d62q\u1d62"
                        + where,
                EXACT));
        laws.add(Law.exact(
                "drift",
                g -> drift(shares(g)),
                "\u2211\u1d62(q\u1d62/\u2211\u1d62q\u1d62 \u2212 p\u1d62)\u00b2" + where,
                EXACT));
        return laws;
    }

    /** What stays as it was in the first generation. */
    private static Formula unchanged(String name, Term value) {
        return Formula.of(name + "\u209c = " + name + "\u2080 = ", value).with(": p\u209c = p\u2080");
    }

    private double[] shares(int generation) {
        return Vocabulary.tempered(vocabulary.shares(), Math.pow(tau, generation));
    }

    private double drift(double[] shares) {
        double sum = 0;
        for (int word = 0; word < shares.length; word++) {
            double gap = shares[word] - vocabulary.share(word);
            sum += gap * gap;
        }
        return sum;
    }

    private List<Law> finite() {
        MomentRecursion moments = new MomentRecursion(protocol, setting.regime(), Step.MAXIMUM_LIKELIHOOD);
        double all = vocabulary.heterozygosity();
        int visible = chained() ? visible(g -> all * moments.variance(g)) : Integer.MAX_VALUE;
        List<Law> laws = new ArrayList<>();
        Formula drift = formula("H\u2080 \u2212 E[H\u209c]", formulas.meanError(), g -> all * moments.meanError(g));
        laws.add(Law.mean("heterozygosity", heterozygosity(g -> all * moments.variance(g)), MARTINGALE)
                .visibleUntil(visible));
        laws.add(Law.mean("drift", drift, MARTINGALE).visibleUntil(visible));
        if (setting.regime() == DataRegime.REPLACE && noReal && protocol.growth() == Growth.CONSTANT) {
            survival("distinct", 0, laws);
            survival("tail_words", vocabulary.firstRare(n), laws);
        }
        return laws;
    }

    private int visible(IntToDoubleFunction mean) {
        PairMoments moments = new PairMoments(vocabulary.shares());
        for (int g = 0; g < protocol.generations(); g++) {
            moments.draw((double) setting.regime().trained(protocol, g));
            double relative = moments.deviation() / mean.applyAsDouble(g);
            if (relative * relative > protocol.seeds() / LEAST_CHAINS) {
                return g - 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void survival(String metric, int first, List<Law> laws) {
        if (first == vocabulary.size()) {
            return;
        }
        Survival survival = new Survival(vocabulary, first, n, protocol.generations());
        String lost = "exp(\u2212" + n + "p\u1d62g\u209c)";
        String where = ", g\u2081 = 1, g\u2096\u208a\u2081 = 1 \u2212 exp(\u2212g\u2096), i = " + (first + 1) + "\u2026"
                + vocabulary.size() + ": p\u1d62 the real shares by rank";
        laws.add(Law.floor(
                metric,
                survival::floor,
                "\u2211\u1d62(1 \u2212 " + lost + ")" + where,
                SURESH + "; the value itself for Poisson counts"));
        laws.add(Law.bound(
                metric,
                survival::bound,
                "\u2211\u1d62(1 \u2212 " + lost + "\u00b7max(0, 1 \u2212 " + 3L * n
                        + "p\u1d62\u00b2 \u2212 3t\u00b7p\u1d62))" + where,
                SURESH));
    }

    private Formula heterozygosity(IntToDoubleFunction value) {
        boolean pooled = setting.regime() == DataRegime.ACCUMULATE && noReal && protocol.growth() == Growth.CONSTANT;
        return pooled
                ? Formula.of(
                        "E[H\u209c] = ",
                        whole().times(formulas.fitted().orElseThrow()),
                        " \u2192 " + Rounded.of(limit()))
                : formula("E[H\u209c]", formulas.fitted(), value);
    }

    private Formula formula(String left, Optional<Term> closed, IntToDoubleFunction value) {
        String inputs = formulas.inputs("H\u2080 = " + Rounded.of(vocabulary.heterozygosity()));
        return closed.map(term -> Formula.of(left + " = ", whole().times(term)))
                .orElseGet(() -> Formula.recursion(left, inputs, value));
    }

    private Term whole() {
        return Term.rounded(vocabulary.heterozygosity()).named("H\u2080");
    }

    /** Euler's product. */
    private double limit() {
        double x = Math.PI / Math.sqrt(n);
        return vocabulary.heterozygosity() * Math.sin(x) / x;
    }
}
