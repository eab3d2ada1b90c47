package collapselab.catalog.regression;

import static collapselab.catalog.regression.RegressionRuns.mean;
import static collapselab.catalog.regression.RegressionRuns.setting;
import static collapselab.catalog.regression.RegressionRuns.simulate;
import static collapselab.catalog.regression.RegressionRuns.standardErrors;
import static collapselab.catalog.regression.RegressionRuns.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.experiment.Judging;
import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.Setting;
import collapselab.experiment.Verdict;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulation against the laws. Seeds are fixed; a right program fails a comparison at 4 standard errors once in 16,000 normal
 * means, and some 700 are made here (4 % for the whole class, once, when seeds are chosen). 2,000 chains notice a loss that
 * is wrong by 4 sqrt(2 / (d R)): 5 % at d = 10, less where it has piled up.
 */
@Tag("slow")
class RegressionLawsTest {
    private static final String SMALL = "samples=40&dimension=10&generations=7&seeds=2000";

    private static IntToDoubleFunction law(Setting<RegressionParameters> setting, String metric) {
        return RegressionLaws.of(setting).stream()
                .filter(law -> law.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regime=replace",
                "regime=replace&design=kept",
                "regime=replace&growth=linear",
                "regime=replace&spectrum=power",
                "regime=replace&generatorSamples=60&generatorNoise=0.5",
                "regime=replace&generatorSamples=60&design=kept",
                "regime=replace&real=0.3",
                "regime=replace&real=0.3&growth=superlinear",
                "regime=replace&real=0.7&generatorSamples=30&generatorNoise=0.5",
                "regime=replace&real=1",
                "regime=accumulate",
                "regime=accumulate&design=kept",
                "regime=accumulate&growth=linear",
                "regime=accumulate&spectrum=power",
                "regime=accumulate&generatorSamples=60&generatorNoise=2",
                "regime=accumulate&generatorSamples=60&generatorNoise=2&growth=superlinear",
                "regime=accumulate&generatorSamples=60&generatorNoise=2&design=kept",
                "regime=replace-multiple",
                "regime=replace-multiple&design=kept",
                "regime=replace-multiple&growth=linear",
                "regime=replace-multiple&real=0.3",
                "regime=replace-multiple&generatorSamples=60&generatorNoise=0.5",
                "regime=replace-multiple&generatorSamples=60&generatorNoise=0.5&design=kept",
                "regime=subsample",
                "regime=replace&statistical=infinite",
                "regime=accumulate&statistical=infinite&solver=gradient-descent",
                "regime=accumulate&statistical=infinite&solver=gradient-descent&real=0.3&realSource=kept&spectrum=power",
                "regime=subsample&statistical=infinite&solver=gradient-descent&real=0.3&realSource=redrawn",
                "regime=replace-multiple&statistical=infinite&solver=gradient-descent&real=0.3&growth=linear",
                "regime=replace&statistical=infinite&ridge=0.5&spectrum=power"
            })
    void everyLawHoldsWithinFourStandardErrors(String text) {
        var setting = setting(SMALL + "&" + text);
        List<Law> laws = RegressionLaws.of(setting);
        assertThat(laws).isNotEmpty();
        List<Generation<RegressionSnapshot>> generations = simulate(setting);
        for (int g : new int[] {0, 1, 3, 6}) {
            for (Metric metric : RegressionExperiment.METRICS) {
                Verdict verdict = Judging.at(metric.id(), laws, g, id -> Doubles.of(values(generations.get(g), id)));
                assertThat(verdict.status())
                        .as(text + " " + metric.id() + " at " + g + ": " + verdict.sentence())
                        .isNotEqualTo(Verdict.Status.DIFFERS);
            }
        }
    }

    /** Dohmatob et al. 2024: the large-d limit; at d = 60 its own error is some percent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ridge=0.3&samples=120",
                "ridge=0.3&generatorSamples=150&generatorNoise=0.5&samples=120",
                "ridge=0.1&spectrum=power&exponent=1.5&generatorSamples=150&noise=0.5&samples=120",
                "ridge=0.5&samples=40&generatorSamples=120",
                "ridge=0.3&design=kept&samples=120",
                "ridge=0.3&design=kept&regime=accumulate&samples=120",
                "ridge=0.3&design=kept&regime=replace-multiple&samples=120",
                "ridge=0.3&design=kept&regime=replace-multiple&generatorSamples=150&samples=120",
                "ridge=0.3&regime=replace-multiple&growth=linear&samples=120"
            })
    void ridgeLawsHoldForManyDimensions(String text) {
        var setting = setting("dimension=60&generations=4&seeds=300&" + text);
        List<Generation<RegressionSnapshot>> generations = simulate(setting);
        for (String metric : List.of("test_loss", "bias2", "variance")) {
            IntToDoubleFunction law = law(setting, metric);
            for (int g = 0; g < 4; g++) {
                double[] values = values(generations.get(g), metric);
                assertThat(mean(values))
                        .as(text + " " + metric + " at " + g)
                        .isCloseTo(law.applyAsDouble(g), within(0.05 * law.applyAsDouble(g)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ridge=0.3",
                "ridge=0.3&regime=accumulate&spectrum=power",
                "ridge=0.3&regime=subsample&real=0.2&realSource=kept",
                "ridge=0.3&regime=accumulate&design=kept&real=0.2&realSource=kept",
                "solver=gradient-descent",
                "solver=gradient-descent&regime=accumulate&design=kept",
                "solver=gradient-descent&regime=subsample"
            })
    void biasAndVarianceAddUpToTheTestLoss(String text) {
        for (Generation<RegressionSnapshot> generation : simulate(setting(SMALL + "&" + text))) {
            double[] gaps = values(generation, "test_loss");
            double[] bias = values(generation, "bias2");
            double[] variance = values(generation, "variance");
            for (int c = 0; c < gaps.length; c++) {
                gaps[c] -= bias[c] + variance[c];
            }
            assertThat(standardErrors(gaps, 0)).isBetween(-4.0, 4.0);
            assertThat(mean(bias)).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"100,47.76", "316,11.31", "1000,3.309"})
    void constantsAreAsPublished(int samples, double constant) {
        String text = "samples=" + samples + "&dimension=32&noise=10&generations=10";
        assertThat(law(setting(text), "test_loss").applyAsDouble(9)).isCloseTo(10 * constant, within(0.005 * 10));
        assertThat(law(setting(text + "&regime=accumulate&design=kept"), "test_loss")
                                .applyAsDouble(9)
                        / constant)
                .isCloseTo(1.549768, within(1e-3));
    }

    /** Gerstgrasser et al. 2024, figure 16: d = 10, sigma = 1, after 200 fits. */
    @ParameterizedTest
    @CsvSource({"100,22.5,0.660,0.1845", "316,6.56,0.193,0.0538", "1000,2.02,0.0594,0.0166"})
    void threeRegimesAreAsPublished(int samples, double replace, double multiple, double accumulate) {
        double[] published = {replace, multiple, accumulate};
        DataRegime[] regimes = {DataRegime.REPLACE, DataRegime.REPLACE_MULTIPLE, DataRegime.ACCUMULATE};
        for (int r = 0; r < 3; r++) {
            var setting = setting(
                    "samples=" + samples + "&dimension=10&generations=200&design=kept&regime=" + regimes[r].text());
            assertThat(law(setting, "test_loss").applyAsDouble(199))
                    .isCloseTo(published[r], within(4e-3 * published[r]));
        }
    }

    /** Dohmatob et al. 2024, figure 1: d = 300, T0 = 600, sigma = 0.1, sigma0 = 0.2, T = 1000. */
    @Test
    void ridgeCurvesAreAsPublished() {
        String text =
                "samples=1000&dimension=300&generatorSamples=600&noise=0.1&generatorNoise=0.2&generations=11&ridge=";
        IntToDoubleFunction none = law(setting(text + 1e-9), "test_loss");
        double[] published = {0.0043, 0.0443, 0.1243, 0.4043};
        int[] generations = {0, 1, 3, 10};
        for (int i = 0; i < 4; i++) {
            assertThat(none.applyAsDouble(generations[i])).isCloseTo(published[i], within(0.004 * published[i] + 5e-5));
        }
        double left = law(setting(text + 0.01), "test_loss").applyAsDouble(10);
        double bottom = law(setting(text + 0.3), "test_loss").applyAsDouble(10);
        double right = law(setting(text + 10), "test_loss").applyAsDouble(10);
        assertThat(bottom).isBetween(0.25, 0.33).isLessThan(left).isLessThan(right);
    }

    /** The same figure, simulated, ten repetitions as published: sampling error sqrt(2 / d / 10), 2.6 %, four times. */
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.3})
    void simulatedRidgeCurvesAreAsPublished(double ridge) {
        var setting =
                setting("samples=1000&dimension=300&generatorSamples=600&noise=0.1&generatorNoise=0.2&generations=11"
                        + "&seeds=10&ridge=" + ridge);
        List<Generation<RegressionSnapshot>> generations = simulate(setting);
        for (int g : new int[] {0, 1, 3, 10}) {
            double expected = law(setting, "test_loss").applyAsDouble(g);
            assertThat(mean(values(generations.get(g), "test_loss"))).isCloseTo(expected, within(0.105 * expected));
        }
    }

    /** What 30 fits under subsample come to over one fit, simulated apart from this program, to some 3 %. */
    @ParameterizedTest
    @CsvSource({"kept,100,10,3.05", "kept,100,32,4.2", "fresh,100,32,3.31"})
    void subsamplingStaysBounded(String design, int samples, int d, double ratio) {
        var setting = setting("generations=30&seeds=400&regime=subsample&design=" + design + "&samples=" + samples
                + "&dimension=" + d);
        double[] losses = values(simulate(setting).get(29), "test_loss");
        double once = d / (samples - d - 1.0);
        double allowed = 4 * Math.abs(mean(losses) - ratio * once) / Math.abs(standardErrors(losses, ratio * once));
        assertThat(mean(losses)).isCloseTo(ratio * once, within(allowed + 0.03 * ratio * once));
    }

    @Test
    void noRidgeIsLeastSquaresAndNoGeneratorsIsClassicalRidge() {
        var theory =
                new RidgeTheory(Truth.of(setting("dimension=60&samples=120").parameters()), 120, 1e-10);
        assertThat(theory.bias()).isCloseTo(0, within(1e-9));
        assertThat(theory.variance()).isCloseTo(1, within(1e-8)); // phi / (1 - phi)
        assertThat(theory.inherited()).isCloseTo(60, within(1e-6));
        // Isotropic: corollary 4.7 of Dohmatob et al. 2024 in closed form.
        double phi = 0.5;
        double lambda = 0.3;
        double kappa = (lambda + phi - 1 + Math.sqrt((lambda + phi - 1) * (lambda + phi - 1) + 4 * lambda)) / 2;
        double square = (1 + kappa) * (1 + kappa);
        var ridge = new RidgeTheory(Truth.of(setting("dimension=60&samples=120").parameters()), 120, lambda);
        assertThat(ridge.kappa()).isCloseTo(kappa, within(1e-12));
        assertThat(ridge.kappa() - lambda - ridge.kappa() * phi / (1 + ridge.kappa()))
                .isCloseTo(0, within(1e-12));
        assertThat(ridge.bias()).isCloseTo(kappa * kappa / (square - phi), within(1e-12));
        assertThat(ridge.variance()).isCloseTo(phi / (square - phi), within(1e-12));
        assertThat(ridge.inherited() / 60)
                .isCloseTo((1 + phi * kappa * kappa / (square - phi)) / square, within(1e-12));
    }

    @Test
    void oneFitsLossIsAnF() {
        double[] losses = values(
                simulate(setting("samples=20&dimension=4&generations=1&noise=0.7&seeds=2000"))
                        .get(0),
                "test_loss");
        for (int c = 0; c < losses.length; c++) {
            losses[c] *= 17 / (0.49 * 4);
        }
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new FDistribution(null, 4, 17), losses))
                .isGreaterThan(1e-6);
    }

    /** Estimates, X'X and points: another form each, the same law. Seeds differ, so that samples are independent. */
    @Test
    void allFormsOfDataHaveTheSameLaw() {
        String text = "samples=40&dimension=5&generations=4&seeds=1500&regime=";
        List<double[][]> pairs = new ArrayList<>();
        pairs.add(new double[][] {last(text + "replace"), last(text + "replace&real=0.001&seed=50000")});
        pairs.add(new double[][] {
            last(text + "replace&real=0.4&realSource=kept"),
            lastOnPoints(text + "replace&real=0.4&realSource=kept&seed=60000")
        });
        pairs.add(new double[][] {last(text + "accumulate"), lastOnPoints(text + "accumulate&seed=70000")});
        pairs.add(new double[][] {
            last(text + "accumulate&design=kept&ridge=0.2"),
            lastOnPoints(text + "accumulate&design=kept&ridge=0.2&seed=80000")
        });
        pairs.add(new double[][] {
            last(text + "replace-multiple&design=kept"), lastOnPoints(text + "replace-multiple&design=kept&seed=90000")
        });
        pairs.add(new double[][] {
            last(text + "accumulate&design=kept&real=0.4&realSource=kept"),
            lastOnPoints(text + "accumulate&design=kept&real=0.4&realSource=kept&seed=110000")
        });
        for (double[][] pair : pairs) {
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(pair[0], pair[1]))
                    .isGreaterThan(1e-6);
        }
    }

    private static double[] last(String text) {
        var generations = simulate(setting(text));
        return values(generations.get(generations.size() - 1), "test_loss");
    }

    private static double[] lastOnPoints(String text) {
        var setting = setting(text);
        var generations =
                RegressionRuns.run(new RegressionLearner(setting, Supply.Form.POINTS, Supply.Form.POINTS), setting);
        return values(generations.get(generations.size() - 1), "test_loss");
    }

    @Test
    void fewDegreesOfFreedomAreNotJudged() {
        var laws = RegressionLaws.of(setting("samples=12&dimension=10&generations=3"));
        assertThat(Judging.at("test_loss", laws, 0, id -> Doubles.of(1, 2, 3)).status())
                .isEqualTo(Verdict.Status.OPEN);
    }
}
