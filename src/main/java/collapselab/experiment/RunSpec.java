package collapselab.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What the window shows of an experiment when nothing else is said: its regimes side by side, an ensemble if cheap. */
    public static <P extends Record> RunSpec<P> forWindow(Experiment<P, ?> experiment) {
        return new RunSpec<>(experiment, experiment.windowProtocol(), experiment.compared(), experiment.defaults());
    }

    /**
     * Reads a spec.
     *
     * @param text such as {@code gaussian?samples=100&seed=7}
     * @param catalog the experiments there are
     * @throws SpecException if it does not parse, names what there is not, or asks for what is impossible
     */
    public static RunSpec<?> parse(String text, List<? extends Experiment<?, ?>> catalog) {
        int mark = text.indexOf('?');
        String id = (mark < 0 ? text : text.substring(0, mark)).strip();
        Experiment<?, ?> experiment = catalog.stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SpecException("There is no experiment \"" + id + "\": use "
                        + catalog.stream().map(Experiment::id).collect(Collectors.joining(" or ")) + "."));
        RunSpec<?> spec = of(experiment);
        for (Map.Entry<String, String> entry :
                pairs(mark < 0 ? "" : text.substring(mark + 1)).entrySet()) {
            spec = spec.with(entry.getKey(), decoded(entry.getValue()));
        }
        return spec.settled();
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
     * This run with one parameter changed, of the protocol, the regimes or the experiment.
     *
     * @throws SpecException if there is no such parameter, or the text is no value of it
     */
    public RunSpec<P> with(String name, String text) {
        if (name.equals(REGIME)) {
            return new RunSpec<>(experiment, protocol, regimes(text), parameters);
        }
        if (PROTOCOL.has(name)) {
            return new RunSpec<>(experiment, PROTOCOL.with(protocol, name, text), regimes, parameters);
        }
        if (schema().has(name)) {
            return new RunSpec<>(experiment, protocol, regimes, schema().with(parameters, name, text));
        }
        throw new SpecException("The experiment " + experiment.id() + " has no parameter \"" + name + "\": it has "
                + String.join(", ", names()) + ".");
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

    /** The whole spec as text: every parameter that means something here, or is not as it is by default. */
    @Override
    public String toString() {
        RunSpec<P> plain = of(experiment);
        return experiment.id() + "?"
                + names().stream()
                        .filter(name -> applies(name) || !text(name).equals(plain.text(name)))
                        .map(this::pair)
                        .collect(Collectors.joining("&"));
    }

    private boolean applies(String name) {
        return schema().fields().stream()
                .filter(field -> field.name().equals(name))
                .allMatch(field -> schema().applies(parameters, field));
    }

    private String pair(String name) {
        return name + "=" + encoded(text(name));
    }

    /** The spec as text, naming only what differs from its default. */
    public String shortText() {
        RunSpec<P> plain = of(experiment);
        String parts = names().stream()
                .filter(name -> !text(name).equals(plain.text(name)))
                .map(this::pair)
                .collect(Collectors.joining("&"));
        return parts.isEmpty() ? experiment.id() : experiment.id() + "?" + parts;
    }
}
