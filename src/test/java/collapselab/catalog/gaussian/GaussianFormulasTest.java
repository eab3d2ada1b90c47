package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Law;
import collapselab.experiment.MomentRecursion;
import collapselab.experiment.OwnData;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The laws' curves, which are their formulas', against step by step sums and the recursion of moments. */
class GaussianFormulasTest {
    private static final int GENERATIONS = 25;
    private static final GaussianExperiment EXPERIMENT = new GaussianExperiment(new OwnData());

    private static double at(List<Law> laws, String metric, Law.Kind kind, int generation) {
        return laws.stream()
                .filter(law -> law.metric().equals(metric) && law.kind() == kind)
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(generation);
    }

    @ParameterizedTest
    @CsvSource({
        "7,1,MLE,1,CONSTANT,REPLACE",
        "13,1,UNBIASED,0.83,CONSTANT,REPLACE",
        "13,3,UNBIASED,1,LINEAR,REPLACE",
        "38,3,MLE,0.83,CONSTANT,REPLACE",
        "7,1,MLE,0.83,LINEAR,REPLACE",
        "7,1,UNBIASED,1,SUPERLINEAR,REPLACE_MULTIPLE",
        "13,1,MLE,1,CONSTANT,REPLACE_MULTIPLE"
    })
    void curvesAreTheSumsOverTheSteps(
            int n, int d, Estimator estimator, double temperature, Growth growth, DataRegime regime) {
        var setting = new Setting<>(
                new GaussianParameters(d, estimator, temperature),
                new Protocol(n, GENERATIONS, 0, RealSource.FRESH, 1, 1, growth),
                regime);
        List<Law> laws = EXPERIMENT.laws(setting);
        ChiSquareSteps steps =
                new ChiSquareSteps(GENERATIONS, g -> (int) regime.trained(setting.protocol(), g), d, estimator);
        MomentRecursion moments = GaussianLaws.moments(setting);
        for (int g = 0; g < GENERATIONS; g++) {
            double log = steps.log(g) + g * Math.log(temperature);
            double variance = moments.variance(g);
            assertThat(at(laws, "log_variance_ratio", Law.Kind.MEAN, g)).isCloseTo(log, within(1e-11));
            assertThat(at(laws, "variance_ratio", Law.Kind.MEAN, g)).isCloseTo(variance, within(1e-11));
            assertThat(at(laws, "mean_error2", Law.Kind.MEAN, g)).isCloseTo(moments.meanError(g), within(1e-11));
            if (d == 1) {
                double root = steps.root(g) * Math.pow(temperature, g / 2.0);
                assertThat(at(laws, "variance_ratio", Law.Kind.TYPICAL, g)).isCloseTo(Math.exp(log), within(1e-11));
                assertThat(at(laws, "w2", Law.Kind.MEAN, g))
                        .isCloseTo(moments.meanError(g) + variance + 1 - 2 * root, within(1e-11));
            }
        }
    }

    /** After 1,000,000 fits what is left to lose is about 1/(n t). */
    @ParameterizedTest
    @CsvSource({"7,MLE", "7,UNBIASED", "38,MLE", "38,UNBIASED"})
    void accumulateTendsToItsLimit(int n, Estimator estimator) {
        double product = 1;
        for (int k = 1; k <= 1_000_000; k++) {
            double of = n * (double) k;
            product *= estimator == Estimator.MLE ? 1 - 1 / (of * k) : k == 1 ? 1 : 1 - 1 / (k * (of - 1));
        }
        assertThat(GaussianFormulas.pooledLimit(n, estimator)).isCloseTo(product, within(1e-6));
    }

    /** The sum of 1/n_k has its limit between any sum and that and the integral of what follows. */
    @ParameterizedTest
    @CsvSource({"7", "13", "100"})
    void fastGrowthLosesAFiniteAmount(int n) {
        double sum = 0;
        int most = 4_000_000;
        for (int k = 1; k <= most; k++) {
            sum += 1 / Math.rint(n * Math.pow(k, 1.5));
        }
        double rest = 2 / (n * Math.sqrt(most + 0.5));
        assertThat(GaussianFormulas.inverseLimit(n)).isCloseTo(sum + rest, within(1e-9));
    }
}
