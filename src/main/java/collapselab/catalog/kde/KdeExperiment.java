package collapselab.catalog.kde;

import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.Count;
import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.HeldPoints;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.OwnData;
import collapselab.experiment.Preset;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Rounded;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.data.PointTable;
import collapselab.plot.Plot;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The recursive kernel density estimate. */
public final class KdeExperiment implements Experiment<KdeParameters, KdeSnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Tiny n", "twenty samples a generation", "samples=20"),
            Preset.INFINITE,
            Preset.TENTH_REAL,
            Preset.KEEP,
            new Preset(
                    "As published",
                    "Kazdan, Schaeffer et al. 2024, Fig. 2: a hundred samples, a hundred generations, bandwidth 0.5",
                    "samples=100&generations=100"));

    static final List<Metric> METRICS = List.of(
            new Metric(
                            "nll",
                            "Negative log-likelihood",
                            "mean over 500 held-out real points, the same at every generation of a chain, nats a point",
                            false)
                    .in("nats"),
            new Metric("variance_ratio", "Variance", "trace of the density's covariance over the real one's", true),
            new Metric(
                            "nll_rise",
                            "Rise of the NLL",
                            "negative log-likelihood less generation 0's, nats a point",
                            false)
                    .in("nats")
                    .calm(0.5),
            new Metric(
                    "training_variance",
                    "Variance of the points",
                    "trace of the training set's covariance, without the kernels, over the real one's",
                    true),
            new Metric(
                    "mean_error2",
                    "Error of the mean",
                    "squared error of the density's mean over the real trace",
                    true));

    /** What one block of chains may take, at most, beyond one chain: half of what a core's second cache has. */
    private static final long POOL_BYTES = 1L << 20;

    private static final int MOST_CHAINS = 64;

    /** h over the real standard deviation beyond which sums of squares lose all digits. */
    private static final double EXTREME = 1e6;

    private final OwnData own;

    /** The experiment; own data are read through {@code own}. */
    public KdeExperiment(OwnData own) {
        this.own = own;
    }

    @Override
    public String id() {
        return "kde";
    }

    @Override
    public String title() {
        return "Kernel density";
    }

    @Override
    public String summary() {
        return "Shapes drown in a blob";
    }

    @Override
    public KdeParameters defaults() {
        return new KdeParameters(KdeData.MOONS, 0.5, Shrink.NONE, SampleLimit.FINITE, "", "", "");
    }

    @Override
    public KdeParameters settled(KdeParameters p) {
        if (p.data().shape().isPresent()) {
            return p;
        }
        Supplier<PointTable> now = () -> own.read(p.file(), RealData.columns(p), "");
        String checksum = OwnData.settled(p.checksum(), () -> now.get().checksum());
        String columns = p.data() == KdeData.CSV ? OwnData.columns(p.columns(), now) : p.columns();
        return new KdeParameters(p.data(), p.bandwidth(), p.shrink(), p.statistical(), p.file(), columns, checksum);
    }

    @Override
    public Optional<String> taken(KdeParameters p) {
        return p.data().shape().isPresent()
                ? Optional.empty()
                : Optional.of(
                        own.read(p.file(), RealData.columns(p), p.checksum()).taken());
    }

    @Override
    public Protocol protocol() {
        return new Protocol(100, 100, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return "kde?generations=50&regime=replace,accumulate,subsample&seed=125&seeds=16";
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
    public int chainsAtOnce(Setting<KdeParameters> setting) {
        return (int) Math.max(1, Math.min(MOST_CHAINS, POOL_BYTES / poolBytes(setting)));
    }

    /** What the points of one chain take at the end of the run, beside its held-out ones and their sums. */
    private long poolBytes(Setting<KdeParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        long points = setting.parameters().infinite()
                ? (long) Yardstick.POINTS * last
                : pools ? protocol.total(last) : 2 * setting.regime().trained(protocol, last);
        return (points + 8L * Yardstick.POINTS) * real(setting).dimension() * Double.BYTES;
    }

    private RealData real(Setting<KdeParameters> setting) {
        return RealData.of(setting.parameters(), own);
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("variance_ratio", "nll");
    }

    @Override
    public Optional<Count> count() {
        return Optional.of(
                new Count("twice as wide as real", (now, first) -> now.applyAsDouble("variance_ratio") >= 4));
    }

    @Override
    public String data(KdeParameters parameters) {
        return parameters.data().shape().isPresent()
                ? parameters.data().help() + ", with scikit-learn's geometry"
                : OwnData.points(parameters.file(), parameters.checksum());
    }

    @Override
    public void check(Setting<KdeParameters> setting) {
        KdeParameters parameters = setting.parameters();
        RealData real = real(setting);
        double ratio = parameters.bandwidth() / Math.sqrt(real.variance());
        if (!(ratio > 1 / EXTREME && ratio < EXTREME)) {
            throw new SpecException("bandwidth=" + parameters.bandwidth() + " is more than a million times "
                    + (ratio < 1 ? "smaller" : "larger") + " than the data, whose standard deviation is "
                    + Rounded.of(Math.sqrt(real.variance())) + ": use one nearer to it.");
        }
        if (parameters.infinite()) {
            checkInfinite(parameters, real);
        }
        HeldPoints.check("regime=" + setting.regime().text(), poolBytes(setting));
    }

    private static void checkInfinite(KdeParameters parameters, RealData real) {
        if (real.mixture().isEmpty()) {
            throw new SpecException("statistical=infinite has no exact form for data="
                    + parameters.data().text() + ": use statistical=finite, or other data.");
        }
        if (parameters.shrink() != Shrink.NONE) {
            throw new SpecException("shrink=" + parameters.shrink().text()
                    + " leaves no bandwidth at n = infinity: use shrink=none, or statistical=finite.");
        }
    }

    @Override
    public Cost cost(Setting<KdeParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        long shown = setting.parameters().infinite()
                ? last + 1L
                : Math.min(KdeSnapshot.MOST_POINTS, setting.regime().trained(protocol, last))
                        * real(setting).dimension();
        long working = poolBytes(setting) * Math.min(chainsAtOnce(setting), protocol.seeds());
        int outline = setting.parameters().infinite() ? 0 : real(setting).dimension() == 1 ? KdeSnapshot.QUANTILES : 5;
        return new Cost(working, shown * Double.BYTES, outline, true);
    }

    @Override
    public Learner<?, ?, KdeSnapshot> open(Setting<KdeParameters> setting, Progress progress) {
        check(setting);
        return new KdeLearner(setting.parameters(), setting.protocol().samples(), real(setting));
    }

    @Override
    public List<Law> laws(Setting<KdeParameters> setting) {
        return new KdeLaws(setting, real(setting)).all();
    }

    @Override
    public Optional<Conservation> conservation(Setting<KdeParameters> setting) {
        return Optional.of(new KdeLaws(setting, real(setting)).conservation());
    }

    @Override
    public List<ErrorSource> errors(Setting<KdeParameters> setting) {
        return KdeErrors.of(setting, real(setting));
    }

    @Override
    public List<Milestone> milestones(Setting<KdeParameters> setting) {
        return Milestone.ofLikelihood((now, first) -> now.applyAsDouble("nll_rise"), "point");
    }

    @Override
    public List<Plot> picture(Setting<KdeParameters> setting, Scene<KdeSnapshot> scene) {
        return KdePictures.of(setting, real(setting), scene);
    }

    @Override
    public List<String> explain(RunSpec<KdeParameters> spec, List<Standing> standings) {
        return KdeExplanation.of(spec, RealData.of(spec.parameters(), own), standings);
    }
}
