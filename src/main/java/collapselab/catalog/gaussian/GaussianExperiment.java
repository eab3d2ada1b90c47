package collapselab.catalog.gaussian;

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
import collapselab.experiment.RunSpec;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.data.FileCache;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Plot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The recursive Gaussian. */
public final class GaussianExperiment implements Experiment<GaussianParameters, GaussianSnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Tiny n", "ten samples a generation: the spread halves every six", "samples=10"),
            Preset.INFINITE,
            Preset.TENTH_REAL,
            Preset.KEEP,
            new Preset(
                    "As published",
                    "Kazdan, Schaeffer et al. 2024, Fig. 1: a hundred samples, a hundred chains, n in the divisor",
                    "samples=100&generations=100&estimator=mle&seeds=100"));

    static final List<Metric> METRICS = List.of(
            new Metric("variance_ratio", "Variance", "trace of the fitted covariance over the real one's", true),
            new Metric(
                            "log_variance_ratio",
                            "Log variance",
                            "ln of the fitted variance over the real one (d > 1: ln of the determinants' ratio, over d), nats;"
                                    + " empty where the fitted covariance is singular: k distinct points span at most k - 1"
                                    + " dimensions, and samples of a model no more than it has",
                            false)
                    .in("nats")
                    .calm(2),
            new Metric(
                    "mean_error2", "Error of the mean", "squared error of the fitted mean over the real trace", true),
            new Metric(
                    "w2",
                    "Distance to real",
                    "squared 2-Wasserstein distance to the real distribution over the real trace (d > 1: to the normal one of"
                            + " its mean and covariance)",
                    true),
            new Metric(
                    "tail_mass",
                    "Tail mass",
                    "mass beyond 2 sigma on the first axis, over the real distribution's; empty where that has none",
                    false));

    /** What the points of one block of chains may take, at most, beyond one chain: a cache has about this much. */
    private static final long POOL_BYTES = 16L << 20;

    /** A pool that is full grows by half, and is there twice while it is copied. */
    private static final double GROWN = 2.5;

    /** Enough chains to fill vector units and hide loop overhead, few enough to stay in the cache. */
    private static final int MOST_CHAINS = 256;

    private final OwnData own;
    private final FileCache<Reality> realities = new FileCache<>();

    /**
     * The experiment.
     *
     * @param own where files of the user's are read
     */
    public GaussianExperiment(OwnData own) {
        this.own = own;
    }

    /** The real distribution that parameters speak of; one of a file is kept while the file stays the same. */
    Reality reality(GaussianParameters p) {
        return switch (p.data()) {
            case NORMAL -> Reality.normal(p.dimension());
            case TWO_PEAKS -> Reality.twoPeaks(p.dimension());
            case CSV, DRAWN -> {
                PointTable table = own.read(p.file(), columns(p), p.checksum());
                if (table.dimension() > GaussianParameters.MOST_DIMENSIONS) {
                    throw new SpecException(p.file() + " has " + table.dimension() + " columns of numbers, more than "
                            + GaussianParameters.MOST_DIMENSIONS + ": choose fewer with columns=.");
                }
                yield realities.get(Path.of(p.file()), columns(p), () -> Reality.of(table));
            }
        };
    }

    private static String columns(GaussianParameters p) {
        return p.data() == RealData.CSV ? p.columns() : "";
    }

    @Override
    public String id() {
        return "gaussian";
    }

    @Override
    public String title() {
        return "Gaussian";
    }

    @Override
    public String summary() {
        return "Variance drifts to zero";
    }

    @Override
    public GaussianParameters defaults() {
        return new GaussianParameters(1, Estimator.UNBIASED, 1);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(100, 200, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return "gaussian?samples=20&generations=60&regime=replace,accumulate,subsample&seed=36&seeds=64";
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
    public int chainsAtOnce(Setting<GaussianParameters> setting) {
        int d = setting.parameters().dimension();
        if (GaussianLearner.keepsPoints(setting)) {
            return (int) Math.max(1, Math.min(MOST_CHAINS, POOL_BYTES / poolBytes(setting)));
        }
        return Math.max(8, Math.min(MOST_CHAINS, (1 << 15) / FactorBlock.at(d, 0)));
    }

    /** What the points of one chain take at the end of the run. */
    private static long poolBytes(Setting<GaussianParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        boolean kept = GaussianLearner.keepsPoints(setting);
        long points = pools && kept
                ? protocol.total(last)
                : (kept ? 2 : 1) * (long) setting.regime().batch(protocol, last);
        double grown = pools && kept ? GROWN : 1;
        return (long) (grown * points * setting.parameters().dimension() * Double.BYTES);
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("variance_ratio", "w2");
    }

    @Override
    public Optional<Count> count() {
        return Optional.of(new Count("narrower than real", (now, first) -> now.applyAsDouble("variance_ratio") < 1));
    }

    @Override
    public String data(GaussianParameters parameters) {
        return switch (parameters.data()) {
            case NORMAL -> "N(0, I), drawn exactly";
            case TWO_PEAKS -> "half N(-2, 1), half N(2, 1) on the first axis, drawn exactly";
            case CSV, DRAWN -> OwnData.points(parameters.file(), parameters.checksum());
        };
    }

    @Override
    public Optional<String> taken(GaussianParameters p) {
        return p.data().own()
                ? Optional.of(own.read(p.file(), columns(p), p.checksum()).taken())
                : Optional.empty();
    }

    @Override
    public void check(Setting<GaussianParameters> setting) {
        GaussianParameters p = setting.parameters();
        int d = reality(p).dimension();
        if (d != p.dimension()) {
            throw new SpecException("dimension=" + p.dimension() + " is not that of " + p.file() + ", which is " + d
                    + ": leave it out.");
        }
        boolean drawn = !p.infinite() && !p.normal();
        if (GaussianLearner.keepsPoints(setting) || drawn) {
            HeldPoints.check("regime=" + setting.regime().text(), poolBytes(setting));
        }
    }

    @Override
    public Cost cost(Setting<GaussianParameters> setting) {
        GaussianParameters p = setting.parameters();
        boolean points = GaussianLearner.keepsPoints(setting);
        boolean drawn = !p.infinite() && !p.normal();
        int chains = Math.min(chainsAtOnce(setting), setting.protocol().seeds());
        long model = 8L * FactorBlock.at(p.dimension(), 0) * Double.BYTES;
        // Without a pool the points of one chain are drawn after those of another, in the same place.
        long drawnBytes = points ? chains * poolBytes(setting) : drawn ? poolBytes(setting) : 0;
        int last = setting.protocol().generations() - 1;
        long shown = points || drawn ? 2L * GaussianSnapshot.points(setting, last) * Double.BYTES : 0;
        return new Cost(chains * model + drawnBytes, shown, p.dimension() == 1 ? 2 : 5, points);
    }

    @Override
    public Learner<?, ?, GaussianSnapshot> open(Setting<GaussianParameters> setting, Progress progress) {
        check(setting);
        return new GaussianLearner(setting, reality(setting.parameters()));
    }

    @Override
    public List<Law> laws(Setting<GaussianParameters> setting) {
        return new GaussianLaws(setting, reality(setting.parameters())).laws();
    }

    @Override
    public List<Plot> picture(Setting<GaussianParameters> setting, Scene<GaussianSnapshot> scene) {
        return GaussianPictures.of(setting, reality(setting.parameters()), scene);
    }

    @Override
    public List<String> explain(RunSpec<GaussianParameters> spec, List<Standing> standings) {
        return new GaussianExplanation(spec, reality(spec.parameters())).sentences(standings);
    }

    @Override
    public GaussianParameters settled(GaussianParameters p) {
        if (!p.data().own()) {
            return p;
        }
        Supplier<PointTable> now = () -> own.read(p.file(), columns(p), "");
        String checksum = OwnData.settled(p.checksum(), () -> now.get().checksum());
        String columns = p.data() == RealData.CSV ? OwnData.columns(p.columns(), now) : p.columns();
        boolean given = p.dimension() != defaults().dimension(); // what is not the file's is refused
        int dimension = checksum.isEmpty() || given ? p.dimension() : reality(p).dimension();
        return new GaussianParameters(
                dimension,
                p.estimator(),
                p.temperature(),
                p.truncation(),
                p.statistical(),
                p.data(),
                p.file(),
                columns,
                checksum);
    }

    @Override
    public List<ErrorSource> errors(Setting<GaussianParameters> setting) {
        return new GaussianErrors(setting, reality(setting.parameters())).sources();
    }

    @Override
    public List<Milestone> milestones(Setting<GaussianParameters> setting) {
        return new GaussianErrors(setting, reality(setting.parameters())).milestones();
    }

    @Override
    public Optional<Conservation> conservation(Setting<GaussianParameters> setting) {
        return Optional.of(new GaussianLaws(setting, reality(setting.parameters())).conservation());
    }
}
