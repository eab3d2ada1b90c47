package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Generation;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the covariance is singular the logarithm of its determinant has no value; elsewhere it has one. */
class GaussianRankTest {
    private static final int LOG = 1;
    private static final int CHAINS = 40;

    /**
     * No regular covariance of these tests comes near: rounding noise is ln 1e-32 = -74 and less, and the determinants lose
     * less than 12 a generation, in 4 generations.
     */
    private static final double NOISE = -60;

    @SuppressWarnings("unchecked")
    private static Setting<GaussianParameters> setting(String text) {
        RunSpec<GaussianParameters> spec = (RunSpec<GaussianParameters>) RunSpec.parse(
                "gaussian?generations=4&seeds=" + CHAINS + "&" + text,
                Catalog.experiments(DigitSource.of(Optional.empty(), Map.of())));
        return spec.setting(spec.regimes().get(0));
    }

    /** ln of the determinants, (generations, chains). */
    private static List<double[]> logs(String text) {
        Setting<GaussianParameters> setting = setting(text);
        List<double[]> logs = new ArrayList<>();
        Chains chains = Chains.from(3, CHAINS);
        try (var training = new RecursiveTraining<>(
                new GaussianLearner(setting, reality(setting)), setting.protocol(), setting.regime(), chains)) {
            for (int g = 0; g < setting.protocol().generations(); g++) {
                Generation<?> generation = training.next(Wanted.METRICS, Progress.NONE);
                int d = setting.parameters().dimension();
                logs.add(Arrays.stream(generation.metrics().get(LOG).toArray())
                        .map(log -> d * log)
                        .toArray());
            }
        }
        return logs;
    }

    private static Reality reality(Setting<GaussianParameters> setting) {
        int d = setting.parameters().dimension();
        return setting.parameters().data() == RealData.TWO_PEAKS ? Reality.twoPeaks(d) : Reality.normal(d);
    }

    /** {@code from}: the first generation whose training set has d + 1 points in general position; 99 for none. */
    @ParameterizedTest
    @CsvSource({
        "dimension=7&samples=7&regime=replace, 99",
        "dimension=7&samples=7&regime=accumulate, 99",
        "dimension=7&samples=7&regime=subsample, 99",
        "dimension=7&samples=5&regime=accumulate, 99",
        "dimension=7&samples=7&regime=replace-multiple, 99",
        "dimension=3&samples=3&data=two-peaks&regime=replace, 99",
        "dimension=3&samples=3&data=two-peaks&regime=accumulate, 99",
        "dimension=3&samples=3&data=two-peaks&regime=replace-multiple, 99",
        "dimension=5&samples=5&truncation=1.5&regime=replace, 99",
        "dimension=5&samples=4&truncation=1.5&regime=subsample, 99",
        "dimension=5&samples=5&real=0.4&realSource=redrawn&regime=replace, 99",
        "dimension=5&samples=5&real=0.4&realSource=redrawn&regime=accumulate, 99",
        "dimension=5&samples=5&real=0.4&realSource=redrawn&regime=subsample, 99",
        "dimension=5&samples=5&real=0.4&realSource=kept&regime=accumulate, 99",
        "dimension=5&samples=5&truncation=2&real=0.4&realSource=kept&regime=accumulate, 99",
        "dimension=7&samples=5&growth=linear&regime=replace, 99",
        "dimension=7&samples=5&growth=linear&regime=accumulate, 99",
        "dimension=7&samples=5&growth=linear&regime=subsample, 99",
        // 5 real points, then 2 more in each generation: 9 of them at generation 2.
        "dimension=7&samples=5&real=0.4&regime=accumulate, 2",
        "dimension=7&samples=5&real=0.4&regime=replace, 99",
        // 6 points in a flat of 4 dimensions, and 4 real ones: 4 + 4 are at least 7.
        "dimension=7&samples=5&growth=linear&real=0.4&regime=replace, 1",
        "dimension=7&samples=8&regime=replace, 0",
        "dimension=7&samples=8&regime=accumulate, 0",
        "dimension=7&samples=8&regime=subsample, 0",
        "dimension=5&samples=6&real=0.34&realSource=redrawn&regime=replace, 0",
        "dimension=3&samples=5&data=two-peaks&truncation=1.5&regime=subsample, 0"
    })
    void theLogarithmBeginsWithTheFirstRegularCovariance(String text, int from) {
        List<double[]> logs = logs(text);
        for (int g = 0; g < logs.size(); g++) {
            if (g < from) {
                assertThat(logs.get(g)).as("generation %d", g).containsOnly(Double.NaN);
            } else {
                assertThat(Arrays.stream(logs.get(g))).as("generation %d", g).allMatch(log -> log > NOISE);
            }
        }
    }

    /** Redrawn points come twice into a pool: chosen twice, they leave fewer distinct points than there are. */
    @Test
    void pointsThatAreChosenTwiceCountOnce() {
        List<double[]> logs = logs("dimension=2&samples=3&real=0.67&realSource=redrawn&regime=subsample");
        double[] third = logs.get(2);
        assertThat(Arrays.stream(third)).anyMatch(log -> Double.isNaN(log)).anyMatch(log -> log > NOISE);
        for (double[] generation : logs) {
            assertThat(Arrays.stream(generation)).allMatch(log -> Double.isNaN(log) || log > NOISE);
        }
    }

    @Test
    void ranksFollowFromNumbersOfPoints() {
        int[] anywhere = Flats.tags(4, 0, new int[] {4});
        assertThat(Flats.of(4, anywhere, 5).rank()).containsExactly(4);
        Flats three = Flats.of(4, anywhere, 3);
        assertThat(three.rank()).containsExactly(2);
        assertThat(three.plus(three).rank()).as("the same points").containsExactly(2);
        Flats drawn = Flats.of(4, Flats.tags(4, 1, new int[] {2}), 9);
        assertThat(drawn.rank()).containsExactly(2);
        assertThat(three.plus(drawn).rank()).as("drawn between them").containsExactly(2);
        Flats fresh = Flats.of(4, Flats.tags(4, 1, new int[] {4}), 1);
        assertThat(drawn.plus(fresh).rank()).containsExactly(3);
        Flats chains = Flats.of(4, Flats.tags(4, 2, new int[] {0, 1}), 9);
        assertThat(fresh.plus(chains).rank()).containsExactly(0, 1);
    }
}
