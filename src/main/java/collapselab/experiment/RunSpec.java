package collapselab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as a value: which experiment, how the loop is run, which regimes are compared, with which parameters. Its text,
 * {@code gaussian?samples=100&regime=replace,accumulate&seed=7}, is the preset format, the command line's argument, the
 * share link and the header of every export; what is left out has its default.
 *
 * @param experiment which
 * @param protocol how the loop is run
 * @param regimes one panel each, at least one, none twice
 * @param parameters the experiment's own
 * @param <P> the experiment's parameter record
 */
public record RunSpec<P extends Record>(
        Experiment<P, ?> experiment, Protocol protocol, List<DataRegime> regimes, P parameters) {
    private static final Schema<Protocol> PROTOCOL = Schema.of(Protocol.class);
    private static final String REGIME = "regime";

    public RunSpec {
        regimes = List.copyOf(regimes);
        if (regimes.isEmpty()) {
            throw new SpecException("regime= names no regime: use "
                    + Stream.of(DataRegime.values()).map(DataRegime::text).collect(Collectors.joining(" or ")) + ".");
        }
        if (regimes.stream().distinct().count() < regimes.size()) {
            throw new SpecException("regime= names a regime twice: name each once.");
        }
    }

    /** A run of an experiment when nothing else is said: one chain under replace. */
    public static <P extends Record> RunSpec<P> of(Experiment<P, ?> experiment) {
        return new RunSpec<>(experiment, experiment.protocol(), List.of(DataRegime.REPLACE), experiment.defaults());
    }

    /** What the window opens an experiment with. */
    public static <P extends Record> RunSpec<P> opening(Experiment<P, ?> experiment) {
        return read(experiment, query(experiment.opening()));
    }

    /** What a preset of an experiment sets: the opening with the preset's changes. */
    public static <P extends Record> RunSpec<P> preset(Experiment<P, ?> experiment, Preset preset) {
        return opening(experiment).with(decodedPairs(preset.changes()));
    }

    /**
     * Reads a spec that can be run.
     *
     * @param text such as {@code gaussian?samples=100&seed=7}
     * @param catalog the experiments there are
     * @throws SpecException if it does not parse, names what there is not, or asks for what is impossible
     */
    public static RunSpec<?> parse(String text, List<? extends Experiment<?, ?>> catalog) {
        return read(text, catalog).settled();
    }

    /**
     * Reads a spec, but none of the files it names.
     *
     * @throws SpecException if it does not parse, or names what there is not
     */
    public static RunSpec<?> read(String text, List<? extends Experiment<?, ?>> catalog) {
        int mark = text.indexOf('?');
        String id = (mark < 0 ? text : text.substring(0, mark)).strip();
        Experiment<?, ?> experiment = catalog.stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SpecException("There is no experiment \"" + id + "\": use "
                        + catalog.stream().map(Experiment::id).collect(Collectors.joining(" or ")) + "."));
        return read(experiment, query(text));
    }

    /** What a spec says behind the experiment's name. */
    private static String query(String text) {
        int mark = text.indexOf('?');
        return mark < 0 ? "" : text.substring(mark + 1);
    }

    private static <P extends Record> RunSpec<P> read(Experiment<P, ?> experiment, String text) {
        Map<String, String> pairs = decodedPairs(text);
        RunSpec<P> spec = of(experiment).with(pairs);
        spec.checkMeaning(pairs.keySet());
        return spec;
    }

    private static Map<String, String> decodedPairs(String text) {
        Map<String, String> pairs = pairs(text);
        pairs.replaceAll((name, value) -> decoded(value));
        return pairs;
    }

    /**
     * Refuses what is said in vain.
     *
     * @param given the names of the parameters that were given
     */
    private void checkMeaning(Set<String> given) {
        RunSpec<P> plain = of(experiment);
        for (String name : names()) {
            Optional<Condition> unmet = given.contains(name) ? unmet(name) : Optional.empty();
            if (unmet.isPresent() && !text(name).equals(plain.text(name))) {
                Condition condition = unmet.get();
                throw new SpecException(name + "=" + text(name) + " means nothing with " + condition.name() + "="
                        + text(condition.name()) + ": leave it out, or " + condition.remedy() + ".");
            }
        }
    }

    private static String encoded(String text) {
        return text.replace("%", "%25").replace("&", "%26");
    }

    private static String decoded(String text) {
        return text.replace("%26", "&").replace("%25", "%");
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split("&", -1)) {
            int sign = part.indexOf('=');
            if (sign < 1) {
                throw new SpecException("\"" + part + "\" in the spec is not name=value: write such as samples=100,"
                        + " with & between them.");
            }
            if (pairs.put(
                            part.substring(0, sign).strip(),
                            part.substring(sign + 1).strip())
                    != null) {
                throw new SpecException("The spec gives " + part.substring(0, sign) + " twice: give it once.");
            }
        }
        return pairs;
    }

    /**
     * This run with one parameter changed, of the protocol, the regimes or the experiment. One that means nothing here is
     * changed like others, and comes to mean something when what it depends on is changed.
     *
     * @throws SpecException if there is no such parameter, or the text is no value of it
     */
    public RunSpec<P> with(String name, String text) {
        return with(Map.of(name, text));
    }

    /**
     * This run with several parameters changed, in whatever order.
     *
     * @param changes texts by name
     * @throws SpecException if there is no such parameter, or a text is no value of its parameter
     */
    public RunSpec<P> with(Map<String, String> changes) {
        List<String> known = names();
        for (String name : changes.keySet()) {
            if (!known.contains(name)) {
                throw new SpecException("The experiment " + experiment.id() + " has no parameter \"" + name
                        + "\": it has " + String.join(", ", known) + ".");
            }
        }
        String named = changes.get(REGIME);
        return new RunSpec<>(
                experiment,
                PROTOCOL.with(protocol, changes),
                named == null ? regimes : regimes(named),
                schema().with(parameters, changes));
    }

    private static List<DataRegime> regimes(String text) {
        List<DataRegime> regimes = new ArrayList<>();
        for (String word : text.split(",", -1)) {
            regimes.add(Stream.of(DataRegime.values())
                    .filter(r -> r.text().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> new SpecException("regime=" + word + " is not possible: use "
                            + Stream.of(DataRegime.values())
                                    .map(DataRegime::text)
                                    .collect(Collectors.joining(" or "))
                            + ", or several with commas.")));
        }
        return regimes;
    }

    /**
     * This run, checked, with what follows from files filled in.
     *
     * @throws SpecException if a panel of this run cannot be run
     */
    public RunSpec<P> settled() {
        RunSpec<P> settled = new RunSpec<>(experiment, protocol, regimes, experiment.settled(parameters));
        settled.check();
        return settled;
    }

    /**
     * Refuses what is impossible only in combination.
     *
     * @throws SpecException if a panel of this run cannot be run
     */
    public void check() {
        regimes.forEach(regime -> experiment.check(setting(regime)));
    }

    /** What one panel computes. */
    public Setting<P> setting(DataRegime regime) {
        return new Setting<>(parameters, protocol, regime);
    }

    /** Where the real data come from. */
    public String data() {
        return experiment.data(parameters);
    }

    /**
     * What was taken of a file of the user's and what was passed over; empty where the data come from none.
     *
     * @throws SpecException if the file is refused
     */
    public Optional<String> taken() {
        return experiment.taken(parameters);
    }

    /** How to get the data that the experiment is made for; empty where it has them. */
    public Optional<String> standIn() {
        return experiment.standIn(parameters);
    }

    /** The schema of the protocol, the same for all experiments. */
    public static Schema<Protocol> protocolSchema() {
        return PROTOCOL;
    }

    /** The schema of the experiment's own parameters. */
    @SuppressWarnings("unchecked") // a record's class is of its own type
    public Schema<P> schema() {
        return Schema.of((Class<P>) parameters.getClass());
    }

    /** The names of all parameters, in the order of the text. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of("samples", "growth", "generations", REGIME, "real", "realSource"));
        schema().fields().forEach(field -> names.add(field.name()));
        names.addAll(List.of("seed", "seeds"));
        return names;
    }

    /** A parameter's value as the text writes it. */
    public String text(String name) {
        if (name.equals(REGIME)) {
            return regimes.stream().map(DataRegime::text).collect(Collectors.joining(","));
        }
        return PROTOCOL.has(name) ? PROTOCOL.text(protocol, name) : schema().text(parameters, name);
    }

    /** Whether a parameter means something while the others are as they are. */
    public boolean meaningful(String name) {
        return unmet(name).isEmpty();
    }

    private Optional<Condition> unmet(String name) {
        return field(name).stream()
                .flatMap(field -> field.conditions().stream())
                .filter(condition -> !condition.holds(text(condition.name())))
                .findFirst();
    }

    /** What is declared of the parameters: the protocol's, then the experiment's own; the regimes are not among them. */
    public Stream<Schema.Field> fields() {
        return Stream.concat(PROTOCOL.fields().stream(), schema().fields().stream());
    }

    /** What is declared of a parameter; empty for the regimes. */
    public Optional<Schema.Field> field(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether a parameter's value follows from a file here, so that nobody need set it. */
    public boolean follows(String name) {
        return field(name)
                .map(Schema.Field::follows)
                .filter(from -> !from.isEmpty() && from.stream().allMatch(each -> each.holds(text(each.name()))))
                .isPresent();
    }

    /** The names of the parameters that mean something here, in the order of the text. */
    public List<String> meaningful() {
        return names().stream().filter(this::meaningful).toList();
    }

    /** The whole spec as text: every parameter that means something here. */
    @Override
    public String toString() {
        return experiment.id() + "?" + meaningful().stream().map(this::pair).collect(Collectors.joining("&"));
    }

    /** Whether both are the same run: what means nothing in them may differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunSpec<?> spec
                && experiment.equals(spec.experiment)
                && regimes.equals(spec.regimes)
                && ((protocol.equals(spec.protocol) && parameters.equals(spec.parameters))
                        || toString().equals(spec.toString()));
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    private String pair(String name) {
        return name + "=" + encoded(text(name));
    }

    /** The spec as text, naming only what differs from its default. */
    public String shortText() {
        RunSpec<P> plain = of(experiment);
        String parts = meaningful().stream()
                .filter(name -> !text(name).equals(plain.text(name)))
                .map(this::pair)
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? experiment.id() : experiment.id() + "?" + parts;
    }
}
