package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one recursion against every closed form that is known. */
class MomentRecursionTest {
    private static MomentRecursion recursion(
            int n, int generations, DataRegime regime, double real, RealSource source, Estimator estimator) {
        return new MomentRecursion(new Setting<>(
                new GaussianParameters(1, estimator, 1), new Protocol(n, generations, real, source, 1, 1), regime));
    }

    private static MomentRecursion plain(int n, int generations, DataRegime regime, Estimator estimator) {
        return recursion(n, generations, regime, 0, RealSource.FRESH, estimator);
    }

    @Test
    void replaceShrinksByTheMaximumLikelihoodFactor() {
        MomentRecursion r = plain(10, 30, DataRegime.REPLACE, Estimator.MLE);
        for (int g = 0; g < 30; g++) {
            assertThat(r.variance(g)).isCloseTo(Math.pow(0.9, g + 1), within(1e-12));
            assertThat(r.meanError(g)).isCloseTo(1 - Math.pow(0.9, g + 1), within(1e-12));
        }
    }

    @Test
    void unbiasedReplaceKeepsItsMeanAndDriftsLinearly() {
        MomentRecursion r = plain(10, 30, DataRegime.REPLACE, Estimator.UNBIASED);
        for (int g = 0; g < 30; g++) {
            assertThat(r.variance(g)).isCloseTo(1, within(1e-12));
            assertThat(r.meanError(g)).isCloseTo((g + 1) / 10.0, within(1e-12));
        }
    }

    @Test
    void accumulateFollowsKazdansProduct() {
        MomentRecursion r = plain(10, 50, DataRegime.ACCUMULATE, Estimator.MLE);
        double product = 1;
        for (int t = 1; t <= 50; t++) {
            product *= 1 - 1 / (10.0 * t * t);
            assertThat(r.variance(t - 1)).isCloseTo(product, within(1e-12));
            assertThat(r.meanError(t - 1)).isCloseTo(1 - product, within(1e-12));
        }
    }

    @Test
    void unbiasedAccumulateFollowsItsOwnProduct() {
        MomentRecursion r = plain(10, 30, DataRegime.ACCUMULATE, Estimator.UNBIASED);
        double product = 1;
        for (int t = 2; t <= 30; t++) {
            product *= 1 - 1 / (t * (t * 10.0 - 1));
            assertThat(r.variance(t - 1)).isCloseTo(product, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"10,0.84344", "32,0.94938", "100,0.98363", "316,0.99480", "1000,0.99836"})
    void accumulateTendsToEulersLimit(int n, double limit) {
        MomentRecursion r = plain(n, 20_000, DataRegime.ACCUMULATE, Estimator.MLE);
        assertThat(r.variance(19_999)).isCloseTo(limit, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({"10,0.7390", "32,0.9116", "100,0.9710", "316,0.99075", "1000,0.99707"})
    void subsampleTendsToItsLimit(int n, double limit) {
        MomentRecursion r = plain(n, 20_000, DataRegime.SUBSAMPLE, Estimator.MLE);
        assertThat(r.variance(19_999)).isCloseTo(limit, within(6e-5));
        assertThat(r.meanError(19_999)).isCloseTo(1 - limit, within(6e-5));
    }

    @Test
    void freshRealDataSettleAtTheirFixedPoint() {
        MomentRecursion r = recursion(50, 400, DataRegime.REPLACE, 0.1, RealSource.FRESH, Estimator.MLE);
        double m = 1 / 50.0;
        for (int g = 0; g < 400; g++) {
            assertThat(r.meanError(g)).isCloseTo(m, within(1e-12));
            m = 1 / 50.0 + (0.81 - 0.9 / 50) * m;
        }
        assertThat(r.meanError(399)).isCloseTo(0.0962, within(5e-5));
    }

    @Test
    void keptRealDataSettleAtTheirFixedPoint() {
        MomentRecursion r = recursion(50, 2_000, DataRegime.REPLACE, 0.1, RealSource.KEPT, Estimator.MLE);
        double b = 0.9 / (50 * (1 - 0.81));
        assertThat(r.meanError(1_999)).isCloseTo((1 / 5.0 + b) / (1 + b), within(1e-9));
        assertThat(r.variance(1_999)).isCloseTo(0.7308, within(5e-5));
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void maximumLikelihoodTurnsSpreadIntoDriftAndLosesNone(DataRegime regime) {
        for (RealSource source : RealSource.values()) {
            for (double real : new double[] {0, 0.1, 0.5, 1}) {
                if (!regime.allows(new Protocol(20, 60, real, source, 1, 1))) {
                    continue;
                }
                MomentRecursion r = recursion(20, 60, regime, real, source, Estimator.MLE);
                for (int g = 0; g < 60; g++) {
                    assertThat(r.variance(g) + r.meanError(g)).isCloseTo(1, within(1e-11));
                }
            }
        }
    }
}
