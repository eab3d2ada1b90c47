package collapselab.session;

import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.Experiment;
import collapselab.experiment.Inventory;
import collapselab.experiment.Knob;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.Onlooker;
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
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntConsumer;

/**
 * An experiment for tests: each chain's model is a number that takes a normal step each generation. Remembers which
 * generations were computed and measured.
 */
public final class Wander implements Experiment<Wander.Parameters, String> {
    /** Its parameters. */
    public record Parameters(
            @Knob(label = "Step", help = "size of a step", min = 0.1, max = 10)
            double step,

            @Knob(label = "Fails at", help = "the generation whose fit fails", max = 100)
            int failsAt) {
        public Parameters {
            if (!(step > 0)) {
                throw new SpecException("step=" + step + " is too small: use a number above 0.");
            }
        }
    }

    /** What a chain's training set is: where it stands. */
    record Place(Doubles at, int size) implements Sample<Place> {
        @Override
        public Place concat(Place more) {
            return new Place(more.at, size + more.size);
        }

        @Override
        public Place first(int count) {
            return new Place(at, count);
        }

        @Override
        public Place choose(int count, Draws draws) {
            return new Place(at, count);
        }
    }

    /** Generations that were measured, in any order. */
    public final Queue<Integer> measured = new ConcurrentLinkedQueue<>();

    /** Generations that were fitted, in any order. */
    public final Queue<Integer> fitted = new ConcurrentLinkedQueue<>();

    /** Called with the generation before each fit. */
    public volatile IntConsumer beforeFit = generation -> {};

    /** Called with the generation after each fit, when whoever looks on has seen it. */
    public volatile IntConsumer afterFit = generation -> {};

    /** What it says was taken of a file. */
    public volatile Optional<String> taken = Optional.empty();

    /** Done before it says where its data come from. */
    public volatile Runnable beforeData = () -> {};

    /** What it says about data that it does not have. */
    public volatile Optional<String> standIn = Optional.empty();

    private final String id;
    private final boolean live;
    private final int chainsAtOnce;

    public Wander(String id, boolean live, int chainsAtOnce) {
        this.id = id;
        this.live = live;
        this.chainsAtOnce = chainsAtOnce;
    }

    /** A spec of it. */
    public RunSpec<?> spec(String parameters) {
        return RunSpec.parse(id + "?" + parameters, List.of(this));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Wander";
    }

    @Override
    public String summary() {
        return "A number that wanders";
    }

    @Override
    public Parameters defaults() {
        return new Parameters(1, -1);
    }

    @Override
    public Protocol protocol() {
        return new Protocol(10, 5, 0, RealSource.FRESH, 1, 1);
    }

    @Override
    public String opening() {
        return id();
    }

    @Override
    public boolean live() {
        return live;
    }

    @Override
    public int chainsAtOnce(Setting<Parameters> setting) {
        return chainsAtOnce;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric("place", "Place", "where it stands", false),
                new Metric("odd", "Odd", "where it stands, empty at even generations", false));
    }

    @Override
    public String data(Parameters parameters) {
        beforeData.run();
        return "steps";
    }

    @Override
    public Optional<String> standIn(Parameters parameters) {
        return standIn;
    }

    @Override
    public void check(Setting<Parameters> setting) {}

    @Override
    public Optional<String> taken(Parameters parameters) {
        return taken;
    }

    @Override
    public Cost cost(Setting<Parameters> setting) {
        return new Cost(0, 0, false);
    }

    @Override
    public Learner<?, ?, String> open(Setting<Parameters> setting, Progress progress) {
        return new Walker(setting.parameters());
    }

    @Override
    public List<Law> laws(Setting<Parameters> setting) {
        return List.of();
    }

    @Override
    public List<Milestone> milestones(Setting<Parameters> setting) {
        return Milestone.of(
                (now, first) -> first.applyAsDouble("place") - now.applyAsDouble("place"),
                4,
                4.9,
                fall -> "median place lower by " + fall);
    }

    @Override
    public Optional<Conservation> conservation(Setting<Parameters> setting) {
        return Optional.of(new Conservation(
                "place", "odd", Law.mean(Conservation.METRIC, g -> 1, "E[place + odd] = 1", "Test 2026")));
    }

    @Override
    public Optional<Inventory<String>> inventory(Setting<Parameters> setting) {
        return Optional.of(new Inventory<>(
                "no more in the text.", 3, letter -> "letter " + (char) ('a' + letter), (first, now) -> {
                    BitSet held = new BitSet();
                    now.chars().forEach(letter -> held.set(letter - 'a'));
                    return held;
                }));
    }

    @Override
    public List<Plot> picture(Setting<Parameters> setting, Scene<String> scene) {
        return List.of();
    }

    @Override
    public List<String> explain(RunSpec<Parameters> spec, List<Standing> standings) {
        return List.of();
    }

    private final class Walker implements Learner<Place, double[], String> {
        private final Parameters parameters;

        private Onlooker onlooker = Onlooker.NONE;

        Walker(Parameters parameters) {
            this.parameters = parameters;
        }

        @Override
        public Place real(int n, Draws draws, Progress progress) {
            return new Place(Doubles.of(new double[draws.chains()]), n);
        }

        @Override
        public void watched(Onlooker by) {
            onlooker = by;
        }

        @Override
        public double[] fit(Place training, Optional<double[]> previous, Draws draws, Progress progress) {
            beforeFit.accept(draws.generation());
            fitted.add(draws.generation());
            if (onlooker.looks()) {
                onlooker.see(new Preview(draws.generation(), "half way", List.of()));
            }
            afterFit.accept(draws.generation());
            progress.report(0.5);
            if (draws.generation() == parameters.failsAt()) {
                throw new SpecException("The number stumbled: take smaller steps.");
            }
            double[] step = new double[draws.chains()];
            draws.normals(0, step);
            for (int k = 0; k < step.length; k++) {
                step[k] = training.at().get(k) + parameters.step() * step[k];
            }
            return step;
        }

        @Override
        public Place sample(double[] model, int n, Draws draws, Progress progress) {
            return new Place(Doubles.of(model), n);
        }

        @Override
        public double[][] measure(double[] model, double[] first, Draws draws, Progress progress) {
            measured.add(draws.generation());
            double[] odd = model.clone();
            if (draws.generation() % 2 == 0) {
                Arrays.fill(odd, Double.NaN);
            }
            return new double[][] {model, odd};
        }

        @Override
        public String snapshot(double[] model, double[] first, Place training, Draws draws, Progress progress) {
            return "";
        }
    }
}
