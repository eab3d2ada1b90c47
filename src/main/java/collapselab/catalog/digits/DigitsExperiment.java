package collapselab.catalog.digits;

import collapselab.experiment.Cost;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.HeldPoints;
import collapselab.experiment.Inventory;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.Preset;
import collapselab.experiment.Protocol;
import collapselab.experiment.Range;
import collapselab.experiment.RealSource;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitData;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.neural.Backend;
import collapselab.plot.Plot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/** A variational autoencoder on handwritten digits. */
public final class DigitsExperiment implements Experiment<DigitsParameters, DigitsSnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Smaller n", "two thousand digits a generation: two generations sooner", "samples=2000"),
            new Preset("10 % real", "a tenth of each generation's digits is real", "real=0.1"),
            Preset.KEEP,
            new Preset("Draw pixels", "each pixel of a generated digit is drawn, not its mean", "output=bernoulli"),
            new Preset(
                    "As published",
                    "ten thousand digits, seven generations, each network trained from scratch for ten epochs",
                    "samples=10000&generations=7"));

    static final List<Metric> METRICS = List.of(
            new Metric("test_nelbo", "Test loss", "negative evidence lower bound, nats per real test image", false)
                    .in("nats"),
            new Metric(
                    "latent_std",
                    "Latent spread",
                    "standard deviation of generation 0's encoder means on 10,000 generated digits",
                    false),
            new Metric(
                    "frechet",
                    "Fr\u00e9chet distance",
                    "squared Fr\u00e9chet distance of 10,000 generated digits from the real test digits in a classifier's features",
                    false),
            new Metric(
                            "class_entropy",
                            "Class entropy",
                            "entropy of the generated digits' classes, nats; ln 10 = 2.30 if all are alike",
                            false)
                    .in("nats"),
            new Metric("classes_alive", "Classes alive", "classes with at least 1 % of the generated digits", false)
                    .calm(10));

    private static final int CLASSES = 10;

    /** So many times fewer classes than generation 0 made count as early and late collapse: own choice. */
    private static final double EARLY_TIMES = 2;

    private static final double LATE_TIMES = 5;

    /** Digits there are to train on, MNIST's and drawn ones alike. */
    private static final int TRAINING_DIGITS = 60_000;

    /** What the program, ND4J and the data take before a run begins. */
    private static final long BASE_BYTES = 500L << 20;

    /** Judging a generation takes about as long as training on this many images. */
    private static final double JUDGING_IMAGES = 20_000;

    private final DigitSource source;
    private final Pace pace = new Pace();
    private final AtomicReference<Judge> judge = new AtomicReference<>();

    /** @param source where the digits come from */
    public DigitsExperiment(DigitSource source) {
        this.source = source;
    }

    @Override
    public String id() {
        return "digits";
    }

    @Override
    public String title() {
        return "Digits";
    }

    @Override
    public String summary() {
        return "A VAE's digits lose their variety";
    }

    @Override
    public DigitsParameters defaults() {
        return new DigitsParameters(10, 400, 20, 128, 0.001, Decoding.MEAN, Start.SCRATCH);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(10_000, 20, 0, RealSource.FRESH, 1, 1);
    }

    /** Less than a minute on two cores, in which all digits but one go. */
    @Override
    public String opening() {
        return "digits?samples=4000&generations=6&regime=replace,accumulate";
    }

    @Override
    public Optional<Range> range(String parameter) {
        return switch (parameter) {
            case "samples" -> Optional.of(new Range(100, TRAINING_DIGITS));
            case "generations" -> Optional.of(new Range(2, 30));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Preset> presets() {
        return PRESETS;
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public int chainsAtOnce(Setting<DigitsParameters> setting) {
        return 1;
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("test_nelbo", "frechet");
    }

    @Override
    public String data(DigitsParameters parameters) {
        return source.wouldFetch()
                ? "MNIST once the first run has downloaded it, else drawn digits"
                : source.load(Progress.NONE).provenance();
    }

    @Override
    public Optional<String> standIn(DigitsParameters parameters) {
        return source.folder().isEmpty()
                ? Optional.of("to get MNIST: collapse-lab data fetch mnist")
                : Optional.empty();
    }

    @Override
    public void check(Setting<DigitsParameters> setting) {
        Protocol protocol = setting.protocol();
        if (protocol.samples() > TRAINING_DIGITS) {
            throw new SpecException("samples=" + protocol.samples() + " is more than the " + TRAINING_DIGITS
                    + " real training digits there are: use at most that many.");
        }
        HeldPoints.check("regime=" + setting.regime().text(), bytes(setting) - BASE_BYTES);
    }

    /** Images in the pool at the end, held as bytes, and once more while they are trained on. */
    private static long bytes(Setting<DigitsParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        long trained = setting.regime().trained(protocol, last);
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        long pooled = pools ? protocol.total(last) : trained;
        return BASE_BYTES + (pooled + trained + protocol.samples(last)) * DigitsParameters.PIXELS;
    }

    @Override
    public Cost cost(Setting<DigitsParameters> setting) {
        long snapshot = (DigitsSnapshot.SAMPLES + DigitsSnapshot.CODES) * (long) DigitsParameters.PIXELS;
        return new Cost(bytes(setting) - BASE_BYTES, snapshot, true);
    }

    @Override
    public OptionalDouble seconds(Setting<DigitsParameters> setting) {
        Protocol protocol = setting.protocol();
        double trained = setting.regime().work(protocol)[protocol.generations()];
        double images = trained * setting.parameters().epochs() + protocol.generations() * JUDGING_IMAGES;
        return OptionalDouble.of(protocol.seeds() * pace.seconds(setting.parameters(), images));
    }

    @Override
    public String backend() {
        return Backend.current().describe();
    }

    @Override
    public Learner<?, ?, DigitsSnapshot> open(Setting<DigitsParameters> setting, Progress progress) {
        check(setting);
        DigitData data = source.load(progress.part(0, 0.5));
        return new DigitsLearner(setting, data, judge(data, progress.part(0.5, 1)), pace);
    }

    /** The judge of all runs. No lock, since progress may hold the work: two first runs at once both train it, alike. */
    private Judge judge(DigitData data, Progress progress) {
        Judge known = judge.get();
        if (known != null) {
            return known;
        }
        Judge fresh = Judge.of(data, progress);
        return judge.compareAndSet(null, fresh) ? fresh : judge.get();
    }

    @Override
    public List<Law> laws(Setting<DigitsParameters> setting) {
        return List.of();
    }

    @Override
    public List<Plot> picture(Setting<DigitsParameters> setting, Scene<DigitsSnapshot> scene) {
        return DigitsPictures.of(setting, scene.history());
    }

    @Override
    public List<Milestone> milestones(Setting<DigitsParameters> setting) {
        return Milestone.of(
                (now, first) -> Math.exp(first.applyAsDouble("class_entropy") - now.applyAsDouble("class_entropy")),
                EARLY_TIMES,
                LATE_TIMES,
                times -> "at most 1/" + Rounded.of(times)
                        + " as many classes as in generation 0 (the exponential of their entropy)");
    }

    @Override
    public Optional<Inventory<DigitsSnapshot>> inventory(Setting<DigitsParameters> setting) {
        return Optional.of(new Inventory<>(
                "below 1 % of the generated digits; what a later generation makes more of again is back.",
                CLASSES, digit -> "digit " + digit, (first, now) -> {
                    BitSet held = new BitSet();
                    for (int digit = 0; digit < CLASSES; digit++) {
                        held.set(digit, now.shares().get(digit) >= Judge.ALIVE);
                    }
                    return held;
                }));
    }

    @Override
    public List<String> explain(RunSpec<DigitsParameters> spec, List<Standing> standings) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Each generation trains a new autoencoder on " + spec.protocol().samples()
                        + " images that the last one made"
                        + (spec.parameters().output() == Decoding.MEAN
                                ? ", taken as the decoder's means: what it smooths away is gone for the next."
                                : ", drawn pixel by pixel from the decoder."));
        for (Standing standing : standings) {
            Double alive = standing.medians().get("classes_alive");
            Double spread = standing.medians().get("latent_std");
            Double loss = standing.medians().get("test_nelbo");
            if (alive != null && spread != null && loss != null) {
                sentences.add("Generation " + standing.generation() + ", "
                        + standing.regime().text() + ": "
                        + Math.round(alive) + " of 10 digits alive, latent spread "
                        + Math.round(spread * 100) / 100.0 + ", " + Math.round(loss)
                        + " nats per real test image.");
            }
        }
        return sentences;
    }
}
