package collapselab.catalog.mixture;

import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.Count;
import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.HeldPoints;
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
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.mixture.Quadrature;
import collapselab.plot.Plot;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The recursive Gaussian mixture. */
public final class MixtureExperiment implements Experiment<MixtureParameters, MixtureSnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Tiny n", "ten samples a generation", "samples=10"),
            Preset.INFINITE,
            Preset.TENTH_REAL,
            Preset.KEEP,
            new Preset(
                    "As published",
                    "Shumailov et al. 2024, Fig. 7: one blob cut in two, a thousand samples, 2,000 generations, one chain",
                    "samples=1000&generations=2001&data=one-blob&regime=replace&seeds=1"));

    static final List<Metric> METRICS = List.of(
            new Metric("l2", "L\u00b2 distance", "squared L2 distance of the density to generation 0's", true),
            new Metric("trace_ratio", "Variance", "trace of the mixture's covariance over generation 0's", true),
            new Metric("weight_min", "Rarest weight", "the smallest weight of a component", false),
            new Metric(
                            "log_likelihood",
                            "Log-likelihood",
                            "mean over " + HeldOut.SIZE + " held-out real points, nats per point",
                            false)
                    .in("nats"),
            new Metric("components_alive", "Alive", "components with at least 1 % of the weight", false),
            new Metric("trace_real", "Spread", "trace of the mixture's covariance over the real one's", true),
            new Metric(
                    "mean_error2",
                    "Error of the mean",
                    "squared error of the mixture's mean over the real trace",
                    true),
            new Metric(
                    "floored",
                    "At the floor",
                    "components so thin that the floor is at least half of their least variance",
                    false));

    /** Numbers that a point takes, with the room that its pool leaves. */
    private static final long POINT_BYTES = 3 * Double.BYTES;

    private final OwnData own;

    /**
     * The experiment.
     *
     * @param own where points of files come from
     */
    public MixtureExperiment(OwnData own) {
        this.own = own;
    }

    @Override
    public String id() {
        return "mixture";
    }

    @Override
    public String title() {
        return "Gaussian mixture";
    }

    @Override
    public String summary() {
        return "Modes shrink, merge and die";
    }

    @Override
    public MixtureParameters defaults() {
        return new MixtureParameters(
                2, MixtureData.TWO_BLOBS, "", "", "", Start.KMEANS, 1e-6, 1e-5, 2_000, SampleLimit.FINITE);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(1_000, 2_001, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return "mixture?samples=24&generations=60&regime=replace,accumulate,subsample&seed=12&seeds=64";
    }

    @Override
    public List<Preset> presets() {
        return PRESETS;
    }

    @Override
    public boolean live() {
        return true;
    }

    /** A fit is work enough by itself, and chains gain nothing from each other. */
    @Override
    public int chainsAtOnce(Setting<MixtureParameters> setting) {
        return 1;
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("trace_ratio", "l2");
    }

    @Override
    public Optional<Count> count() {
        return Optional.of(new Count("narrower than real", (now, first) -> now.applyAsDouble("trace_real") < 1));
    }

    @Override
    public String data(MixtureParameters parameters) {
        return switch (parameters.data()) {
            case TWO_BLOBS -> "two blobs of unit covariance around (-2, 0) and (2, 0), drawn exactly";
            case ONE_BLOB -> "one blob, N(0, I), drawn exactly";
            case DRAWN, CSV -> OwnData.points(parameters.file(), parameters.checksum());
        };
    }

    @Override
    public Optional<String> taken(MixtureParameters p) {
        return p.data().fromFile()
                ? Optional.of(own.read(p.file(), columns(p), p.checksum()).taken())
                : Optional.empty();
    }

    /** The columns that count: drawn points have no others. */
    private static String columns(MixtureParameters p) {
        return p.data() == MixtureData.CSV ? p.columns() : "";
    }

    @Override
    public MixtureParameters settled(MixtureParameters p) {
        if (!p.data().fromFile()) {
            return p;
        }
        Supplier<PointTable> now = () -> own.read(p.file(), columns(p), "");
        String checksum = OwnData.settled(p.checksum(), () -> now.get().checksum());
        String columns = p.data() == MixtureData.CSV ? OwnData.columns(p.columns(), now) : p.columns();
        return new MixtureParameters(
                p.components(),
                p.data(),
                p.file(),
                columns,
                checksum,
                p.start(),
                p.floor(),
                p.tolerance(),
                p.iterations(),
                p.statistical());
    }

    @Override
    public void check(Setting<MixtureParameters> setting) {
        MixtureParameters p = setting.parameters();
        Protocol protocol = setting.protocol();
        if (p.components() > protocol.samples()) {
            throw new SpecException("components=" + p.components() + " is more than samples=" + protocol.samples()
                    + ": a component needs a point, so use fewer components or more samples.");
        }
        HeldPoints.check("regime=" + setting.regime().text(), points(setting) * POINT_BYTES);
        real(p);
    }

    /** How many points of a chain are held at the end of the run. */
    private static long points(Setting<MixtureParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        // Infinitely many points are a grid for each component, whatever n is.
        return setting.parameters().infinite()
                ? (pools ? protocol.generations() : 2L) * setting.parameters().components() * new Quadrature().size()
                : pools ? protocol.total(last) : 2 * setting.regime().trained(protocol, last);
    }

    private RealPoints real(MixtureParameters parameters) {
        return RealPoints.of(parameters, own);
    }

    private double realTrace(Setting<MixtureParameters> setting) {
        return real(setting.parameters()).moments().trace();
    }

    @Override
    public Cost cost(Setting<MixtureParameters> setting) {
        Protocol protocol = setting.protocol();
        long trained = setting.regime().trained(protocol, protocol.generations() - 1);
        long shown = setting.parameters().infinite() ? 0 : Math.min(MixtureSnapshot.MOST_POINTS, trained);
        long model = 12L * setting.parameters().components();
        return new Cost(
                points(setting) * POINT_BYTES,
                (2 * shown + model) * Double.BYTES,
                6 * setting.parameters().components(),
                true);
    }

    @Override
    public Learner<?, ?, MixtureSnapshot> open(Setting<MixtureParameters> setting, Progress progress) {
        check(setting);
        return new MixtureLearner(setting, real(setting.parameters()));
    }

    @Override
    public List<Law> laws(Setting<MixtureParameters> setting) {
        return MixtureLaws.of(setting, realTrace(setting));
    }

    @Override
    public Optional<Conservation> conservation(Setting<MixtureParameters> setting) {
        return Optional.of(MixtureLaws.conservation(setting, realTrace(setting)));
    }

    @Override
    public List<ErrorSource> errors(Setting<MixtureParameters> setting) {
        return MixtureErrors.of(setting);
    }

    @Override
    public List<Milestone> milestones(Setting<MixtureParameters> setting) {
        return MixtureErrors.milestones();
    }

    @Override
    public Optional<Inventory<MixtureSnapshot>> inventory(Setting<MixtureParameters> setting) {
        return Optional.of(new Inventory<>(
                "below 1 % of the weight; what a later fit gives more again is back.",
                setting.parameters().components(), k -> "component " + (k + 1), (first, now) -> {
                    BitSet held = new BitSet();
                    for (int k = 0; k < now.mixture().components(); k++) {
                        held.set(k, now.mixture().weight(k) >= MixtureLearner.ALIVE);
                    }
                    return held;
                }));
    }

    @Override
    public List<Plot> picture(Setting<MixtureParameters> setting, Scene<MixtureSnapshot> scene) {
        return MixturePictures.of(setting, scene, real(setting.parameters()).range());
    }

    @Override
    public List<String> explain(RunSpec<MixtureParameters> spec, List<Standing> standings) {
        return MixtureExplanation.of(spec, standings);
    }
}
