package collapselab.catalog.vocabulary;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
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

    private VocabularyLaws(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        this.setting = setting;
        this.vocabulary = vocabulary;
        protocol = setting.protocol();
        n = protocol.samples();
        tau = setting.parameters().temperature();
        noReal = protocol.realSamples() == 0;
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
        String formula = tau == 1 ? "p\u209c = p\u2080" : "p\u209c \u221d p\u2080^(" + Rounded.of(tau) + "^(1\u2212t))";
        List<Law> laws = new ArrayList<>();
        laws.add(Law.exact("heterozygosity", g -> Vocabulary.heterozygosity(shares(g)), formula, EXACT));
        laws.add(Law.exact("entropy", g -> Vocabulary.entropy(shares(g)), formula, EXACT));
        laws.add(Law.exact("drift", g -> drift(shares(g)), formula, EXACT));
        if (tau == 1) {
            laws.add(Law.exact("distinct", g -> vocabulary.size(), formula, EXACT));
            laws.add(Law.exact("tail_words", g -> vocabulary.size() - vocabulary.firstRare(n), formula, EXACT));
        }
        return laws;
    }

    private double[] shares(int generation) {
        return tau == 1 ? vocabulary.shares() : Vocabulary.tempered(vocabulary.shares(), Math.pow(tau, generation));
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
        MomentRecursion moments =
                new MomentRecursion(protocol, setting.regime(), MomentRecursion.Step.MAXIMUM_LIKELIHOOD);
        double all = vocabulary.heterozygosity();
        int visible = chained() ? visible(g -> all * moments.variance(g)) : Integer.MAX_VALUE;
        List<Law> laws = new ArrayList<>();
        laws.add(Law.mean("heterozygosity", g -> all * moments.variance(g), formula("E[H\u209c] = H\u2080"), MARTINGALE)
                .visibleUntil(visible));
        laws.add(Law.mean(
                        "drift",
                        g -> all * moments.meanError(g),
                        "H\u2080 \u2212 E[H\u209c], H\u2080 = " + Rounded.of(all),
                        MARTINGALE)
                .visibleUntil(visible));
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
        String sum = "\u2211\u1d62";
        String lost = "exp(\u2212" + n + " p\u1d62 g\u209c)";
        laws.add(Law.floor(
                metric, survival::floor, sum + " 1 \u2212 " + lost, SURESH + "; the value itself for Poisson counts"));
        laws.add(Law.bound(
                metric,
                survival::bound,
                sum + " 1 \u2212 " + lost + " max(0, 1 \u2212 " + 3L * n + " p\u1d62\u00b2 \u2212 3t p\u1d62)",
                SURESH));
    }

    private String formula(String left) {
        boolean constant = noReal && protocol.growth() == Growth.CONSTANT;
        String right =
                switch (setting.regime()) {
                    case REPLACE -> constant ? "(1 \u2212 1/" + n + ")\u1d57" : recursion();
                    case ACCUMULATE ->
                        constant
                                ? "\u220f\u2096(1 \u2212 1/(" + n + "k\u00b2)) \u2192 " + Rounded.of(limit())
                                : recursion();
                    case REPLACE_MULTIPLE -> constant ? "\u220f\u2096(1 \u2212 1/(" + n + "k))" : recursion();
                    case SUBSAMPLE -> recursion();
                };
        return left + "\u00b7" + right + ", H\u2080 = " + Rounded.of(vocabulary.heterozygosity());
    }

    /** Euler's product. */
    private double limit() {
        double x = Math.PI / Math.sqrt(n);
        return vocabulary.heterozygosity() * Math.sin(x) / x;
    }

    private String recursion() {
        String grown = protocol.growth() == Growth.CONSTANT
                ? ""
                : " growing " + protocol.growth().text();
        String real = noReal ? "" : ", " + protocol.realSamples() + " of them real";
        return "(an exact recursion, n = " + n + grown + real + ")";
    }
}
