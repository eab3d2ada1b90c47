package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.plot.Axis;
import org.junit.jupiter.api.Test;

final class LimitsTest {
    private static Axis log(double min, double max) {
        return new Limits(min, max).fit(true, Double.NaN);
    }

    private static Axis linear(double min, double max) {
        return new Limits(min, max).fit(false, Double.NaN);
    }

    @Test
    void endsAreRoundAndNothingStandsOnThem() {
        assertThat(log(0.013, 4.3)).isEqualTo(new Axis("", 0.01, 10, true));
        assertThat(log(0.0201, 4.3)).isEqualTo(new Axis("", 0.01, 10, true));
        assertThat(linear(0.001, 7.2)).isEqualTo(Axis.linear("", 0, 8));
        assertThat(linear(119, 209)).isEqualTo(Axis.linear("", 0, 250));
        assertThat(linear(-3.3, -1.2)).isEqualTo(Axis.linear("", -3.5, -1));
    }

    @Test
    void noiseAroundAValueDoesNotFillTheAxis() {
        Axis ratio = log(0.97, 1.03);
        assertThat(ratio.max() / ratio.min()).isGreaterThanOrEqualTo(10);
        assertThat(ratio.min()).isLessThan(0.5);
        assertThat(ratio.max()).isGreaterThan(2);
        Axis level = linear(1.40, 1.44);
        assertThat(level.max() - level.min()).isGreaterThan(0.5);
        assertThat(linear(9, 10).min()).isGreaterThanOrEqualTo(0);
        Axis logarithm = new Limits(-0.03, 0.03).fit(false, 2);
        assertThat(logarithm.max()).isGreaterThanOrEqualTo(1);
        assertThat(logarithm.min()).isLessThanOrEqualTo(-1);
    }

    @Test
    void whatIsNeverNegativeHasNoNegativeAxis() {
        assertThat(linear(0, 0)).isEqualTo(Axis.linear("", 0, 1.1));
        assertThat(new Limits(9, 10).fit(false, 30).min()).isZero();
        assertThat(new Limits(9, 10).fit(false, 30).max()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void anAxisGrowsOnlyWhereDataLeaveItAndToRoundNumbers() {
        Axis held = new Axis("", 0.1, 10, true);
        assertThat(new Limits(0.11, 9).grown(held)).isSameAs(held);
        assertThat(new Limits(0.03, 9).grown(held)).isEqualTo(new Axis("", 0.02, 10, true));
        assertThat(new Limits(0.5, 11).grown(held)).isEqualTo(new Axis("", 0.1, 20, true));
        assertThat(new Limits(3, 8.3).grown(Axis.linear("", 0, 8))).isEqualTo(Axis.linear("", 0, 9));
        assertThat(new Limits(-0.3, 3).grown(Axis.linear("", 0, 8))).isEqualTo(Axis.linear("", -1, 8));
        assertThat(Limits.NONE.grown(held)).isSameAs(held);
    }

    @Test
    void whatHasCollapsedFurtherThanAnAxisReachesLeavesIt() {
        assertThat(log(1e-108, 1).min()).isBetween(1e-14, 1e-12);
        assertThat(new Limits(1e-108, 1).grown(new Axis("", 0.1, 10, true)).min())
                .isBetween(1e-13, 1e-11);
    }

    @Test
    void valuesThatAnAxisCannotShowAreLeftOut() {
        Limits reach =
                Limits.NONE.and(0, true).and(-1, true).and(Double.NaN, true).and(2, true);
        assertThat(reach).isEqualTo(new Limits(2, 2));
        assertThat(Limits.NONE.and(Double.POSITIVE_INFINITY, false)).isEqualTo(Limits.NONE);
        assertThat(Limits.NONE.fit(true, Double.NaN).log()).isTrue();
    }
}
