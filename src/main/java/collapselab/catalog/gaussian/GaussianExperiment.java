package collapselab.catalog.gaussian;

import collapselab.experiment.Cost;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Plot;
import java.util.List;
import java.util.Optional;

/** The recursive Gaussian. */
public final class GaussianExperiment implements Experiment<GaussianParameters, GaussianSnapshot> {
    static final List<Metric> METRICS = List.of(
            new Metric("variance_ratio", "Variance", "trace of the fitted covariance over the real one's", true),
            new Metric(
                    "log_variance_ratio",
                    "Log variance",
                    "ln of the fitted variance over the real one (d > 1: ln of the determinants' ratio, over d), nats;"
                            + " empty where n is at most d, for the fitted covariance is singular then",
                    false),
            new Metric(
                    "mean_error2", "Error of the mean", "squared error of the fitted mean over the real trace", true),
            new Metric(
                    "w2",
                    "Distance to real",
                    "squared 2-Wasserstein distance to the real distribution over the real trace",
                    true),
            new Metric(
                    "tail_mass",
                    "Tail mass",
                    "mass beyond 2 sigma on the first axis, over the real distribution's",
                    false));

    /** What the points of one block of chains may take, at most, beyond one chain: a cache has about this much. */
    private static final long POOL_BYTES = 16L << 20;

    /** Enough chains to fill vector units and hide loop overhead, few enough to stay in the cache. */
    private static final int MOST_CHAINS = 256;

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
    public Protocol windowProtocol() {
        return new Protocol(100, 200, 0, RealSource.FRESH, 1, 64);
    }

    @Override
    public List<DataRegime> compared() {
        return List.of(DataRegime.REPLACE, DataRegime.ACCUMULATE, DataRegime.SUBSAMPLE);
    }

    @Override
    public boolean live() {
        return true;
    }

    @Override
    public int chainsAtOnce(Setting<GaussianParameters> setting) {
        int d = setting.parameters().dimension();
        if (GaussianLearner.needsPoints(setting)) {
            return (int) Math.max(1, Math.min(MOST_CHAINS, POOL_BYTES / poolBytes(setting)));
        }
        return Math.max(8, Math.min(MOST_CHAINS, (1 << 15) / FactorBlock.at(d, 0)));
    }

    /** What the points of one chain take at the end of the run. */
    private static long poolBytes(Setting<GaussianParameters> setting) {
        Protocol protocol = setting.protocol();
        int last = protocol.generations() - 1;
        boolean pools = setting.regime() == DataRegime.ACCUMULATE || setting.regime() == DataRegime.SUBSAMPLE;
        long points = pools ? protocol.total(last) : 2 * setting.regime().trained(protocol, last);
        return points * setting.parameters().dimension() * Double.BYTES;
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public String data() {
        return "N(0, I), drawn exactly";
    }

    @Override
    public void check(Setting<GaussianParameters> setting) {
        if (GaussianLearner.needsPoints(setting)) {
            long bytes = poolBytes(setting);
            long most = Runtime.getRuntime().maxMemory() / 3;
            if (bytes > most || bytes / Double.BYTES > Integer.MAX_VALUE / 128) {
                throw new SpecException(
                        "regime=" + setting.regime().text() + " keeps every point of a chain, " + (bytes >> 20)
                                + " MB here, more than the " + (most >> 20)
                                + " MB there is room for: use fewer samples, generations or dimensions.");
            }
        }
    }

    @Override
    public Optional<Cost> cost(Setting<GaussianParameters> setting) {
        return Optional.empty();
    }

    @Override
    public Learner<?, ?, GaussianSnapshot> open(Setting<GaussianParameters> setting, Progress progress) {
        check(setting);
        return new GaussianLearner(setting);
    }

    @Override
    public List<Law> laws(Setting<GaussianParameters> setting) {
        return GaussianLaws.of(setting);
    }

    @Override
    public List<Plot> picture(Setting<GaussianParameters> setting, List<GaussianSnapshot> history) {
        return GaussianPictures.of(setting, history);
    }

    @Override
    public List<String> explain(RunSpec<GaussianParameters> spec, List<Standing> standings) {
        return GaussianExplanation.of(spec, standings);
    }
}
