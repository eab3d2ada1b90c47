package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.catalog.Catalog;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a parameter that means nothing changes: nothing. And that each means something somewhere. */
class ParameterMeaningTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    /** Small enough to be computed some thousand times. */
    private static final Map<String, Map<String, String>> SMALL = Map.of(
            "gaussian", Map.of("samples", "12", "generations", "3"),
            "mixture", Map.of("samples", "20", "generations", "2"),
            "regression", Map.of("samples", "40", "dimension", "3", "generations", "3"),
            "vocabulary", Map.of("samples", "12", "words", "40", "generations", "3"),
            "kde", Map.of("samples", "12", "generations", "2"),
            "digits", Map.of("samples", "60", "generations", "2", "epochs", "1", "hidden", "8", "latent", "2"));

    /** For each number another value than the one by default; those of the first row switch something on or off. */
    private static final Map<String, String> SWITCHES =
            Map.of("real", "0.3", "truncation", "2", "ridge", "0.5", "generatorSamples", "50", "generatorNoise", "0.3");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("samples", "31"),
            Map.entry("generations", "4"),
            Map.entry("seed", "5"),
            Map.entry("seeds", "2"),
            Map.entry("temperature", "0.8"),
            Map.entry("dimension", "2"),
            Map.entry("components", "3"),
            Map.entry("floor", "0.01"),
            Map.entry("tolerance", "0.1"),
            Map.entry("iterations", "1"),
            Map.entry("noise", "0.5"),
            Map.entry("exponent", "1"),
            Map.entry("source", "1"),
            Map.entry("rate", "0.05"),
            Map.entry("steps", "7"),
            Map.entry("words", "6"),
            Map.entry("zipfExponent", "1.3"),
            Map.entry("zipfOffset", "1"),
            Map.entry("rare", "0.1"),
            Map.entry("bandwidth", "0.2"),
            Map.entry("epochs", "2"),
            Map.entry("hidden", "9"),
            Map.entry("latent", "3"),
            Map.entry("batch", "16"),
            Map.entry("learningRate", "0.01"));

    @TempDir
    private static Path folder;

    static Stream<Experiment<?, ?>> experiments() {
        return CATALOG.stream();
    }

    private static Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void whatMeansNothingChangesNoByteAndEachParameterMeansSomethingSomewhere(Experiment<?, ?> experiment) {
        RunSpec<?> base = RunSpec.of(experiment).with(SMALL.get(experiment.id()));
        // Networks take seconds: of theirs only what means nothing is looked at.
        Set<String> telling = new HashSet<>(experiment.live() ? List.of() : base.names());
        for (Map<String, String> choices : settings(base)) {
            try {
                look(base.with(choices), telling);
            } catch (SpecException e) {
                assertThat(e).hasMessageEndingWith("."); // no such setting
            }
        }
        Set<String> silent = new HashSet<>(base.names());
        silent.removeAll(telling);
        // A checksum only refuses, regimes are among the choices, and seeds are how many rows there are.
        silent.removeAll(Set.of("checksum", "regime", "seeds"));
        assertThat(silent).isEmpty();
    }

    /** Changes one parameter after the other; those that change the run's numbers are told. */
    private static void look(RunSpec<?> spec, Set<String> telling) {
        List<Object> numbers = null;
        for (Schema.Field field : fields(spec)) {
            boolean means = spec.meaningful(field.name());
            if (means && telling.contains(field.name())) {
                continue;
            }
            numbers = numbers == null ? numbers(spec.settled()) : numbers;
            List<String> others = others(field).stream()
                    .filter(value -> !value.equals(spec.text(field.name())))
                    .toList();
            for (String other : means ? others : others.subList(0, Math.min(2, others.size()))) {
                Optional<List<Object>> changed = attempt(spec, field.name(), other);
                if (!means) {
                    assertThat(changed)
                            .as("%s with %s=%s", spec, field.name(), other)
                            .contains(numbers);
                } else if (changed.isPresent() && !changed.get().equals(numbers)) {
                    telling.add(field.name());
                }
            }
        }
    }

    /** The numbers with a parameter changed; empty where it means something and is refused. */
    private static Optional<List<Object>> attempt(RunSpec<?> spec, String name, String value) {
        try {
            return Optional.of(numbers(spec.with(name, value).settled()));
        } catch (SpecException e) {
            return Optional.empty();
        }
    }

    private static List<Schema.Field> fields(RunSpec<?> spec) {
        return spec.fields().toList();
    }

    private static List<String> others(Schema.Field field) {
        return switch (field.kind()) {
            case CHOICE -> field.choices().stream().map(Choice::text).toList();
            case TEXT -> texts(field.name());
            case WHOLE, REAL ->
                List.of(SWITCHES.containsKey(field.name()) ? SWITCHES.get(field.name()) : NUMBERS.get(field.name()));
        };
    }

    private static List<String> texts(String name) {
        return switch (name) {
            case "columns" -> List.of("b", "a,c");
            case "checksum" -> List.of("0123456789ab");
            default ->
                List.of(
                        file("other.csv", "a,b,c\n3,1,0\n1,2,5\n7,7,2\n2,9,1\n").toString(),
                        file("other.txt", "one two two three three three").toString());
        };
    }

    /** Settings that one or two choices lead to. */
    private static List<Map<String, String>> settings(RunSpec<?> base) {
        List<Map<String, String>> choices = new ArrayList<>();
        choices.add(Map.of());
        Stream.of(DataRegime.values()).forEach(regime -> choices.add(Map.of("regime", regime.text())));
        for (Schema.Field field : fields(base)) {
            if (SWITCHES.containsKey(field.name())) {
                choices.add(Map.of(field.name(), SWITCHES.get(field.name())));
            }
            for (Choice choice : field.choices()) {
                Map<String, String> chosen = new HashMap<>(Map.of(field.name(), choice.text()));
                if (choice.text().equals("csv")) {
                    chosen.put("columns", "a,b");
                    chosen.put(
                            "file",
                            file("points.csv", "a,b,c\n1,2,3\n3,5,1\n4,1,7\n9,3,2\n2,2,2\n")
                                    .toString());
                } else if (choice.text().equals("drawn")) {
                    chosen.put(
                            "file",
                            file("drawn.csv", "x,y\n1,2\n3,5\n4,1\n9,3\n2,2\n").toString());
                } else if (choice.text().equals("text")) {
                    chosen.put(
                            "file",
                            file("words.txt", "a rose is a rose is a rose is red")
                                    .toString());
                }
                choices.add(chosen);
            }
        }
        if (!base.experiment().live()) {
            return List.of(Map.of());
        }
        List<Map<String, String>> settings = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            for (int j = i; j < choices.size(); j++) {
                Map<String, String> both = new HashMap<>(choices.get(i));
                both.putAll(choices.get(j));
                settings.add(both);
            }
        }
        return settings;
    }

    private static <P extends Record> List<Object> numbers(RunSpec<P> spec) {
        DataRegime regime = spec.regimes().get(0);
        try (Learner<?, ?, ?> learner = spec.experiment().open(spec.setting(regime), Progress.NONE)) {
            return numbers(learner, spec.protocol(), regime);
        }
    }

    private static <S extends Sample<S>, M, V> List<Object> numbers(
            Learner<S, M, V> learner, Protocol protocol, DataRegime regime) {
        var training =
                new RecursiveTraining<>(learner, protocol, regime, Chains.from(protocol.seed(), protocol.seeds()));
        return Stream.generate(() -> training.next(Wanted.METRICS, Progress.NONE))
                .limit(protocol.generations())
                .<Object>map(Generation::metrics)
                .toList();
    }

    private static RunSpec<?> parse(String text) {
        return RunSpec.parse(text, CATALOG);
    }

    @Test
    void whatIsGivenInVainIsRefusedWhereverItStands() {
        String said = "exponent=1 means nothing with spectrum=isotropic: leave it out, or use spectrum=power.";
        assertThatThrownBy(() -> parse("regression?exponent=1")).hasMessage(said);
        assertThatThrownBy(() -> parse("regression?spectrum=isotropic&exponent=1"))
                .hasMessage(said);
        assertThatThrownBy(() -> parse("regression?exponent=1&spectrum=isotropic"))
                .hasMessage(said);
        assertThat(parse("regression?exponent=1&spectrum=power").text("exponent"))
                .isEqualTo("1");
        assertThatThrownBy(() -> parse("regression?rate=0.2"))
                .hasMessage("rate=0.2 means nothing with solver=exact: leave it out, or use solver=gradient-descent.");
        assertThatThrownBy(() -> parse("kde?file=a.csv"))
                .hasMessage("file=a.csv means nothing with data=moons: leave it out, or use data=csv or data=drawn.");
        assertThatThrownBy(() -> parse("digits?realSource=kept"))
                .hasMessage("realSource=kept means nothing with real=0: leave it out, or give real another value.");
        assertThatThrownBy(() -> parse("gaussian?estimator=mle&statistical=infinite"))
                .hasMessage("estimator=mle means nothing with statistical=infinite: leave it out, or use"
                        + " statistical=finite.");
    }

    @Test
    void whatIsGivenInVainButAsByDefaultIsTaken() {
        assertThat(parse("regression?exponent=2&rate=0.10&realSource=fresh").toString())
                .isEqualTo(parse("regression").toString())
                .doesNotContain("exponent", "rate", "realSource");
    }

    @Test
    void whatMeansNothingIsKeptInTheWindowAndNeitherWrittenNorCompared() {
        RunSpec<?> power = parse("regression?spectrum=power&exponent=1&seed=3");
        RunSpec<?> isotropic = power.with("spectrum", "isotropic");
        assertThat(isotropic).isEqualTo(parse("regression?seed=3")).hasSameHashCodeAs(parse("regression?seed=3"));
        assertThat(isotropic).isNotEqualTo(power);
        assertThat(isotropic.shortText()).isEqualTo("regression?seed=3");
        assertThat(parse(isotropic.toString())).isEqualTo(isotropic);
        assertThat(isotropic.with("spectrum", "power")).isEqualTo(power);
        assertThat(isotropic.settled().with("spectrum", "power").text("exponent"))
                .isEqualTo("1");
    }

    @Test
    void aConditionIsOnValuesOrOnAllOthers() {
        assertThat(Condition.of("data=csv,drawn")).isEqualTo(new Condition("data", List.of("csv", "drawn"), true));
        assertThat(Condition.of("real!=0").holds("0.1")).isTrue();
        assertThat(Condition.of("real!=0").holds("0")).isFalse();
    }

    @Test
    void everyConditionIsOnAParameterThatThereIsAndOnValuesItCanHave() {
        for (Experiment<?, ?> experiment : CATALOG) {
            RunSpec<?> spec = RunSpec.of(experiment);
            for (Schema.Field field : fields(spec)) {
                for (Condition condition : field.conditions()) {
                    condition.values().forEach(value -> assertThat(
                                    spec.with(condition.name(), value).text(condition.name()))
                            .isEqualTo(value));
                }
            }
        }
    }
}
