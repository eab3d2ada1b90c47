package collapselab.catalog.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Law;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The laws' curves, which are their formulas', against the sum of what each fit adds and the population's recursion. */
class RegressionFormulasTest {
    private static final RegressionExperiment EXPERIMENT = new RegressionExperiment();

    private static Setting<RegressionParameters> setting(String more) {
        RunSpec<?> parsed =
                RunSpec.parse("regression?generations=25&dimension=3&samples=13" + more, List.of(EXPERIMENT));
        return new Setting<>(
                (RegressionParameters) parsed.parameters(),
                parsed.protocol(),
                parsed.regimes().get(0));
    }

    private static double at(Setting<RegressionParameters> setting, String metric, int generation) {
        return EXPERIMENT.laws(setting).stream()
                .filter(law -> law.metric().equals(metric) && law.kind() != Law.Kind.UPPER)
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(generation);
    }

    @ParameterizedTest
    @EnumSource(value = DataRegime.class, names = "SUBSAMPLE", mode = EnumSource.Mode.EXCLUDE)
    void lossesAreTheSumOfWhatEachFitAdds(DataRegime regime) {
        for (String design : List.of("&design=kept", "&design=fresh")) {
            Setting<RegressionParameters> setting =
                    setting(design + "&noise=0.37&spectrum=power&exponent=1.3&source=0.37&regime=" + regime.text());
            LossTheory theory = LossTheory.of(setting);
            double inverse = (1 + Math.pow(2, 1.3) + Math.pow(3, 1.3)) / 3;
            for (int g = 0; g < 25; g++) {
                double loss = theory.loss(g);
                assertThat(at(setting, "test_loss", g)).isCloseTo(loss, within(1e-12));
                assertThat(at(setting, "variance", g)).isCloseTo(loss, within(1e-12));
                assertThat(at(setting, "coefficient_error", g)).isCloseTo(inverse * loss, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&ridge=0.137",
                "&solver=gradient-descent&rate=0.13&steps=7",
                "&ridge=0.137&spectrum=power&exponent=1.3&source=0.37",
                "&solver=gradient-descent&rate=0.13&steps=7&spectrum=power&exponent=1.3&source=0.37"
            })
    void infiniteSamplesLoseWhatThePopulationsRecursionLoses(String more) {
        Setting<RegressionParameters> setting = setting("&statistical=infinite&regime=replace" + more);
        Truth truth = Truth.of(setting.parameters());
        double[][] learned = new InfiniteTheory(setting).learned();
        for (int g = 0; g < 25; g++) {
            double loss = 0;
            double coefficients = 0;
            for (int j = 0; j < 3; j++) {
                double missing = (1 - learned[g][j]) * truth.coefficients().get(j);
                loss += missing * missing;
                coefficients += missing * missing / truth.eigenvalues().get(j);
            }
            assertThat(at(setting, "test_loss", g)).isCloseTo(loss, within(1e-12));
            assertThat(at(setting, "coefficient_error", g)).isCloseTo(coefficients, within(1e-12));
        }
    }

    /** Dohmatob et al. 2024, theorem 4.3: each generator's error adds the same amount. */
    @ParameterizedTest
    @ValueSource(strings = {"&design=kept", "&generatorSamples=17&generatorNoise=0.7"})
    void aRidgesLossGrowsByOneAmountAFit(String more) {
        Setting<RegressionParameters> setting = setting("&ridge=0.137&noise=0.37&regime=replace" + more);
        RidgeTheory theory = new RidgeTheory(Truth.of(setting.parameters()), 13, 0.137);
        double own = 0.37 * 0.37 * theory.variance();
        double inherited = 0.7 * 0.7 / (17 - 3 - 1) * theory.inherited();
        for (int g = 0; g < 25; g++) {
            double expected = theory.bias() + (more.contains("kept") ? own * (g + 1) : own + inherited * g);
            assertThat(at(setting, "test_loss", g)).isCloseTo(expected, within(1e-12));
        }
    }
}
