package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PinsTest {
    @Test
    void pinsThatCoincideStandBesideEachOther() {
        double[] x = Pins.spread(new double[] {50, 50, 50}, 10, 200);
        assertThat(x[1] - x[0]).isCloseTo(10, within(0.5));
        assertThat(x[2] - x[1]).isCloseTo(10, within(0.5));
        assertThat(x[1]).isCloseTo(50, within(0.5));
    }

    @Test
    void pinsFarApartStandOverTheirGenerationsAndNoneLeavesTheBar() {
        assertThat(Pins.spread(new double[] {30, 90}, 10, 200)).containsExactly(30, 90);
        double[] x = Pins.spread(new double[] {0, 0, 199, 199}, 10, 200);
        assertThat(x[0]).isGreaterThanOrEqualTo(5);
        assertThat(x[3]).isLessThanOrEqualTo(195);
        assertThat(x[1] - x[0]).isCloseTo(10, within(0.5));
        assertThat(x[3] - x[2]).isCloseTo(10, within(0.5));
    }
}
