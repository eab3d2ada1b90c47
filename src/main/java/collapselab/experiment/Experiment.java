package collapselab.experiment;

import collapselab.kernel.Progress;
import collapselab.plot.Plot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A system whose models are trained on their own output: says what its parameters, models, metrics, laws and pictures are.
 *
 * @param <P> its parameters, a record whose components carry {@link Knob}
 * @param <V> what is kept of a generation to draw it
 */
public interface Experiment<P extends Record, V> {
    /** Name in specs: lower case, no blanks. */
    String id();

    /** Name on screen. */
    String title();

    /** One line for the list of experiments. */
    String summary();

    /** The parameters when nothing is said. */
    P defaults();

    /** The protocol when nothing is said. */
    Protocol protocol();

    /**
     * What the window opens with, as a spec: small enough that collapse is seen within seconds, an ensemble where that is cheap.
     * What it leaves out has its default.
     */
    String opening();

    /** Settings beside the opening that are one click away, in the order of their buttons. */
    default List<Preset> presets() {
        return List.of();
    }

    /** What is sensible here on the slider of one of the protocol's parameters; empty where its knob says so. */
    default Optional<Range> range(String parameter) {
        return Optional.empty();
    }

    /** Whether it is cheap enough to be computed anew while a slider is dragged. */
    boolean live();

    /**
     * What computes it, for file headers: {@code cpu}, or where networks are trained such as {@code cpu (ND4J 1.0.0-M2.1, 2
     * shards)}, with all that their numbers depend on.
     */
    default String backend() {
        return "cpu";
    }

    /** How many chains one learner computes side by side, at least 1; further chains go into blocks of their own. */
    int chainsAtOnce(Setting<P> setting);

    /** What is measured of each model. */
    List<Metric> metrics();

    /** The ids of the metrics that are charted first, one or two; the first of them also stands over the panels. */
    default List<String> charted() {
        return metrics().stream().limit(2).map(Metric::id).toList();
    }

    /** The metric that stands over the panels. */
    default Metric headline() {
        return metrics().stream()
                .filter(metric -> metric.id().equals(charted().get(0)))
                .findFirst()
                .orElseThrow();
    }

    /** What is counted over the chains; empty where nothing is. */
    default Optional<Count> count() {
        return Optional.empty();
    }

    /** Where the real data come from, for file headers and captions; such as {@code N(0, I), drawn exactly}. */
    String data(P parameters);

    /**
     * What was taken of a file of the user's and what was passed over, without a full stop; empty where there is no file. Reads
     * it, unlike {@link #data}.
     *
     * @throws SpecException if the file is refused
     */
    default Optional<String> taken(P parameters) {
        return Optional.empty();
    }

    /**
     * How to get the data that the experiment is made for, without a full stop, where it takes others in their place; empty where
     * it has them.
     */
    default Optional<String> standIn(P parameters) {
        return Optional.empty();
    }

    /**
     * Refuses what is impossible only in combination.
     *
     * @throws SpecException if this setting cannot be run
     */
    void check(Setting<P> setting);

    /** What a panel of this setting takes. */
    Cost cost(Setting<P> setting);

    /** How many seconds a panel of this setting takes here, which may have to be measured; empty where only computing tells. */
    default OptionalDouble seconds(Setting<P> setting) {
        return OptionalDouble.empty();
    }

    /**
     * Makes a learner; may load data or train a classifier first.
     *
     * @throws SpecException if the setting is refused
     */
    Learner<?, ?, V> open(Setting<P> setting, Progress progress);

    /** The curves theory gives for a metric in this setting, the most telling first; empty where none is known. */
    List<Law> laws(Setting<P> setting);

    /**
     * What a panel shows of one generation, the main picture first.
     *
     * @param setting the panel's setting
     * @param scene the pictured chain up to that generation, and the others at it
     */
    List<Plot> picture(Setting<P> setting, Scene<V> scene);

    /**
     * A few sentences that explain what is seen, written from the numbers.
     *
     * @param spec the run
     * @param standings what each panel shows now, in the order of the spec's regimes; empty before the first generation
     */
    List<String> explain(RunSpec<P> spec, List<Standing> standings);

    /**
     * The parameters with what follows from files filled in, such as their checksums.
     *
     * @throws SpecException if a file cannot be read, or is not the one the parameters speak of
     */
    default P settled(P parameters) {
        return parameters;
    }

    /** The sources of error, each with its switch; empty where they are not told apart. */
    default List<ErrorSource> errors(Setting<P> setting) {
        return List.of();
    }

    /** The stages of collapse with stated thresholds, each after the one before it; empty where none are defined. */
    default List<Milestone> milestones(Setting<P> setting) {
        return List.of();
    }

    /** The metrics whose means add up to a known total; empty where there are none. */
    default Optional<Conservation> conservation(Setting<P> setting) {
        return Optional.empty();
    }

    /** What the first chain can lose; empty where nothing is counted. */
    default Optional<Inventory<V>> inventory(Setting<P> setting) {
        return Optional.empty();
    }
}
