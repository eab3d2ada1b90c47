package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.MomentRecursion.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one recursion against every closed form that is known. */
class MomentRecursionTest {
    private static final Step MLE = Step.MAXIMUM_LIKELIHOOD;
    private static final Step UNBIASED = new Step(SampleLimit.FINITE, 1, 1, g -> 0);
    private static final Step EXACT = new Step(SampleLimit.INFINITE, 0, 1, g -> 0);

    private static MomentRecursion recursion(
            int n, int generations, DataRegime regime, double real, RealSource source, Step step) {
        return new MomentRecursion(new Protocol(n, generations, real, source, 1, 1), regime, step);
    }

    private static MomentRecursion plain(int n, int generations, DataRegime regime, Step step) {
        return recursion(n, generations, regime, 0, RealSource.FRESH, step);
    }

    @Test
    void replaceShrinksByTheMaximumLikelihoodFactor() {
        MomentRecursion r = plain(10, 30, DataRegime.REPLACE, MLE);
        for (int g = 0; g < 30; g++) {
            assertThat(r.variance(g)).isCloseTo(Math.pow(0.9, g + 1), within(1e-12));
            assertThat(r.meanError(g)).isCloseTo(1 - Math.pow(0.9, g + 1), within(1e-12));
        }
    }

    @Test
    void unbiasedReplaceKeepsItsMeanAndDriftsLinearly() {
        MomentRecursion r = plain(10, 30, DataRegime.REPLACE, UNBIASED);
        for (int g = 0; g < 30; g++) {
            assertThat(r.variance(g)).isCloseTo(1, within(1e-12));
            assertThat(r.meanError(g)).isCloseTo((g + 1) / 10.0, within(1e-12));
        }
    }

    @Test
    void accumulateFollowsKazdansProduct() {
        MomentRecursion r = plain(10, 50, DataRegime.ACCUMULATE, MLE);
        double product = 1;
        for (int t = 1; t <= 50; t++) {
            product *= 1 - 1 / (10.0 * t * t);
            assertThat(r.variance(t - 1)).isCloseTo(product, within(1e-12));
            assertThat(r.meanError(t - 1)).isCloseTo(1 - product, within(1e-12));
        }
    }

    @Test
    void unbiasedAccumulateFollowsItsOwnProduct() {
        MomentRecursion r = plain(10, 30, DataRegime.ACCUMULATE, UNBIASED);
        double product = 1;
        for (int t = 2; t <= 30; t++) {
            product *= 1 - 1 / (t * (t * 10.0 - 1));
            assertThat(r.variance(t - 1)).isCloseTo(product, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"10,0.84344", "32,0.94938", "100,0.98363", "316,0.99480", "1000,0.99836"})
    void accumulateTendsToEulersLimit(int n, double limit) {
        MomentRecursion r = plain(n, 20_000, DataRegime.ACCUMULATE, MLE);
        assertThat(r.variance(19_999)).isCloseTo(limit, within(2e-5));
    }

    @ParameterizedTest
    @CsvSource({"10,0.7390", "32,0.9116", "100,0.9710", "316,0.99075", "1000,0.99707"})
    void subsampleTendsToItsLimit(int n, double limit) {
        MomentRecursion r = plain(n, 20_000, DataRegime.SUBSAMPLE, MLE);
        assertThat(r.variance(19_999)).isCloseTo(limit, within(6e-5));
        assertThat(r.meanError(19_999)).isCloseTo(1 - limit, within(6e-5));
    }

    @Test
    void freshRealDataSettleAtTheirFixedPoint() {
        MomentRecursion r = recursion(50, 400, DataRegime.REPLACE, 0.1, RealSource.FRESH, MLE);
        double m = 1 / 50.0;
        for (int g = 0; g < 400; g++) {
            assertThat(r.meanError(g)).isCloseTo(m, within(1e-12));
            m = 1 / 50.0 + (0.81 - 0.9 / 50) * m;
        }
        assertThat(r.meanError(399)).isCloseTo(0.0962, within(5e-5));
    }

    @Test
    void keptRealDataSettleAtTheirFixedPoint() {
        MomentRecursion r = recursion(50, 2_000, DataRegime.REPLACE, 0.1, RealSource.KEPT, MLE);
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
                MomentRecursion r = recursion(20, 60, regime, real, source, MLE);
                for (int g = 0; g < 60; g++) {
                    assertThat(r.variance(g) + r.meanError(g)).isCloseTo(1, within(1e-11));
                }
            }
        }
    }

    @Test
    void aGrowingBatchLosesTheProductOfItsFactors() {
        for (Growth growth : Growth.values()) {
            Protocol protocol = new Protocol(10, 30, 0, RealSource.FRESH, 1, 1, growth);
            MomentRecursion r = new MomentRecursion(protocol, DataRegime.REPLACE, MLE);
            MomentRecursion u = new MomentRecursion(protocol, DataRegime.REPLACE, UNBIASED);
            double product = 1;
            double sum = 0;
            for (int g = 0; g < 30; g++) {
                product *= 1 - 1.0 / protocol.samples(g);
                sum += 1.0 / protocol.samples(g);
                assertThat(r.variance(g)).isCloseTo(product, within(1e-12));
                assertThat(u.variance(g)).isCloseTo(1, within(1e-12));
                assertThat(u.meanError(g)).isCloseTo(sum, within(1e-12));
            }
        }
    }

    /** As many samples as accumulate has, all from the last model: the n_t of replace are t n, so it is replace with linear growth. */
    @Test
    void replaceMultipleIsReplaceWithLinearGrowth() {
        MomentRecursion multiple = plain(10, 30, DataRegime.REPLACE_MULTIPLE, MLE);
        MomentRecursion linear = new MomentRecursion(
                new Protocol(10, 30, 0, RealSource.FRESH, 1, 1, Growth.LINEAR), DataRegime.REPLACE, MLE);
        for (int g = 0; g < 30; g++) {
            assertThat(multiple.variance(g)).isCloseTo(linear.variance(g), within(1e-12));
        }
    }

    /** A kernel of bandwidth h: E var_(t+1) = (1 - 1/n)(E var_t + h^2). */
    @Test
    void aBandwidthAddsItsSquare() {
        MomentRecursion r = recursion(
                20, 40, DataRegime.REPLACE, 0, RealSource.FRESH, new Step(SampleLimit.FINITE, 0, 1, g -> 0.25));
        double v = 1 - 1 / 20.0;
        for (int g = 0; g < 40; g++) {
            assertThat(r.variance(g)).isCloseTo(v, within(1e-12));
            v = (1 - 1 / 20.0) * (v + 0.25);
        }
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void infinitelyManySamplesChangeNothing(DataRegime regime) {
        for (double real : new double[] {0, 0.3}) {
            MomentRecursion r = recursion(20, 60, regime, real, RealSource.FRESH, EXACT);
            for (int g = 0; g < 60; g++) {
                assertThat(r.variance(g)).isCloseTo(1, within(1e-12));
                assertThat(r.meanError(g)).isZero();
            }
        }
    }

    /** n = infinity is the limit of large n, for every regime, source and scale. */
    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void infinityIsTheLimitOfLargeSamples(DataRegime regime) {
        for (RealSource source : RealSource.values()) {
            if (!regime.allows(new Protocol(20, 20, 0.25, source, 1, 1))) {
                continue;
            }
            Step exact = new Step(SampleLimit.INFINITE, 1, 0.8, g -> 0.01 * g);
            Step finite = new Step(SampleLimit.FINITE, 1, 0.8, g -> 0.01 * g);
            MomentRecursion limit = recursion(20, 20, regime, 0.25, source, exact);
            MomentRecursion large = recursion(20_000_000, 20, regime, 0.25, source, finite);
            for (int g = 0; g < 20; g++) {
                assertThat(limit.variance(g)).isCloseTo(large.variance(g), within(1e-5));
                assertThat(large.meanError(g)).isCloseTo(limit.meanError(g), within(1e-5));
            }
        }
    }
}
