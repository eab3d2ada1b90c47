package collapselab.session;

import collapselab.experiment.Conservation;
import collapselab.experiment.Cost;
import collapselab.experiment.Count;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.Preview;
import collapselab.experiment.Protocol;
import collapselab.experiment.Rounded;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.Standing;
import collapselab.experiment.Verdict;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One regime of a run: its setting, its recording, and what can be read from them. Safe to read from any thread.
 *
 * @param <P> the experiment's parameters
 * @param <V> what its pictures are drawn from
 */
public final class Panel<P extends Record, V> {
    private final Experiment<P, V> experiment;
    private final Setting<P> setting;
    private final Recording<V> recording = new Recording<>();
    private final RecordedMoments moments;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final PanelOnlooker onlooker = new PanelOnlooker();
    private int judged;
    private volatile Optional<Theory<P, V>> theory = Optional.empty();
    private volatile Optional<Cost> cost = Optional.empty();

    /** What is said of the panel beside what it computes. */
    private record Theory<P extends Record, V>(
            List<Law> laws, Optional<Conservation> conservation, Chronicle<P, V> chronicle) {}

    Panel(Experiment<P, V> experiment, Setting<P> setting) {
        this.experiment = experiment;
        this.setting = setting;
        this.moments = new RecordedMoments(recording, experiment.metrics(), this::conservation);
    }

    /** Works out what theory says; until then no law is known. May take seconds. */
    void learn() {
        Theory<P, V> known = new Theory<>(
                experiment.laws(setting),
                experiment.conservation(setting),
                new Chronicle<>(experiment, setting, recording));
        synchronized (this) {
            theory = Optional.of(known);
            verdicts.clear();
        }
    }

    /** What the finished generations take of Java's memory, in bytes, about; 0 before that is known. */
    long bytes() {
        Protocol protocol = setting.protocol();
        int metrics = experiment.metrics().size();
        return cost.map(known -> Footprint.recorded(protocol, metrics, known, recording.size()))
                .orElse(0L);
    }

    /**
     * How much of the work the first g generations are, all chains alike: numbers for g from 0 to all, in whatever unit.
     */
    double[] work() {
        if (cost.isEmpty()) {
            cost = Optional.of(experiment.cost(setting));
        }
        return cost.get().growing()
                ? regime().work(setting.protocol())
                : IntStream.rangeClosed(0, setting.protocol().generations())
                        .asDoubleStream()
                        .toArray();
    }

    /** Whether it is known what theory says. */
    public boolean learned() {
        return theory.isPresent();
    }

    /** What the panel computes. */
    public Setting<P> setting() {
        return setting;
    }

    /** The panel's regime. */
    public DataRegime regime() {
        return setting.regime();
    }

    /** What is computed so far. */
    public Recording<V> recording() {
        return recording;
    }

    /** The curves theory gives here. */
    public List<Law> laws() {
        return theory.map(Theory::laws).orElse(List.of());
    }

    /** What to show of a finished generation, the main picture first. Too slow for the FX thread where samples are many. */
    public List<Plot> picture(int generation) {
        return experiment.picture(setting, scene(generation));
    }

    private Scene<V> scene(int generation) {
        Optional<Integer> measured = measured(generation);
        List<Doubles> outlines = measured.map(recording::outlines).orElse(List.of());
        String name = outlines.isEmpty() || outlines.get(0).size() == 1
                ? ""
                : "one of " + setting.protocol().seeds() + pictured(measured.orElseThrow());
        return new Scene<>(recording.history(generation), outlines, name);
    }

    /** The pictured chain's value of the metric over the panel, behind a colon. */
    private String pictured(int generation) {
        Doubles chains = headline(generation).orElseThrow();
        int chain = recording.pictured();
        return chain < chains.size() ? ": " + Rounded.said(chains.get(chain), 2) : "";
    }

    /** The chains' values of the metric that stands over the panel; empty where a generation was not measured. */
    Optional<Doubles> headline(int generation) {
        return values(experiment.headline().id(), generation);
    }

    /** What is counted over the chains at (or last measured before) a finished generation, in words; empty where nothing is. */
    public Optional<String> count(int generation) {
        return experiment.count().flatMap(count -> measured(generation).map(g -> count(count, g)));
    }

    private String count(Count count, int generation) {
        int chains = headline(generation).orElseThrow().size();
        long holding = IntStream.range(0, chains)
                .filter(c -> count.holds().of(value(generation, c), value(0, c)))
                .count();
        String among = chains == 1 ? (holding == 1 ? "" : "not ") : holding + " of " + chains + " chains ";
        return among + count.what();
    }

    /** One chain's metrics at a measured generation. */
    private ToDoubleFunction<String> value(int generation, int chain) {
        return metric -> values(metric, generation).orElseThrow().get(chain);
    }

    /** Whether its chains are drawn as outlines behind one of them. */
    boolean ensemble() {
        return recording.size() > 0
                && !recording.outlines(0).isEmpty()
                && setting.protocol().seeds() > 1;
    }

    /**
     * The model that is being fitted now, as it was not long ago: who keeps asking keeps seeing it change. Empty while the other
     * panels' are.
     */
    public Optional<Preview> preview() {
        return onlooker.newest();
    }

    PanelOnlooker onlooker() {
        return onlooker;
    }

    /** The chains' values of a metric at a finished generation; empty if it was not measured there. */
    public Optional<Doubles> values(String metric, int generation) {
        return recording.values(index(metric), generation);
    }

    /** The newest measured generation at or before one; empty if there is none. */
    public Optional<Integer> measured(int generation) {
        for (int g = Math.min(generation, recording.size() - 1); g >= 0; g--) {
            if (!recording.get(g).metrics().isEmpty()) {
                return Optional.of(g);
            }
        }
        return Optional.empty();
    }

    /** How the ensemble stands against theory in a metric, at all generations that are measured so far together. */
    public Verdict verdict(String metric) {
        return verdict(metric, this::laws);
    }

    /** The same for what is conserved. */
    public Verdict conservedVerdict() {
        return verdict(
                Conservation.METRIC,
                () -> conservation().map(Conservation::total).map(List::of).orElse(List.of()));
    }

    /** Worked out once for what is recorded: it is asked for at every picture. */
    private synchronized Verdict verdict(String metric, Supplier<List<Law>> known) {
        int now = recording.changes();
        if (now != judged) {
            judged = now;
            verdicts.clear();
        }
        return verdicts.computeIfAbsent(metric, id -> Verdict.of(id, known.get(), looks(), moments));
    }

    private Verdict.Looks looks() {
        return new Verdict.Looks(moments.generations(), setting.protocol().generations());
    }

    /** Medians of all metrics at (or last measured before) a finished generation; empty before anything is measured. */
    public Optional<Standing> standing(int generation) {
        return measured(generation).map(g -> new Standing(regime(), g, medians(g)));
    }

    private Map<String, Double> medians(int generation) {
        Map<String, Double> medians = new HashMap<>();
        for (Metric metric : experiment.metrics()) {
            double median = Quantiles.median(
                    values(metric.id(), generation).orElseThrow().toArray());
            if (!Double.isNaN(median)) {
                medians.put(metric.id(), median);
            }
        }
        return medians;
    }

    /** Mean and median of a metric at (or last measured before) a finished generation. */
    public Optional<Averages> averages(String metric, int generation) {
        return measured(generation).flatMap(g -> values(metric, g)).map(values -> {
            double[] chains = values.toArray();
            return Averages.of(chains, Quantiles.median(chains));
        });
    }

    /** What is conserved here, if anything is. */
    public Optional<Conservation> conservation() {
        return theory.flatMap(Theory::conservation);
    }

    /** Spread and drift at (or last measured before) a finished generation; empty where nothing is conserved. */
    public Optional<Balance> balance(int generation) {
        return conservation().flatMap(law -> measured(generation).map(g -> {
            Doubles spread = values(law.spread(), g).orElseThrow();
            double total = law.total().value().applyAsDouble(g);
            return Balance.of(spread, values(law.drift(), g).orElseThrow(), total);
        }));
    }

    /** The stages of collapse that are reached so far, by the medians over all chains; a stage that is listed stays. */
    public List<Event> events() {
        return theory.map(known -> known.chronicle().events()).orElse(List.of());
    }

    /** What the first chain has lost, and what came back, up to a finished generation, in order. */
    public List<Loss> losses(int generation) {
        return theory.map(known -> known.chronicle().losses(generation)).orElse(List.of());
    }

    /** When something counts as lost, in words; empty where nothing is counted. */
    public Optional<String> whatIsLost() {
        return theory.flatMap(known -> known.chronicle().whatIsLost());
    }

    private int index(String metric) {
        List<Metric> metrics = experiment.metrics();
        for (int i = 0; i < metrics.size(); i++) {
            if (metrics.get(i).id().equals(metric)) {
                return i;
            }
        }
        throw new IllegalArgumentException(metric);
    }
}
