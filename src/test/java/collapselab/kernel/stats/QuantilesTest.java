package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    private static final double[] SAMPLE = {3.5, -1.25, 9, 0.5, 7.75, 2.0, 100.0};

    @Test
    void interpolateAsNumPyDoes() {
        Quantiles band = Quantiles.of(SAMPLE);

        assertThat(band.low()).isCloseTo(-0.725, within(1e-12));
        assertThat(band.median()).isEqualTo(3.5);
        assertThat(band.high()).isCloseTo(72.7, within(1e-12));
        assertThat(Quantiles.quantile(SAMPLE, 0.3)).isCloseTo(1.7, within(1e-12));
        assertThat(Quantiles.quantile(SAMPLE, 0)).isEqualTo(-1.25);
        assertThat(Quantiles.quantile(SAMPLE, 1)).isEqualTo(100);
    }

    @Test
    void leaveOutWhatIsNotANumber() {
        assertThat(Quantiles.median(new double[] {Double.NaN, 4, Double.NaN, 2}))
                .isEqualTo(3);
        assertThat(Quantiles.of(new double[] {Double.NaN}).median()).isNaN();
        assertThat(Quantiles.median(new double[0])).isNaN();
    }

    @Test
    void ofOneValueAreThatValue() {
        assertThat(Quantiles.of(new double[] {7})).isEqualTo(new Quantiles(7, 7, 7));
    }

    @Test
    void keepInfinitiesApart() {
        assertThat(Quantiles.median(new double[] {1, 2, Double.POSITIVE_INFINITY}))
                .isEqualTo(2);
        assertThat(Quantiles.median(new double[] {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Quantiles.quantile(new double[] {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}, 0.75))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void refuseAProbabilityAboveOne() {
        assertThatThrownBy(() -> Quantiles.quantile(SAMPLE, 1.1)).hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> Quantiles.quantile(SAMPLE, Double.NaN)).hasMessageContaining("[0, 1]");
    }
}
