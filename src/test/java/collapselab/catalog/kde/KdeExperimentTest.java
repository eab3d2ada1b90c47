package collapselab.catalog.kde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.ErrorSource;
import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Milestone;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.experiment.SpecException;
import collapselab.experiment.Standing;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Scatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KdeExperimentTest {
    private static final KdeExperiment KDE = new KdeExperiment(new OwnData());

    @TempDir
    private Path folder;

    private static RunSpec<KdeParameters> spec(String text) {
        RunSpec<KdeParameters> spec = RunSpec.of(KDE);
        for (String pair : text.split("&", -1)) {
            spec = spec.with(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return spec.settled();
    }

    /** Generations with metrics and a snapshot each, of which some are only passed through. */
    private static List<Generation<KdeSnapshot>> run(RunSpec<KdeParameters> spec, int every) {
        Setting<KdeParameters> setting = spec.setting(spec.regimes().get(0));
        RealData real = RealData.of(setting.parameters(), new OwnData());
        var training = new RecursiveTraining<>(
                new KdeLearner(setting.parameters(), spec.protocol().samples(), real),
                spec.protocol(),
                setting.regime(),
                Chains.from(spec.protocol().seed(), spec.protocol().seeds()));
        List<Generation<KdeSnapshot>> generations = new ArrayList<>();
        for (int g = 0; g < spec.protocol().generations(); g++) {
            var generation = training.next(g % every == 0 ? Wanted.ALL : Wanted.NOTHING, Progress.NONE);
            if (g % every == 0) {
                generations.add(generation);
            }
        }
        return generations;
    }

    private static double mean(Generation<KdeSnapshot> generation, int metric) {
        return Arrays.stream(generation.metrics().get(metric).toArray())
                .average()
                .orElseThrow();
    }

    private String file(String text) throws IOException {
        Path file = folder.resolve("points.csv");
        Files.writeString(file, text);
        return file.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regime=replace",
                "regime=accumulate",
                "regime=subsample&real=0.2",
                "regime=accumulate&growth=superlinear",
                "regime=accumulate&shrink=fifth",
                "regime=accumulate&statistical=infinite&real=0.2",
                "regime=replace-multiple&data=normal"
            })
    void theLastBitsDependNeitherOnWhatIsMeasuredNorOnTheBlock(String text) {
        List<Generation<KdeSnapshot>> all = run(spec(text + "&samples=30&generations=13&seeds=5"), 1);
        List<Generation<KdeSnapshot>> some = run(spec(text + "&samples=30&generations=13&seeds=5"), 4);
        List<Generation<KdeSnapshot>> alone = run(spec(text + "&samples=30&generations=13&seed=4"), 3);
        for (int g = 0; g <= 12; g += 4) {
            assertThat(some.get(g / 4)).isEqualTo(all.get(g));
        }
        for (int g = 0; g <= 12; g += 3) {
            for (int m = 0; m < 5; m++) {
                assertThat(alone.get(g / 3).metrics().get(m).get(0))
                        .isEqualTo(all.get(g).metrics().get(m).get(3));
            }
        }
    }

    /**
     * 64 chains, pair by pair on the same real data. Subsample loses more than accumulate, but at n = 100 by so little (0.03 nats
     * or less) that only 4 standard errors against it would count.
     */
    @ParameterizedTest
    @CsvSource({"circles,10", "circles,32", "circles,100", "moons,10", "moons,32", "moons,100"})
    void replaceLosesMostAndAccumulateLeast(String data, int n) {
        Map<DataRegime, double[]> nll = new EnumMap<>(DataRegime.class);
        List<Doubles> first = new ArrayList<>();
        for (DataRegime regime : List.of(DataRegime.REPLACE, DataRegime.SUBSAMPLE, DataRegime.ACCUMULATE)) {
            var generations =
                    run(spec("data=" + data + "&samples=" + n + "&regime=" + regime.text() + "&seeds=64"), 99);
            nll.put(regime, generations.get(1).metrics().get(0).toArray());
            first.add(generations.get(0).metrics().get(0));
        }
        double[] sub = nll.get(DataRegime.SUBSAMPLE);
        assertThat(aboveInErrors(nll.get(DataRegime.REPLACE), sub)).isGreaterThan(4);
        assertThat(aboveInErrors(sub, nll.get(DataRegime.ACCUMULATE))).isGreaterThan(n < 100 ? 2 : -4);
        assertThat(first).as("the first generation knows no regime").containsOnly(first.get(0));
    }

    /** How far the mean difference of pairs is above 0, in standard errors. */
    private static double aboveInErrors(double[] a, double[] b) {
        double[] gaps =
                IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
        return new Mean().evaluate(gaps) / new StandardDeviation().evaluate(gaps) * Math.sqrt(gaps.length);
    }

    @Test
    void aShrinkingBandwidthKeepsThePoolBounded() {
        var last = run(spec("data=normal&samples=10&generations=1000&regime=accumulate&shrink=fifth&seeds=40"), 999)
                .get(1);
        // The spread of the pool's variance over chains is that of one real fit: 1 / sqrt(5 x 40) = 0.07 for the mean.
        assertThat(mean(last, 3)).isBetween(0.7, 1 + 3.1056 * 0.25 * Math.pow(10, -0.4) + 0.3);
        assertThat(last.snapshot().orElseThrow().bandwidth()).isCloseTo(0.5 * Math.pow(10_000, -0.2), within(1e-12));
    }

    @Test
    void pointsOfAFileAreDrawnFromWithReplacement() throws IOException {
        String file = file("a,b\n0,0\n1,0\n0,5\n");
        RunSpec<KdeParameters> spec = spec("data=csv&bandwidth=0.01&samples=200&generations=3&seeds=3&file=" + file);

        assertThat(spec.parameters().checksum()).hasSize(16);
        var first = run(spec, 1).get(0);
        double[] points = first.snapshot().orElseThrow().training().toArray();
        assertThat(IntStream.range(0, 200).mapToObj(p -> points[2 * p] + " " + points[2 * p + 1]))
                .containsOnly("0.0 0.0", "1.0 0.0", "0.0 5.0");
        // A kernel of width 0.01 on a third of the points, at the points themselves.
        assertThat(mean(first, 0)).isCloseTo(Math.log(3 * 2 * Math.PI * 1e-4), within(0.05));
        assertThat(run(spec.with("columns", "b").settled(), 1).get(0).metrics()).hasSize(5);
        assertThat(KDE.picture(
                        spec.setting(DataRegime.REPLACE),
                        Scene.of(List.of(first.snapshot().orElseThrow()))))
                .hasSize(1);
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        RunSpec<KdeParameters> spec = spec("data=drawn&file=" + file("1,2\n3,4\n"));
        file("1,2\n3,5\n6,7\n");
        assertThatThrownBy(spec::check).isInstanceOf(SpecException.class).hasMessageContaining("has changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bandwidth=0;bandwidth=0.0 is out of range",
                "bandwidth=-1;out of range",
                "bandwidth=1e9;out of range",
                "statistical=infinite&shrink=fifth;no bandwidth at n = infinity",
                "statistical=infinite&data=swiss-roll;no exact form",
                "samples=1000000&generations=2000&regime=accumulate;use fewer samples or generations",
                "data=csv;No file is named",
                "samples=1;at least 2 samples"
            })
    void whatIsImpossibleIsRefusedInOneSentence(String text, String part) {
        assertThatThrownBy(() -> spec(text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(part)
                .hasMessageMatching("[^\\n]*\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1,2\\n;one point",
                "1,2\\n1,2\\n;the same",
                "1,2,3,4\\n5,6,7,9\\n;at most 3",
                "1e9\\n-1e9\\n;more than a million times smaller"
            })
    void filesThatCannotBeUsedAreRefused(String text, String part) throws IOException {
        String file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> spec("data=drawn&file=" + file))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @EnumSource(
            value = KdeData.class,
            names = {"CSV", "DRAWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyShapeIsPicturedWithItsLaw(KdeData data) {
        for (String limit : data == KdeData.SWISS_ROLL ? List.of("finite") : List.of("finite", "infinite")) {
            var spec = spec("data=" + data.text() + "&samples=20&generations=30&statistical=" + limit);
            List<KdeSnapshot> history = run(spec, 1).stream()
                    .map(generation -> generation.snapshot().orElseThrow())
                    .toList();
            Plot plot = KDE.picture(spec.setting(DataRegime.REPLACE), Scene.of(history))
                    .get(0);
            if (plot instanceof Curves curves) {
                assertThat(data).isEqualTo(KdeData.NORMAL);
                assertThat(curves.curves()).hasSizeGreaterThan(4);
            } else {
                Scatter scatter = (Scatter) plot;
                double[] tints = scatter.field().orElseThrow().values().toArray();
                assertThat(Arrays.stream(tints).max().orElseThrow()).isEqualTo(1);
                assertThat(Arrays.stream(tints).min().orElseThrow()).isNotNegative();
                assertThat(scatter.title()).isEqualTo(data == KdeData.SWISS_ROLL ? "x and z of 3 axes" : "");
            }
            assertThat(plot.description()).contains("generation 29").contains("negative log-likelihood");
        }
    }

    @Test
    void errorsAreSwitchedWhereTheyCanBe() {
        RunSpec<KdeParameters> moons = spec("data=moons");
        Map<ErrorSource.Kind, ErrorSource> errors = errors(moons);
        assertThat(errors.get(ErrorSource.Kind.STATISTICAL).on()).isTrue();
        assertThat(errors.get(ErrorSource.Kind.EXPRESSIVITY).on()).isTrue();
        assertThat(errors.get(ErrorSource.Kind.APPROXIMATION).on()).isTrue();
        for (ErrorSource error : errors.values()) {
            RunSpec<KdeParameters> flipped = moons;
            for (Map.Entry<String, String> change : error.flip().entrySet()) {
                flipped = flipped.with(change.getKey(), change.getValue());
            }
            flipped.check();
            assertThat(errors(flipped).get(error.kind()).on())
                    .isEqualTo(error.flip().isEmpty());
        }
        assertThat(errors(spec("data=normal"))
                        .get(ErrorSource.Kind.EXPRESSIVITY)
                        .on())
                .as("N(0, 1) is a mixture of kernels of width 0.5")
                .isFalse();
    }

    private static Map<ErrorSource.Kind, ErrorSource> errors(RunSpec<KdeParameters> spec) {
        return KDE.errors(spec.setting(DataRegime.REPLACE)).stream()
                .collect(Collectors.toMap(ErrorSource::kind, error -> error));
    }

    @Test
    void collapseIsEarlyFirstAndThenLate() {
        List<Milestone> milestones = KDE.milestones(spec("data=moons").setting(DataRegime.REPLACE));
        assertThat(milestones).extracting(Milestone::kind).containsExactly(Milestone.Kind.EARLY, Milestone.Kind.LATE);
        assertThat(milestones).extracting(Milestone::limit).containsExactly(1.0, 3.0);
        assertThat(milestones.get(0).course().of(Map.of("nll_rise", 0.6)::get, Map.of("nll_rise", 0.0)::get))
                .isEqualTo(0.6);
        assertThat(milestones.get(1).threshold()).contains("3 nats a point", "generation 0");
    }

    @Test
    void theExplanationSpeaksFromTheNumbers() {
        Standing standing = new Standing(DataRegime.REPLACE, 49, Map.of("nll_rise", 2.0, "variance_ratio", 9.5));
        List<String> sentences = KDE.explain(spec("data=moons&regime=replace,accumulate&seeds=16"), List.of(standing));
        assertThat(String.join(" ", sentences))
                .contains("9.5 times the real variance", "7.4 times less likely", "ln t");
        assertThat(KDE.explain(spec("shrink=fifth&real=0.1"), List.of())).hasSize(2);
        Standing likelier = new Standing(DataRegime.REPLACE, 1, Map.of("nll_rise", -800.0, "variance_ratio", 1.0));
        assertThat(KDE.explain(spec("shrink=fifth"), List.of(likelier)))
                .last()
                .asString()
                .contains("a real point is e^800 times more likely");
    }

    @Test
    void itIsLiveAndOwnsWhatTheWindowNeeds() {
        Experiment<KdeParameters, KdeSnapshot> kde = KDE;
        assertThat(kde.live()).isTrue();
        assertThat(kde.chainsAtOnce(spec("samples=100").setting(DataRegime.ACCUMULATE)))
                .isBetween(2, 64);
        assertThat(kde.data(kde.defaults())).contains("half circles");
    }
}
