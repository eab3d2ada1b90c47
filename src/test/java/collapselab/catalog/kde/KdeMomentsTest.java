package collapselab.catalog.kde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Growth;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one recursion against every closed form that is known. */
class KdeMomentsTest {
    private static final double H2 = 0.25;

    private static KdeMoments moments(
            DataRegime regime, Shrink shrink, SampleLimit limit, double real, RealSource source, Growth growth) {
        return new KdeMoments(
                new Setting<>(
                        new KdeParameters(KdeData.NORMAL, Math.sqrt(H2), shrink, limit, "", "", ""),
                        new Protocol(10, 1_000, real, source, 1, 1, growth),
                        regime),
                1,
                1);
    }

    private static KdeMoments plain(DataRegime regime, SampleLimit limit) {
        return moments(regime, Shrink.NONE, limit, 0, RealSource.FRESH, Growth.CONSTANT);
    }

    @Test
    void replaceTendsToTheVarianceOfNMinusOneKernels() {
        KdeMoments moments = plain(DataRegime.REPLACE, SampleLimit.FINITE);
        double v = 0.9;
        double m = 0.1;
        for (int g = 0; g < 1_000; g++) {
            assertThat(moments.training(g)).isCloseTo(v, within(1e-12));
            assertThat(moments.meanError(g)).isCloseTo(m, within(1e-10));
            assertThat(moments.total(g)).isCloseTo(1 + (g + 1) * H2, within(1e-10));
            m += (v + H2) / 10;
            v = 0.9 * (v + H2);
        }
        assertThat(moments.training(999)).isCloseTo(9 * H2, within(1e-12));
    }

    @Test
    void accumulateGrowsWithTheHarmonicNumbers() {
        KdeMoments moments = plain(DataRegime.ACCUMULATE, SampleLimit.FINITE);
        double harmonic = 0;
        for (int t = 1; t <= 1_000; t++) {
            harmonic += 1.0 / t;
            assertThat(moments.training(t - 1) + moments.meanError(t - 1))
                    .isCloseTo(1 + H2 * (harmonic - 1), within(1e-12));
        }
    }

    @Test
    void aShrinkingBandwidthStaysBelowItsBoundUnderAccumulate() {
        KdeMoments moments =
                moments(DataRegime.ACCUMULATE, Shrink.FIFTH, SampleLimit.FINITE, 0, RealSource.FRESH, Growth.CONSTANT);
        double bound = 1 + 3.1056 * H2 * Math.pow(10, -0.4);
        assertThat(moments.training(999)).isBetween(1.05, bound);
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void infinitelyManyPointsDoNotMoveTheMean(DataRegime regime) {
        KdeMoments moments = plain(regime, SampleLimit.INFINITE);
        double harmonic = 0;
        for (int t = 1; t <= 1_000; t++) {
            harmonic += 1.0 / t;
            assertThat(moments.meanError(t - 1)).isZero();
            boolean pools = regime == DataRegime.ACCUMULATE || regime == DataRegime.SUBSAMPLE;
            assertThat(moments.variance(t - 1)).isCloseTo(1 + H2 * (pools ? harmonic : t), within(1e-11));
        }
    }

    /** The second moment of a batch of real fraction 0.3 is 1 + 0.7 (that of the last density - 1), whatever is kept. */
    @ParameterizedTest
    @EnumSource(RealSource.class)
    void realDataHoldTheTotalAtAFixedPoint(RealSource source) {
        KdeMoments moments = moments(DataRegime.REPLACE, Shrink.NONE, SampleLimit.FINITE, 0.3, source, Growth.CONSTANT);
        assertThat(moments.total(999)).isCloseTo(1 + H2 / 0.3, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Growth.class)
    void growingBatchesDoNotMoveTheTotal(Growth growth) {
        KdeMoments moments = moments(DataRegime.REPLACE, Shrink.NONE, SampleLimit.FINITE, 0, RealSource.FRESH, growth);
        assertThat(moments.total(999)).isCloseTo(1 + 1_000 * H2, within(1e-9));
        assertThat(moments.meanError(1))
                .isCloseTo(
                        (1 + (0.9 + H2) * 10.0 / (growth == Growth.CONSTANT ? 10 : growth == Growth.LINEAR ? 20 : 28))
                                / 10,
                        within(1e-12));
    }
}
