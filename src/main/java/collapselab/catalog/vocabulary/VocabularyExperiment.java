package collapselab.catalog.vocabulary;

import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.Count;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.Formula;
import collapselab.experiment.Inventory;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.OwnData;
import collapselab.experiment.Preset;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.Standing;
import collapselab.experiment.Term;
import collapselab.kernel.Progress;
import collapselab.plot.Plot;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The recursive vocabulary. */
public final class VocabularyExperiment implements Experiment<VocabularyParameters, VocabularySnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Tiny n", "fifty samples a generation", "samples=50"),
            Preset.INFINITE,
            Preset.TENTH_REAL,
            Preset.KEEP,
            new Preset(
                    "As published",
                    "Suresh et al. 2024, Fig. 7: a thousand words, a thousand samples, ten generations, every sample thrown away",
                    "samples=1000&generations=10&regime=replace&words=1000"));

    static final List<Metric> METRICS = List.of(
            new Metric(
                    "heterozygosity",
                    "Heterozygosity",
                    "chance that two words drawn differ, 1 \u2212 \u03a3 p\u00b2",
                    true),
            new Metric("entropy", "Entropy", "of the fitted shares, nats", false).in("nats"),
            new Metric("distinct", "Words left", "words whose fitted share is not 0", true),
            new Metric(
                    "tail_words",
                    "Rare words that occur",
                    "of the words with a real share below 1/n, those that occur",
                    false),
            new Metric("drift", "Drift", "squared distance of the fitted shares from the real ones", false));

    /** Words of all chains of a block together: about what a cache holds. */
    private static final int MOST_WORDS = 1 << 16;

    private static final int MOST_CHAINS = 64;

    private final OwnData own;

    /**
     * The experiment.
     *
     * @param own reads texts
     */
    public VocabularyExperiment(OwnData own) {
        this.own = own;
    }

    @Override
    public String id() {
        return "vocabulary";
    }

    @Override
    public String title() {
        return "Vocabulary";
    }

    @Override
    public String summary() {
        return "Rare words die out";
    }

    @Override
    public VocabularyParameters defaults() {
        return new VocabularyParameters(1_000, Distribution.ZIPF, 1, 2.7, 0.001, "", "", 1, SampleLimit.FINITE);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(1_000, 200, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return "vocabulary?samples=200&generations=60&regime=replace,accumulate,subsample&words=100&seed=120&seeds=32";
    }

    @Override
    public List<Preset> presets() {
        return PRESETS;
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public int chainsAtOnce(Setting<VocabularyParameters> setting) {
        return Math.max(
                1, Math.min(MOST_CHAINS, MOST_WORDS / setting.parameters().words()));
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("distinct", "heterozygosity");
    }

    @Override
    public Optional<Count> count() {
        return Optional.of(new Count(
                "lost half of their words",
                (now, first) -> now.applyAsDouble("distinct") <= first.applyAsDouble("distinct") / 2));
    }

    @Override
    public String data(VocabularyParameters parameters) {
        return parameters.distribution() == Distribution.TEXT
                ? "words of " + OwnData.named(parameters.file(), parameters.checksum())
                : parameters.words() + " words, " + parameters.distribution().help() + "; drawn exactly";
    }

    @Override
    public Optional<String> taken(VocabularyParameters p) {
        return p.distribution() == Distribution.TEXT
                ? Optional.of(own.words(p.file(), p.checksum()).taken(p.words()))
                : Optional.empty();
    }

    @Override
    public void check(Setting<VocabularyParameters> setting) {
        vocabulary(setting);
    }

    private Vocabulary vocabulary(Setting<VocabularyParameters> setting) {
        return Vocabulary.of(setting.parameters(), own);
    }

    @Override
    public Cost cost(Setting<VocabularyParameters> setting) {
        Protocol protocol = setting.protocol();
        long words = vocabulary(setting).size();
        int chains = Math.min(chainsAtOnce(setting), protocol.seeds());
        long occurring = setting.parameters().statistical() == SampleLimit.INFINITE
                ? words
                : Math.min(words, setting.regime().trained(protocol, protocol.generations() - 1));
        return new Cost(8 * words * chains * Double.BYTES, 2 * occurring * Double.BYTES, false);
    }

    @Override
    public Learner<?, ?, VocabularySnapshot> open(Setting<VocabularyParameters> setting, Progress progress) {
        return new VocabularyLearner(setting, vocabulary(setting));
    }

    @Override
    public List<Law> laws(Setting<VocabularyParameters> setting) {
        return VocabularyLaws.of(setting, vocabulary(setting));
    }

    @Override
    public List<Plot> picture(Setting<VocabularyParameters> setting, Scene<VocabularySnapshot> scene) {
        return VocabularyPictures.of(setting, vocabulary(setting), scene.history());
    }

    @Override
    public List<String> explain(RunSpec<VocabularyParameters> spec, List<Standing> standings) {
        return VocabularyExplanation.of(spec, Vocabulary.of(spec.parameters(), own), standings);
    }

    @Override
    public VocabularyParameters settled(VocabularyParameters p) {
        String checksum = p.distribution() == Distribution.TEXT
                ? OwnData.settled(p.checksum(), () -> own.words(p.file(), "").checksum())
                : "";
        return new VocabularyParameters(
                p.words(),
                p.distribution(),
                p.zipfExponent(),
                p.zipfOffset(),
                p.rare(),
                p.file(),
                checksum,
                p.temperature(),
                p.statistical());
    }

    @Override
    public List<ErrorSource> errors(Setting<VocabularyParameters> setting) {
        return VocabularyExplanation.errors(setting);
    }

    @Override
    public List<Milestone> milestones(Setting<VocabularyParameters> setting) {
        return List.of(
                new Milestone(
                        Milestone.Kind.EARLY,
                        "at most half as many words occur as in generation 0",
                        VocabularyExperiment::thinned,
                        2),
                new Milestone(
                        Milestone.Kind.LATE,
                        "at most a tenth as many words occur as in generation 0, or one alone",
                        VocabularyExperiment::thinned,
                        10));
    }

    /** How many times fewer words occur than at first; more than any number where one is alone. */
    private static double thinned(ToDoubleFunction<String> now, ToDoubleFunction<String> first) {
        double words = now.applyAsDouble("distinct");
        double had = first.applyAsDouble("distinct");
        return words == 1 && had > 1 ? Double.POSITIVE_INFINITY : had / words;
    }

    @Override
    public Optional<Conservation> conservation(Setting<VocabularyParameters> setting) {
        if (setting.parameters().temperature() != 1) {
            return Optional.empty();
        }
        Formula total = Formula.of(
                "E[1 \u2212 \u2211\u1d62p\u209c\u00b2] + E[\u2211\u1d62(p\u209c \u2212 p\u2080)\u00b2] = H\u2080 = ",
                Term.rounded(vocabulary(setting).heterozygosity()));
        String source = "shares are a martingale, E[p\u209c] = p\u2080 in every regime; derived";
        boolean certain = setting.parameters().statistical() == SampleLimit.INFINITE;
        Law law =
                certain ? Law.exact(Conservation.METRIC, total, source) : Law.mean(Conservation.METRIC, total, source);
        return Optional.of(new Conservation("heterozygosity", "drift", law));
    }

    @Override
    public Optional<Inventory<VocabularySnapshot>> inventory(Setting<VocabularyParameters> setting) {
        Vocabulary vocabulary = vocabulary(setting);
        Sources sources = new Sources(setting, vocabulary.size());
        return Optional.of(new Inventory<>(
                "no model, pool or real data has the word any more; one that can still come back is only missing.",
                vocabulary.size(),
                vocabulary::name,
                sources::held));
    }
}
