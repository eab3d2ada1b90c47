package collapselab.view;

import collapselab.experiment.Choice;
import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.Inventory;
import collapselab.experiment.Knob;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.Onlooker;
import collapselab.experiment.OwnData;
import collapselab.experiment.Preview;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.data.PointTable;
import collapselab.kernel.random.Draws;
import collapselab.plot.Axis;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An experiment for tests of the window: a number that drifts. An expensive one waits at a latch until it is opened. */
final class Drift implements Experiment<Drift.Parameters, Double> {
    /** Which way it drifts. */
    enum Way implements Choice {
        DOWN,
        UP;

        @Override
        public Words words() {
            return new Words(name(), "drifts so");
        }
    }

    /** What it starts from: a file changes nothing but is read. */
    enum Data implements Choice {
        NUMBER,
        CSV,
        DRAWN;

        @Override
        public Words words() {
            return new Words(name(), "starts from this");
        }
    }

    /** Its parameters. */
    record Parameters(
            @Knob(label = "Slope", help = "how fast it drifts", min = 0.1, max = 10, scale = Knob.Scale.LOG)
            double slope,

            @Knob(label = "Way", help = "which way it drifts")
            Way way,

            @Knob(label = "Data", help = "what it starts from")
            Data data,

            @Knob(label = "File", help = "where the points are", file = true, when = "data=csv,drawn")
            String file,

            @Knob(label = "Columns", help = "which columns are read", when = "data=csv")
            String columns,

            @Knob(label = "Checksum", help = "of the file", when = "data=csv,drawn", follows = "data=csv,drawn")
            String checksum) {
        Parameters {
            if (!(slope > 0)) {
                throw new SpecException("slope=" + slope + " is too small: use a number above 0.");
            }
        }
    }

    /** A training set of n times one number. */
    record Same(int size) implements Sample<Same> {
        @Override
        public Same concat(Same more) {
            return new Same(size + more.size);
        }

        @Override
        public Same first(int count) {
            return new Same(count);
        }

        @Override
        public Same choose(int count, Draws draws) {
            return new Same(count);
        }
    }

    private final OwnData own = new OwnData();
    private final boolean live;
    private volatile CountDownLatch latch = new CountDownLatch(0);
    private volatile int latchedFrom;
    private volatile int pause;

    /** Called before a picture is drawn up. */
    volatile Runnable beforePicture = () -> {};

    /** Called before it is said where the data come from. */
    volatile Runnable beforeData = () -> {};

    private volatile Set<DataRegime> latched = Set.of();

    Drift(boolean live) {
        this.live = live;
    }

    /** Generations from this one on wait until {@link #go}, in all panels. */
    void holdFrom(int generation) {
        holdFrom(generation, EnumSet.allOf(DataRegime.class));
    }

    /** The same in the panels of some regimes. */
    void holdFrom(int generation, Set<DataRegime> regimes) {
        latchedFrom = generation;
        latched = regimes;
        latch = new CountDownLatch(1);
    }

    void go() {
        latch.countDown();
        pause = 0;
    }

    /** Each generation takes 20 milliseconds until {@link #go}. */
    void slow() {
        pause = 20;
    }

    @Override
    public String id() {
        return live ? "drift" : "trek";
    }

    @Override
    public String title() {
        return live ? "Drift" : "Trek";
    }

    @Override
    public String summary() {
        return "A number drifts";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1, Way.DOWN, Data.NUMBER, "", "", "");
    }

    @Override
    public Protocol protocol() {
        return new Protocol(100, 50, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return id() + "?regime=replace,accumulate&seeds=4";
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public int chainsAtOnce(Setting<Parameters> setting) {
        return 1000;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric("height", "Height", "how high it is, in metres", true),
                new Metric("depth", "Depth", "how deep it is, in metres", false));
    }

    @Override
    public String data(Parameters parameters) {
        beforeData.run();
        return "a number";
    }

    @Override
    public void check(Setting<Parameters> setting) {
        Parameters p = setting.parameters();
        if (p.data() != Data.NUMBER) {
            own.read(p.file(), p.columns(), p.checksum());
        }
    }

    @Override
    public Parameters settled(Parameters p) {
        Supplier<PointTable> now = () -> own.read(p.file(), p.columns(), "");
        String checksum = p.data() == Data.NUMBER
                ? ""
                : OwnData.settled(p.checksum(), () -> now.get().checksum());
        String columns = p.data() == Data.CSV ? OwnData.columns(p.columns(), now) : p.columns();
        return new Parameters(p.slope(), p.way(), p.data(), p.file(), columns, checksum);
    }

    @Override
    public Optional<String> taken(Parameters p) {
        return p.data() == Data.NUMBER
                ? Optional.empty()
                : Optional.of(own.read(p.file(), p.columns(), p.checksum()).taken());
    }

    @Override
    public Cost cost(Setting<Parameters> setting) {
        return new Cost(live ? 0 : 500_000_000, Double.BYTES, !live);
    }

    @Override
    public OptionalDouble seconds(Setting<Parameters> setting) {
        return live ? OptionalDouble.empty() : OptionalDouble.of(60);
    }

    @Override
    public Learner<?, ?, Double> open(Setting<Parameters> setting, Progress progress) {
        return new Walker(setting);
    }

    @Override
    public List<Law> laws(Setting<Parameters> setting) {
        double slope = setting.parameters().slope();
        return List.of(Law.mean("height", g -> Math.exp(-slope * g / 50), "e^(-slope g/50)", "Test 2026"));
    }

    /** Its direction is a source of error that can be turned, its slope one that cannot. */
    @Override
    public List<ErrorSource> errors(Setting<Parameters> setting) {
        boolean up = setting.parameters().way() == Way.UP;
        Map<String, String> flip = Map.of("way", up ? "down" : "up", "slope", up ? "1" : "2");
        return List.of(
                new ErrorSource(ErrorSource.Kind.STATISTICAL, true, Map.of(), "numbers are few, and stay few"),
                new ErrorSource(ErrorSource.Kind.APPROXIMATION, up, flip, "it drifts up by 2 a generation"));
    }

    @Override
    public List<Milestone> milestones(Setting<Parameters> setting) {
        return Milestone.of(
                (now, first) -> -now.applyAsDouble("height"), -0.9, -0.5, limit -> "height below " + -limit);
    }

    @Override
    public Optional<Conservation> conservation(Setting<Parameters> setting) {
        return Optional.of(new Conservation(
                "height",
                "depth",
                Law.mean(Conservation.METRIC, g -> 0.00075, "height + depth = 0.00075", "Test 2026")));
    }

    @Override
    public Optional<Inventory<Double>> inventory(Setting<Parameters> setting) {
        return Optional.of(new Inventory<>("below 0.7.", 1, part -> "the upper part", (first, now) -> {
            BitSet held = new BitSet();
            held.set(0, now > 0.7);
            return held;
        }));
    }

    @Override
    public List<Plot> picture(Setting<Parameters> setting, Scene<Double> scene) {
        List<Double> history = scene.history();
        beforePicture.run();
        Doubles x = Doubles.generate(history.size(), i -> i);
        Doubles y = Doubles.generate(history.size(), history::get);
        Curve curve = new Curve("", Role.REPLACE, Curve.Stroke.STRONG, x, y);
        return List.of(new Curves(
                "Drift",
                "A line.",
                Axis.linear("", 0, 50),
                Axis.linear("", 0, 2),
                List.of(),
                List.of(curve),
                Doubles.of(),
                Role.NEUTRAL));
    }

    @Override
    public List<String> explain(RunSpec<Parameters> spec, List<Standing> standings) {
        return List.of("Slope " + spec.parameters().slope() + " over " + standings.size() + " panels.");
    }

    private final class Walker implements Learner<Same, Double, Double> {
        private final Parameters parameters;
        private final DataRegime regime;

        private Onlooker onlooker = Onlooker.NONE;

        Walker(Setting<Parameters> setting) {
            parameters = setting.parameters();
            regime = setting.regime();
        }

        @Override
        public Same real(int n, Draws draws, Progress progress) {
            return new Same(n);
        }

        @Override
        public void watched(Onlooker by) {
            onlooker = by;
        }

        /** A number in training looks like the number. */
        private void preview(int generation) {
            if (onlooker.looks()) {
                onlooker.see(new Preview(generation, "half way", picture(null, Scene.of(List.of(1.0 * generation)))));
            }
        }

        @Override
        public Double fit(Same training, Optional<Double> previous, Draws draws, Progress progress) {
            try {
                Thread.sleep(pause);
                boolean held = latched.contains(regime) && draws.generation() >= latchedFrom;
                while (held && !latch.await(5, TimeUnit.MILLISECONDS)) {
                    preview(draws.generation());
                    progress.report(0.5);
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            double step = Math.exp(-parameters.slope() / 50);
            return previous.map(height -> height * step).orElse(1.0);
        }

        @Override
        public Same sample(Double model, int n, Draws draws, Progress progress) {
            return new Same(n);
        }

        @Override
        public double[][] measure(Double model, Double first, Draws draws, Progress progress) {
            double[] height = new double[draws.chains()];
            double[] depth = new double[draws.chains()];
            for (int k = 0; k < height.length; k++) {
                height[k] = model * (1 + 0.001 * k);
                depth[k] = -model;
            }
            return new double[][] {height, depth};
        }

        @Override
        public Double snapshot(Double model, Double first, Same training, Draws draws, Progress progress) {
            return model;
        }
    }
}
