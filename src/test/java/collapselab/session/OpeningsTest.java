package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Preset;
import collapselab.experiment.RunSpec;
import collapselab.kernel.Progress;
import collapselab.kernel.stats.Quantiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the window opens with: collapse is plain to see by generation 12, whatever the seed. */
@Tag("slow")
class OpeningsTest {
    private static final int SEEN = 12;

    private static Experiment<?, ?> experiment(String id) {
        return RunSpec.read(id, FinishedRuns.CATALOG).experiment();
    }

    /** Medians over the chains at generation 0 and when it is to be seen, by regime. */
    private static Map<DataRegime, double[]> medians(RunSpec<?> spec, String metric) {
        List<String> ids = new ArrayList<>();
        spec.experiment().metrics().forEach(each -> ids.add(each.id()));
        Map<DataRegime, List<List<Double>>> chains = new HashMap<>();
        Ensemble.of(spec, new TreeSet<>(Set.of(0, SEEN)))
                .run(
                        (regime, block) -> {
                            List<List<Double>> both = chains.computeIfAbsent(
                                    regime, each -> List.of(new ArrayList<>(), new ArrayList<>()));
                            for (Generation<?> generation : block.generations()) {
                                var values = generation.metrics().get(ids.indexOf(metric));
                                for (int c = 0; c < values.size(); c++) {
                                    both.get(generation.index() == 0 ? 0 : 1).add(values.get(c));
                                }
                            }
                        },
                        Progress.NONE);
        Map<DataRegime, double[]> medians = new HashMap<>();
        chains.forEach((regime, both) -> medians.put(
                regime, both.stream().mapToDouble(OpeningsTest::median).toArray()));
        return medians;
    }

    private static double median(List<Double> values) {
        return Quantiles.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The relative change that must be seen under replace, at three seeds; under accumulate it is less than half as much. */
    @ParameterizedTest
    @CsvSource({
        "gaussian, variance_ratio, 0.667",
        "mixture, trace_ratio, 0.667",
        "regression, test_loss, 3",
        "vocabulary, distinct, 0.5",
        "kde, variance_ratio, 2"
    })
    void collapseIsPlainToSeeUnderReplaceAndNotUnderAccumulate(String id, String metric, double least) {
        for (String seed : List.of("1", "101", "201")) {
            RunSpec<?> spec = RunSpec.opening(experiment(id)).with("seed", seed).settled();
            Map<DataRegime, double[]> medians = medians(spec, metric);
            double replace = ratio(medians.get(DataRegime.REPLACE));
            double accumulate = ratio(medians.get(DataRegime.ACCUMULATE));
            if (least < 1) {
                assertThat(replace).as("%s, seed %s", id, seed).isLessThanOrEqualTo(least);
            } else {
                assertThat(replace).as("%s, seed %s", id, seed).isGreaterThanOrEqualTo(least);
            }
            assertThat(Math.abs(accumulate - 1))
                    .as("%s under accumulate, seed %s", id, seed)
                    .isLessThan(Math.abs(replace - 1) / 2);
        }
    }

    private static double ratio(double[] medians) {
        return medians[1] / medians[0];
    }

    @Test
    void openingsAndPresetsCanBeComputed() {
        for (Experiment<?, ?> experiment : FinishedRuns.CATALOG) {
            RunSpec<?> opening = RunSpec.opening(experiment).settled();
            assertThat(opening.experiment()).isEqualTo(experiment);
            assertThat(RunSpec.parse(opening.toString(), FinishedRuns.CATALOG)).isEqualTo(opening);
            Set<RunSpec<?>> all = new HashSet<>(Set.of(opening));
            for (Preset preset : experiment.presets()) {
                RunSpec<?> spec = RunSpec.preset(experiment, preset).settled();
                assertThat(all.add(spec))
                        .as(preset.name() + " is a setting of its own")
                        .isTrue();
                assertThat(preset.help()).isNotBlank().doesNotEndWith(".");
                Footprint.ofRecorded(spec).check();
            }
        }
    }
}
