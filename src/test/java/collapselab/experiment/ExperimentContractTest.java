package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.catalog.Catalog;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every experiment of the catalog keeps to, unasked; under every regime and with every source of real data. */
@Tag("slow")
class ExperimentContractTest {
    /** Drawn digits where no folder is named: these tests are about the loop, not about the data. */
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    /** Small enough to run often. */
    private static final Map<String, String> SMALL = Map.of(
            "gaussian", "gaussian?samples=12&generations=5",
            "mixture", "mixture?samples=40&generations=5",
            "regression", "regression?samples=24&dimension=3&generations=5",
            "vocabulary", "vocabulary?words=40&samples=12&generations=5",
            "kde", "kde?samples=12&generations=5",
            "digits", "digits?samples=150&generations=3&epochs=1&hidden=16&latent=4&batch=64");

    static Stream<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (Experiment<?, ?> experiment : CATALOG) {
            for (DataRegime regime : DataRegime.values()) {
                for (String real : List.of(
                        "real=0",
                        "real=0.25&realSource=kept",
                        "real=0.25&realSource=redrawn",
                        "real=0.25&growth=linear")) {
                    if (regime == DataRegime.REPLACE_MULTIPLE && real.contains("Source")) {
                        continue;
                    }
                    runs.add(Arguments.of(SMALL.get(experiment.id()) + "&regime=" + regime.text() + "&" + real));
                }
            }
        }
        for (DataRegime regime : DataRegime.values()) {
            for (String other : List.of("&data=two-peaks&truncation=2", "&data=two-peaks&statistical=infinite")) {
                runs.add(Arguments.of(SMALL.get("gaussian") + "&regime=" + regime.text() + other));
            }
        }
        return runs.stream();
    }

    /** Of the others chains are computed one by one. */
    static Stream<Arguments> liveRuns() {
        return runs().filter(run -> spec((String) run.get()[0]).experiment().live());
    }

    private static RunSpec<?> spec(String text) {
        return RunSpec.parse(text, CATALOG);
    }

    private static List<Generation<?>> run(RunSpec<?> spec, Progress progress) {
        return open(spec, training -> all(training, spec, progress));
    }

    private static <P extends Record> List<Generation<?>> open(RunSpec<P> spec, BodyOf body) {
        try (Learner<?, ?, ?> learner =
                spec.experiment().open(spec.setting(spec.regimes().get(0)), Progress.NONE)) {
            return training(learner, spec, body);
        }
    }

    private static <S extends Sample<S>, M, V> List<Generation<?>> training(
            Learner<S, M, V> learner, RunSpec<?> spec, BodyOf body) {
        Protocol protocol = spec.protocol();
        return body.run(new RecursiveTraining<>(
                learner, protocol, spec.regimes().get(0), Chains.from(protocol.seed(), protocol.seeds())));
    }

    private interface BodyOf {
        List<Generation<?>> run(RecursiveTraining<?, ?, ?> training);
    }

    private static List<Generation<?>> all(RecursiveTraining<?, ?, ?> training, RunSpec<?> spec, Progress progress) {
        List<Generation<?>> generations = new ArrayList<>();
        while (generations.size() < spec.protocol().generations()) {
            generations.add(training.next(Wanted.ALL, progress));
        }
        return generations;
    }

    /** Of a small batch so small a part may be real that it is no point at all: there would be nothing to keep or redraw. */
    @Test
    void realDataThatAreKeptCannotFeedBatchesThatGrow() {
        for (Experiment<?, ?> experiment : CATALOG) {
            for (String grows : List.of("regime=replace-multiple", "growth=linear", "growth=superlinear")) {
                for (String source : List.of("kept", "redrawn")) {
                    String text = SMALL.get(experiment.id()) + "&real=0.001&realSource=" + source + "&" + grows;
                    assertThatThrownBy(() -> spec(text))
                            .isInstanceOf(SpecException.class)
                            .hasMessageContaining("realSource=" + source + " cannot feed batches that grow");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theSameSpecGivesTheSameRunUnderAnyInterruption(String text) {
        RunSpec<?> spec = spec(text);
        List<Generation<?>> straight = run(spec, Progress.NONE);
        // Refuses every third report: a generation is begun again until it gets through.
        int[] reports = {0};
        List<Generation<?>> stopped = open(spec, training -> {
            List<Generation<?>> generations = new ArrayList<>();
            int[] patience = {0};
            while (generations.size() < spec.protocol().generations()) {
                int refused = patience[0]++ % 4;
                reports[0] = 0;
                try {
                    generations.add(training.next(Wanted.ALL, fraction -> {
                        if (refused < 3 && ++reports[0] > 1 + refused) {
                            throw new CancellationException();
                        }
                    }));
                } catch (CancellationException e) {
                    assertThat(refused).isLessThan(3);
                }
            }
            return generations;
        });
        assertThat(stopped).isEqualTo(straight);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void anotherSeedGivesAnotherRun(String text) {
        assertThat(run(spec(text + "&seed=2"), Progress.NONE)).isNotEqualTo(run(spec(text), Progress.NONE));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyDeclaredMetricIsReportedAndFinite(String text) {
        RunSpec<?> spec = spec(text);
        for (Generation<?> generation : run(spec, Progress.NONE)) {
            assertThat(generation.metrics()).hasSameSizeAs(spec.experiment().metrics());
            generation.metrics().forEach(row -> assertThat(row.toArray())
                    .hasSize(1)
                    .satisfies(values -> assertThat(Double.isFinite(values[0])).isTrue()));
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyGenerationCanBePictured(String text) {
        RunSpec<?> spec = spec(text);
        assertThat(pictured(spec)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aPictureIsTheSameWhetherItsGenerationIsMeasuredOrNot(String text) {
        RunSpec<?> spec = spec(text);
        List<Object> measured = run(spec, Progress.NONE).stream()
                .<Object>map(g -> g.snapshot().orElseThrow())
                .toList();
        assertThat(open(spec, training -> Stream.<Generation<?>>generate(
                                () -> training.next(Wanted.PICTURES, Progress.NONE))
                        .limit(spec.protocol().generations())
                        .toList()))
                .extracting(g -> (Object) g.snapshot().orElseThrow())
                .isEqualTo(measured);
    }

    private static <P extends Record> int pictured(RunSpec<P> spec) {
        return pictured(spec.experiment(), spec);
    }

    private static <P extends Record, V> int pictured(Experiment<P, V> experiment, RunSpec<P> spec) {
        List<V> history = new ArrayList<>();
        int plots = 0;
        Setting<P> setting = spec.setting(spec.regimes().get(0));
        try (Learner<?, ?, V> learner = experiment.open(setting, Progress.NONE)) {
            for (V snapshot : snapshots(learner, spec)) {
                history.add(snapshot);
                var picture = experiment.picture(setting, Scene.of(history));
                assertThat(picture).isNotEmpty().isEqualTo(experiment.picture(setting, Scene.of(history)));
                picture.forEach(plot -> assertThat(plot.description()).isNotBlank());
                plots += picture.size();
            }
        }
        return plots;
    }

    private static <S extends Sample<S>, M, V> List<V> snapshots(Learner<S, M, V> learner, RunSpec<?> spec) {
        var training = new RecursiveTraining<>(
                learner,
                spec.protocol(),
                spec.regimes().get(0),
                Chains.from(spec.protocol().seed(), 1));
        return Stream.generate(() -> training.next(Wanted.PICTURES, Progress.NONE))
                .limit(spec.protocol().generations())
                .map(g -> g.snapshot().orElseThrow())
                .toList();
    }

    @Test
    void aChainIsTheSameAloneAndInAnEnsemble() {
        for (DataRegime regime : DataRegime.values()) {
            String source = regime == DataRegime.REPLACE_MULTIPLE ? "fresh" : "redrawn";
            for (String more : List.of(
                    "",
                    "&dimension=3",
                    "&real=0.25&realSource=" + source,
                    "&data=two-peaks&truncation=2",
                    "&samples=2")) {
                String text = "gaussian?samples=12&generations=40&regime=" + regime.text();
                text = more.startsWith("&samples") ? text.replace("samples=12", "samples=2") : text + more;
                List<Generation<?>> together = run(spec(text + "&seeds=70"), Progress.NONE);
                List<Generation<?>> alone = run(spec(text + "&seed=42"), Progress.NONE);
                for (int g = 0; g < together.size(); g++) {
                    for (int m = 0; m < alone.get(g).metrics().size(); m++) {
                        assertThat(together.get(g).metrics().get(m).get(41))
                                .isEqualTo(alone.get(g).metrics().get(m).get(0));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("liveRuns")
    void aChainOfALiveExperimentIsTheSameAloneAndBesideOthers(String text) {
        List<Generation<?>> together = run(spec(text + "&seeds=9"), Progress.NONE);
        List<Generation<?>> alone = run(spec(text + "&seed=6"), Progress.NONE);
        for (int g = 0; g < together.size(); g++) {
            for (int m = 0; m < alone.get(g).metrics().size(); m++) {
                assertThat(together.get(g).metrics().get(m).get(5))
                        .isEqualTo(alone.get(g).metrics().get(m).get(0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void allRealDataNeverCollapse(DataRegime regime) {
        var spec = spec("gaussian?samples=50&generations=300&real=1&regime=" + regime.text());
        List<Generation<?>> generations = run(spec, Progress.NONE);
        assertThat(generations.get(299).metrics().get(0).get(0)).isBetween(0.3, 2.5);
    }

    @Test
    void metricsAndParametersAreNamedOnceAndExplained() {
        for (Experiment<?, ?> experiment : CATALOG) {
            Set<String> names = new HashSet<>();
            for (Metric metric : experiment.metrics()) {
                assertThat(names.add(metric.id())).isTrue();
                assertThat(metric.help()).isNotBlank();
            }
            RunSpec<?> spec = RunSpec.of(experiment);
            assertThat(spec.names()).doesNotHaveDuplicates();
            for (Schema.Field field : spec.schema().fields()) {
                assertThat(field.knob().help()).isNotBlank();
                if (field.kind() == Schema.Kind.WHOLE || field.kind() == Schema.Kind.REAL) {
                    double value = Double.parseDouble(spec.text(field.name()));
                    assertThat(value).isBetween(field.knob().min(), field.knob().max());
                }
            }
            assertThat(experiment.title()).isNotBlank();
            assertThat(experiment.summary()).isNotBlank();
        }
    }

    @Test
    void onlyNetworksNameMoreThanTheProcessorAsTheirBackend() {
        for (Experiment<?, ?> experiment : CATALOG) {
            if (experiment.id().equals("digits")) {
                assertThat(experiment.backend()).matches("cpu \\(ND4J [^,]+, 2 shards\\)");
            } else {
                assertThat(experiment.backend()).isEqualTo("cpu");
            }
        }
    }

    @Test
    void aRefusalInsideALearnerLeavesTheRunAsItWas() {
        open(spec("gaussian?generations=2"), training -> {
            assertThatThrownBy(() -> training.next(Wanted.ALL, f -> {
                        throw new CancellationException();
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(training.next(Wanted.ALL, Progress.NONE).index()).isZero();
            return List.of();
        });
    }
}
