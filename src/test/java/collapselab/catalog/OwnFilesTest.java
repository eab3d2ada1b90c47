package collapselab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.SpecException;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import collapselab.plot.Doubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every experiment that takes a file of the user's does with it. */
class OwnFilesTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), text).toString();
    }

    private static RunSpec<?> spec(String experiment, String file, String more) {
        return RunSpec.parse(experiment + "?samples=20&generations=3&data=csv&file=" + file + more, CATALOG);
    }

    private static <P extends Record> List<Generation<?>> run(RunSpec<P> spec) {
        try (Learner<?, ?, ?> learner =
                spec.experiment().open(spec.setting(spec.regimes().get(0)), Progress.NONE)) {
            return run(learner, spec);
        }
    }

    private static <S extends Sample<S>, M, V> List<Generation<?>> run(Learner<S, M, V> learner, RunSpec<?> spec) {
        RecursiveTraining<S, M, V> training =
                new RecursiveTraining<>(learner, spec.protocol(), spec.regimes().get(0), Chains.from(1, 1));
        return IntStream.range(0, spec.protocol().generations())
                .<Generation<?>>mapToObj(g -> training.next(Wanted.ALL, Progress.NONE))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "mixture", "kde"})
    void theColumnsThatWereTakenAreWrittenIntoTheSpec(String experiment) throws IOException {
        String file = file("\"\";u;name;v\n1;0,5;a;1\n2;2,5;b;3\n# end\n3;1,5;c;4\n");
        RunSpec<?> spec = spec(experiment, file, "");

        assertThat(spec.text("columns")).isEqualTo("u,v");
        assertThat(RunSpec.parse(spec.toString(), CATALOG)).isEqualTo(spec);
        assertThat(spec.taken())
                .contains("3 points of columns u, v, decimals with a comma; left out: column 1 (row numbers), column"
                        + " name (no numbers); passed over: 1 comment (line 4)");
        assertThat(spec.data()).doesNotContain("left out");
        assertThat(spec(experiment, file, "&columns=v,1").text("columns")).isEqualTo("v,1");
        assertThat(RunSpec.parse(experiment, CATALOG).taken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "mixture", "kde"})
    void drawnPointsKeepNoColumns(String experiment) throws IOException {
        RunSpec<?> spec =
                RunSpec.parse(experiment + "?samples=20&data=drawn&file=" + file("x,y\n1,2\n3,4\n5,7\n"), CATALOG);

        assertThat(spec.text("columns")).isEmpty();
        assertThat(spec.taken()).contains("3 points of columns x, y");
    }

    @Test
    void theWordsOfATextAreCounted() throws IOException {
        RunSpec<?> spec =
                RunSpec.parse("vocabulary?distribution=text&words=2&file=" + file("to be or not to be"), CATALOG);

        assertThat(spec.taken()).contains("6 words, 4 different ones; left out: the 2 rarest, 2 words");
        assertThat(RunSpec.parse("vocabulary", CATALOG).taken()).isEmpty();
    }

    /** Ratios do not depend on the unit: what cannot be computed in one is refused, never wrong. */
    @ParameterizedTest
    @CsvSource({
        "gaussian, 1e-74, variance_ratio w2 mean_error2 log_variance_ratio",
        "gaussian, 1e74, variance_ratio w2 mean_error2 log_variance_ratio",
        "gaussian, 1e-30, variance_ratio w2 mean_error2 log_variance_ratio",
        "mixture, 1e-74, trace_ratio trace_real mean_error2 weight_min",
        "mixture, 1e74, trace_ratio trace_real mean_error2 weight_min",
        "kde, 1e-3, variance_ratio nll_rise mean_error2",
        "kde, 1e3, variance_ratio nll_rise mean_error2"
    })
    void inAnyUnitTheRatiosAreTheSame(String experiment, double unit, String metrics) throws IOException {
        List<Generation<?>> one = run(scaled(experiment, 1));
        List<Generation<?>> other = run(scaled(experiment, unit));

        for (String metric : metrics.split(" ", -1)) {
            for (int g = 0; g < one.size(); g++) {
                double wanted = value(experiment, one.get(g), metric);
                assertThat(value(experiment, other.get(g), metric))
                        .as(metric + " at " + g)
                        .isCloseTo(wanted, org.assertj.core.api.Assertions.within(1e-9 * (1 + Math.abs(wanted))));
            }
        }
    }

    private RunSpec<?> scaled(String experiment, double unit) throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> (Math.sin(7 * i) + 0.1) * unit + "," + (Math.cos(5 * i) + Math.sin(7 * i)) * unit)
                .collect(Collectors.joining("\n"));
        String more =
                switch (experiment) {
                    case "kde" -> "&bandwidth=" + 0.5 * unit;
                    case "mixture" -> "&floor=0";
                    default -> "";
                };
        return spec(experiment, file("x,y\n" + rows + "\n"), more);
    }

    private static double value(String experiment, Generation<?> generation, String metric) {
        List<Doubles> values = generation.metrics();
        List<String> ids = RunSpec.parse(experiment, CATALOG).experiment().metrics().stream()
                .map(m -> m.id())
                .toList();
        return values.get(ids.indexOf(metric)).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-200, too little to be squared",
        "1e-160, too little to be squared",
        "1e-100, too little to be squared",
        "1e100, too large a number",
        "1e200, too large a number",
        "1e300, too large a number"
    })
    void unitsThatCannotBeComputedInAreRefused(double unit, String what) throws IOException {
        for (String experiment : List.of("gaussian", "mixture", "kde")) {
            String text =
                    "x,y\n" + unit + "," + 2 * unit + "\n" + -3 * unit + "," + unit + "\n" + 0 + "," + unit + "\n";
            assertThatThrownBy(() -> spec(experiment, file(text), ""))
                    .isInstanceOf(SpecException.class)
                    .hasMessageContaining(what)
                    .hasMessageContaining("rescale the column");
        }
    }

    /** Few points, a constant column, all but one the same: every metric is a number, or empty where it is defined so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\n1,5\n2,7\n",
                "x,y\n1,5\n2,5\n3,5\n4,5\n",
                "x,y\n1,5\n1,5\n1,5\n1,5\n1,5\n1,5\n1,5\n2,6\n",
                "x,y\n1,5\n2,5\n3,5.0000001\n"
            })
    void degenerateDataNeitherFailNorOverflow(String text) throws IOException {
        for (String experiment : List.of("gaussian", "mixture", "kde")) {
            for (Generation<?> generation : run(spec(experiment, file(text), ""))) {
                for (Doubles values : generation.metrics()) {
                    assertThat(values.get(0))
                            .as(experiment)
                            .isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                }
                assertThat(value(experiment, generation, "mean_error2")).isNotNegative();
            }
        }
    }
}
