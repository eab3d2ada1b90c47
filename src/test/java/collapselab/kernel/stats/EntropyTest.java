package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EntropyTest {
    @Test
    void ofEqualCountsIsTheLogarithmOfTheirNumber() {
        assertThat(Entropy.nats(new int[] {7, 7, 7, 7})).isCloseTo(Math.log(4), within(1e-15));
    }

    @Test
    void ofOneClassIsNothing() {
        assertThat(Entropy.nats(new long[] {0, 12, 0})).isZero();
    }

    @Test
    void isInNats() {
        double expected = -0.75 * Math.log(0.75) - 0.25 * Math.log(0.25);

        assertThat(Entropy.nats(new long[] {3, 1, 0})).isCloseTo(expected, within(1e-15));
    }

    @Test
    void ofNothingIsNotANumber() {
        assertThat(Entropy.nats(new int[3])).isNaN();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> Entropy.nats(new int[] {1, -1})).hasMessageContaining("-1");
    }
}
