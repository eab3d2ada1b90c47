package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.plot.Doubles;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.api.Test;

/**
 * What {@code run 'gaussian?samples=100&generations=1&seed=1' --seeds 1000000} gives far out: the first fitted mean, in its own
 * standard errors, is a standard normal number. False alarms when the seed is chosen: 6e-5 for each of three intervals.
 */
class GaussianTailsTest {
    private static final int CHAINS = 1_000_000;
    private static final int BLOCK = 50_000;
    private static final double[] EDGES = {3.66, 3.82, 3.87, Double.POSITIVE_INFINITY};

    @Test
    @SuppressWarnings("unchecked") // the spec names this experiment
    void fittedMeansFallFarOutAsOftenAsTheyShould() {
        var experiment = new GaussianExperiment(new OwnData());
        var spec = (RunSpec<GaussianParameters>)
                RunSpec.parse("gaussian?samples=100&generations=1&seed=1", List.of(experiment));
        Setting<GaussianParameters> setting = spec.setting(spec.regimes().get(0));
        int metric = experiment.metrics().stream().map(m -> m.id()).toList().indexOf("mean_error2");
        long[] counts = new long[EDGES.length - 1];
        for (int first = 0; first < CHAINS; first += BLOCK) {
            var learner = new GaussianLearner(setting, experiment.reality(setting.parameters()));
            try (var training = new RecursiveTraining<>(
                    learner, setting.protocol(), setting.regime(), Chains.from(1 + first, BLOCK))) {
                Doubles errors =
                        training.next(Wanted.METRICS, Progress.NONE).metrics().get(metric);
                for (int c = 0; c < BLOCK; c++) {
                    double z = Math.sqrt(100 * errors.get(c));
                    for (int i = 0; i < counts.length; i++) {
                        counts[i] += z >= EDGES[i] && z < EDGES[i + 1] ? 1 : 0;
                    }
                }
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double expected = CHAINS * (Erfc.value(EDGES[i] / Math.sqrt(2)) - Erfc.value(EDGES[i + 1] / Math.sqrt(2)));
            assertThat((double) counts[i])
                    .as("|z| from " + EDGES[i])
                    .isCloseTo(expected, within(4 * Math.sqrt(expected)));
        }
    }
}
