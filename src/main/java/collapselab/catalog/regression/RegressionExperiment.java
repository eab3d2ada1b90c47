package collapselab.catalog.regression;

import collapselab.experiment.Cost;
import collapselab.experiment.Count;
import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.Growth;
import collapselab.experiment.HeldPoints;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
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
import collapselab.plot.Plot;
import java.util.List;
import java.util.Optional;

/** The recursive linear regression. */
public final class RegressionExperiment implements Experiment<RegressionParameters, RegressionSnapshot> {
    private static final List<Preset> PRESETS = List.of(
            new Preset("Tiny n", "ten samples a generation", "samples=10"),
            Preset.INFINITE,
            Preset.TENTH_REAL,
            Preset.KEEP,
            new Preset(
                    "As published",
                    "Gerstgrasser, Schaeffer et al. 2024, Fig. 7: 32 coefficients, a hundred samples, ten fits",
                    "samples=100&dimension=32&generations=10&regime=replace,accumulate"));

    static final List<Metric> METRICS = List.of(
            new Metric(
                    "test_loss",
                    "Test loss",
                    "squared error of predictions of noiseless labels: (w \u2212 w*)'\u03a3(w \u2212 w*); 1 is the loss of"
                            + " predicting 0",
                    false),
            new Metric("coefficient_error", "Coefficient error", "squared distance |w \u2212 w*|\u00b2", true),
            new Metric(
                    "bias2",
                    "Squared bias",
                    "test loss of the mean of w over all noise, given all inputs; 0 for least squares, what a ridge or"
                            + " early stopping costs else",
                    true),
            new Metric(
                    "variance",
                    "Variance",
                    "squared distance, as test loss, of w from its mean over all noise, given all inputs; with the squared"
                            + " bias it adds up to the test loss on average over chains",
                    true));

    /** How many numbers a block of chains may hold of one generation: a cache has about room for them. */
    private static final int BLOCK_NUMBERS = 1 << 17;

    private static final int MOST_CHAINS = 256;

    /** Test losses no larger are rounding: predicting 0 has 1. */
    private static final double ROUNDING = 1e-12;

    @Override
    public String id() {
        return "regression";
    }

    @Override
    public String title() {
        return "Linear regression";
    }

    @Override
    public String summary() {
        return "Errors add up in the labels";
    }

    @Override
    public RegressionParameters defaults() {
        return new RegressionParameters(
                32, 1, 0, Design.FRESH, Spectrum.ISOTROPIC, 2, 0.375, 0, -1, SampleLimit.FINITE, Solver.EXACT, 0.1, 20);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(100, 10, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return "regression?samples=20&generations=50&regime=replace,accumulate,subsample&dimension=1&seed=96&seeds=64";
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
    public int chainsAtOnce(Setting<RegressionParameters> setting) {
        long numbers =
                switch (form(setting)) {
                    case POPULATION, ESTIMATES -> setting.parameters().dimension();
                    case EQUATIONS -> square(setting.parameters().dimension());
                    case POINTS -> poolBytes(setting) / Double.BYTES;
                };
        return (int) Math.max(1, Math.min(MOST_CHAINS, BLOCK_NUMBERS / numbers));
    }

    private static long square(long number) {
        return number * number;
    }

    private static Supply.Form form(Setting<RegressionParameters> setting) {
        return Supply.form(setting, 0);
    }

    /** What the points of one chain take at the end of the run. */
    private static long poolBytes(Setting<RegressionParameters> setting) {
        Protocol protocol = setting.protocol();
        long points = setting.regime().trained(protocol, protocol.generations() - 1);
        if (setting.regime() == DataRegime.SUBSAMPLE) {
            points = protocol.total(protocol.generations() - 1);
        }
        long inputs = setting.parameters().design() == Design.KEPT ? protocol.samples() : points;
        long both = setting.parameters().separateGenerators() ? 2 : 1;
        return both * (inputs * (setting.parameters().dimension() + 2) + 3 * points) * Double.BYTES;
    }

    @Override
    public List<Metric> metrics() {
        return METRICS;
    }

    @Override
    public List<String> charted() {
        return List.of("test_loss", "coefficient_error");
    }

    @Override
    public Optional<Count> count() {
        return Optional.of(new Count(
                "worse than their first fit",
                (now, first) -> now.applyAsDouble("test_loss") > first.applyAsDouble("test_loss")));
    }

    @Override
    public String data(RegressionParameters parameters) {
        return "x of N(0, \u03a3), y = x.w* + noise, |w*| = 1, drawn exactly";
    }

    @Override
    public void check(Setting<RegressionParameters> setting) {
        RegressionParameters parameters = setting.parameters();
        Protocol protocol = setting.protocol();
        if (parameters.statistical() == SampleLimit.INFINITE) {
            return;
        }
        int d = parameters.dimension();
        int generator = parameters.generatorCount(protocol.samples(), protocol.samples());
        if (generator <= d + 1) {
            throw tooFew(parameters.generatorSamples() > 0 ? "generatorSamples" : "samples", generator, d);
        }
        if (protocol.samples() <= d + 1 && (parameters.ridge() == 0)) {
            throw tooFew("samples", protocol.samples(), d);
        }
        if (parameters.design() == Design.KEPT && protocol.growth() != Growth.CONSTANT) {
            throw new SpecException("design=kept labels the same inputs in every generation, which cannot grow: use"
                    + " growth=constant or design=fresh.");
        }
        int smallest = Math.min(protocol.samples(), generator);
        if (repeats(setting) && smallest < leastWithRepeats(d)) {
            throw new SpecException((generator < protocol.samples() ? "generatorSamples=" : "samples=") + smallest
                    + " are too few for " + d
                    + " dimensions where the same inputs may be chosen twice: use at least " + leastWithRepeats(d)
                    + ", or design=fresh with realSource=fresh.");
        }
        checkDescent(setting);
        if (form(setting) == Supply.Form.POINTS) {
            HeldPoints.check("regime=" + setting.regime().text(), poolBytes(setting));
        }
    }

    private static SpecException tooFew(String name, int samples, int d) {
        return new SpecException(name + "=" + samples + " gives least squares in " + d
                + " dimensions an infinite expected loss: use at least " + (d + 2) + ", or fewer dimensions.");
    }

    /** Whether a training set may hold the same input twice, so that fewer different ones than T are left. */
    private static boolean repeats(Setting<RegressionParameters> setting) {
        Protocol protocol = setting.protocol();
        boolean kept = setting.parameters().design() == Design.KEPT;
        boolean again = protocol.real() > 0 && protocol.realSource() != RealSource.FRESH;
        return setting.regime() == DataRegime.SUBSAMPLE
                ? kept || again
                : kept && again && protocol.realSource() == RealSource.REDRAWN;
    }

    /**
     * T choices of T inputs hit about (1 - 1/e) T different ones, 0.31 sqrt(T) more or less: d + 2 of them are left for sure
     * (6 standard deviations) where 0.63 T - 2 sqrt(T) is no less.
     */
    private static int leastWithRepeats(int d) {
        double root = (1 + Math.sqrt(1 + 0.63 * (d + 2))) / 0.63;
        return (int) Math.ceil(root * root);
    }

    /**
     * A step of gradient descent overshoots where rate x curvature passes 2. The data's largest curvature is at most the
     * spectrum's times (1 + (root d + 6) / root T)^2, but for one data set in 10^8 (Davidson and Szarek 2001, theorem II.13).
     */
    private static void checkDescent(Setting<RegressionParameters> setting) {
        RegressionParameters parameters = setting.parameters();
        if (parameters.solver() == Solver.EXACT) {
            return;
        }
        double samples = Math.min(
                setting.protocol().samples(),
                parameters.generatorCount(
                        setting.protocol().samples(), setting.protocol().samples()));
        double edge = 1 + (Math.sqrt(parameters.dimension()) + 6) / Math.sqrt(samples);
        double most = 2 / (edge * edge); // the largest eigenvalue of every spectrum is 1
        if (parameters.rate() > most) {
            throw new SpecException("rate=" + parameters.rate()
                    + " would make gradient descent diverge here: use at most " + Rounded.of(most) + ".");
        }
    }

    @Override
    public Cost cost(Setting<RegressionParameters> setting) {
        boolean points = form(setting) == Supply.Form.POINTS;
        long d = setting.parameters().dimension();
        long one = points ? poolBytes(setting) : 8 * square(d) * Double.BYTES;
        long theory = setting.parameters().statistical() == SampleLimit.INFINITE
                ? d * setting.protocol().generations() * Double.BYTES
                : 0;
        long shown = d + (d == 1 ? 2L * RegressionSnapshot.MOST_POINTS : 0);
        return new Cost(
                one * Math.min(chainsAtOnce(setting), setting.protocol().seeds()) + theory,
                shown * Double.BYTES,
                (int) d,
                points);
    }

    @Override
    public Learner<?, ?, RegressionSnapshot> open(Setting<RegressionParameters> setting, Progress progress) {
        check(setting);
        return new RegressionLearner(setting);
    }

    @Override
    public List<Law> laws(Setting<RegressionParameters> setting) {
        return RegressionLaws.of(setting);
    }

    @Override
    public List<ErrorSource> errors(Setting<RegressionParameters> setting) {
        return RegressionErrors.of(setting);
    }

    @Override
    public List<Milestone> milestones(Setting<RegressionParameters> setting) {
        return List.of(
                new Milestone(
                        Milestone.Kind.EARLY,
                        "test loss at least twice generation 0's",
                        (now, first) -> growth(now.applyAsDouble("test_loss"), first.applyAsDouble("test_loss")),
                        2),
                new Milestone(
                        Milestone.Kind.LATE,
                        "after early collapse, test loss at least 1, the null predictor's",
                        (now, first) -> now.applyAsDouble("test_loss"),
                        1));
    }

    /** How many times as large a loss is as the first one; NaN where the first was no more than rounding. */
    private static double growth(double loss, double first) {
        return first > ROUNDING ? loss / first : Double.NaN;
    }

    @Override
    public List<Plot> picture(Setting<RegressionParameters> setting, Scene<RegressionSnapshot> scene) {
        return RegressionPictures.of(setting, scene);
    }

    @Override
    public List<String> explain(RunSpec<RegressionParameters> spec, List<Standing> standings) {
        return RegressionExplanation.of(spec, standings);
    }
}
