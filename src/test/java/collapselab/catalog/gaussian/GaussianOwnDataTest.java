package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.experiment.Judging;
import collapselab.experiment.Law;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Verdict;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real data from files: far from zero, in units of their own, correlated and not normal. */
class GaussianOwnDataTest {
    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    private final GaussianExperiment experiment = new GaussianExperiment(new OwnData());
    private Path skewed;

    @BeforeEach
    void write() {
        skewed = file("points.csv", "height,mass,flat", i -> {
            double x = Math.exp(3.0 * i / ROWS);
            return (1_000 + x) + "," + (-50 - 0.01 * x + 0.05 * (i * 7 % 20)) + ",3";
        });
    }

    private Path file(String name, String header, IntFunction<String> row) {
        try {
            String rows = IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n"));
            return Files.writeString(folder.resolve(name), header + "\n" + rows + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunSpec<?> spec(String text) {
        return RunSpec.parse("gaussian?data=csv&file=" + skewed + "&" + text, List.of(experiment));
    }

    @SuppressWarnings("unchecked") // the only experiment of the catalog above
    private Setting<GaussianParameters> setting(String text) {
        RunSpec<GaussianParameters> spec = (RunSpec<GaussianParameters>) spec(text);
        return spec.setting(spec.regimes().get(0));
    }

    private List<Generation<GaussianSnapshot>> run(Setting<GaussianParameters> setting) {
        var training = new RecursiveTraining<>(
                new GaussianLearner(setting, experiment.reality(setting.parameters())),
                setting.protocol(),
                setting.regime(),
                Chains.from(1, setting.protocol().seeds()));
        return Stream.generate(() -> training.next(Wanted.ALL, Progress.NONE))
                .limit(setting.protocol().generations())
                .toList();
    }

    private static Doubles row(Generation<?> generation, String metric) {
        int index = IntStream.range(0, GaussianExperiment.METRICS.size())
                .filter(m -> GaussianExperiment.METRICS.get(m).id().equals(metric))
                .findFirst()
                .orElseThrow();
        return generation.metrics().get(index);
    }

    @Test
    void aFileSettlesDimensionAndChecksum() {
        assertThat(spec("columns=height,mass").text("dimension")).isEqualTo("2");
        assertThat(spec("columns=height,mass&dimension=2").toString()).contains("dimension=2");
        assertThatThrownBy(() -> spec("columns=height,mass&dimension=7"))
                .hasMessageMatching("dimension=7 is not that of .*, which is 2: leave it out\\.");
        assertThat(spec("columns=1").text("dimension")).isEqualTo("1");
        assertThat(spec("columns=1").text("checksum")).hasSize(16);
        assertThatThrownBy(() -> spec("checksum=000000000000")).isInstanceOf(SpecException.class);
        assertThatThrownBy(() -> RunSpec.parse("gaussian?data=csv", List.of(experiment)))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("file=");
        var unsettled = new Setting<>(
                new GaussianParameters(
                        5, Estimator.MLE, 1, 0, SampleLimit.FINITE, RealData.CSV, skewed.toString(), "1,2", ""),
                experiment.protocol(),
                DataRegime.REPLACE);
        assertThatThrownBy(() -> experiment.check(unsettled)).hasMessageContaining("dimension=5");
    }

    /** Whatever units and offsets the file has, its own moments are 1 and 0. */
    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void allIsMeasuredAgainstTheFilesMoments(DataRegime regime) {
        var setting = setting("columns=height,mass&statistical=infinite&generations=5&regime=" + regime.text());
        for (Generation<?> generation : run(setting)) {
            assertThat(row(generation, "variance_ratio").get(0)).isCloseTo(1, within(1e-12));
            assertThat(row(generation, "log_variance_ratio").get(0)).isCloseTo(0, within(1e-12));
            assertThat(row(generation, "mean_error2").get(0)).isZero();
            assertThat(row(generation, "w2").get(0)).isCloseTo(0, within(1e-7));
        }
    }

    /** 4 standard errors (6e-5), some 60 comparisons. */
    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void theLawsOfSecondMomentsHold(DataRegime regime) {
        for (String columns : List.of("columns=height&estimator=mle", "columns=height,mass")) {
            var setting = setting(columns + "&samples=30&generations=8&seeds=1500&regime=" + regime.text());
            List<Law> laws = experiment.laws(setting);
            assertThat(laws).extracting(Law::metric).contains("variance_ratio", "mean_error2", "log_variance_ratio");
            for (Generation<?> generation : run(setting)) {
                for (Law law : laws) {
                    assertThat(Judging.at(law.metric(), laws, generation.index(), id -> row(generation, id))
                                    .status())
                            .as(law.metric() + " at " + generation.index())
                            .isIn(Verdict.Status.AGREES, Verdict.Status.OPEN);
                }
            }
        }
    }

    /** On one axis w2 is the distance of two quantile functions: of the fitted normal one and of the points. */
    @Test
    void onOneAxisTheDistanceIsToThePointsThemselves() {
        var setting = setting("columns=height&samples=25&generations=3");
        Generation<GaussianSnapshot> last = run(setting).get(2);
        Reality reality = experiment.reality(setting.parameters());
        double[] points = IntStream.range(0, ROWS)
                .mapToDouble(i -> (1_000 + Math.exp(3.0 * i / ROWS) - reality.centre(0)) / reality.length())
                .sorted()
                .toArray();
        assertThat(Arrays.stream(points).average().orElseThrow()).isCloseTo(0, within(1e-9));
        NormalDistribution normal = new NormalDistribution();
        double mean = last.snapshot().orElseThrow().mean().get(0);
        double deviation = last.snapshot().orElseThrow().factor().get(0);
        int fine = 500;
        double sum = 0;
        for (int i = 0; i < ROWS * fine; i++) {
            double quantile = mean + deviation * normal.inverseCumulativeProbability((i + 0.5) / (ROWS * fine));
            sum += (quantile - points[i / fine]) * (quantile - points[i / fine]) / (ROWS * fine);
        }
        assertThat(row(last, "w2").get(0)).isCloseTo(sum, within(1e-3 * sum));
    }

    @Test
    void dataWithoutTailsHaveNoTailMassAndDataInAPlaneNoLogVariance() {
        skewed = file("flat.csv", "x", i -> "" + i);
        assertThat(row(run(setting("generations=2")).get(1), "tail_mass").get(0))
                .isNaN();
        write();
        Generation<?> flat = run(setting("columns=1,3&generations=3")).get(2);
        assertThat(row(flat, "log_variance_ratio").get(0)).isNaN();
        assertThat(row(flat, "variance_ratio").get(0)).isPositive();
        assertThat(row(flat, "w2").get(0)).isNotNegative();
    }

    @Test
    void twoPointsDrawnAlikeLeaveNothingAndNoNaN() {
        skewed = file("two.csv", "x", i -> i < ROWS / 2 ? "1" : "2");
        Generation<?> last = run(setting("samples=2&seeds=40&generations=6")).get(5);
        for (String metric : List.of("variance_ratio", "mean_error2", "w2")) {
            assertThat(Arrays.stream(row(last, metric).toArray())).allMatch(Double::isFinite);
        }
        assertThat(row(last, "variance_ratio").toArray()).contains(0);
    }

    @Test
    void picturesAreInTheFilesUnits() {
        var line = setting("columns=height&generations=2");
        Curves curves =
                (Curves) experiment.picture(line, Scene.of(snapshots(line))).get(0);
        assertThat(curves.x().label()).isEqualTo("height");
        assertThat(curves.x().min()).isLessThan(1_000);
        assertThat(curves.x().max()).isBetween(1_015.0, 1_050.0);
        assertThat(Arrays.stream(curves.rug().toArray())).allMatch(x -> x > 980 && x < 1_040);
        var plane = setting("columns=height,mass&generations=2");
        Scatter scatter =
                (Scatter) experiment.picture(plane, Scene.of(snapshots(plane))).get(0);
        assertThat(scatter.y().label()).isEqualTo("mass");
        assertThat(scatter.equalScales()).isFalse();
        assertThat(scatter.clouds().get(0).role()).isEqualTo(Role.REAL);
        assertThat(Arrays.stream(scatter.clouds().get(0).y().toArray())).allMatch(y -> y < -49 && y > -52);
        assertThat(scatter.description()).contains("(real: 1,0");
    }

    private List<GaussianSnapshot> snapshots(Setting<GaussianParameters> setting) {
        return run(setting).stream().map(g -> g.snapshot().orElseThrow()).toList();
    }

    @Test
    void tooManyColumnsAreRefused() {
        String header = IntStream.range(0, 101).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        skewed = file("wide.csv", header, i -> IntStream.range(0, 101)
                .mapToObj(c -> "" + i * c % 7)
                .collect(Collectors.joining(",")));
        assertThatThrownBy(() -> spec("samples=10"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("101 columns");
    }
}
