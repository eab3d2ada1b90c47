package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.plot.Axis;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Axis axis, double length) {
        return Ticks.of(new Scale(axis, 0, length), label -> 6.0 * label.length(), 12).stream()
                .map(Tick::label)
                .toList();
    }

    @Test
    void linearAxesCountInRoundSteps() {
        assertThat(labels(Axis.linear("", -3.2, 3.2), 250)).containsExactly("−3", "−2", "−1", "0", "1", "2", "3");
        assertThat(labels(Axis.linear("", 0, 200), 200)).containsExactly("0", "50", "100", "150", "200");
        assertThat(labels(Axis.linear("", 0, 0.3), 200))
                .containsExactly("0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3");
    }

    @Test
    void whatIsCountedIsMarkedInWholeNumbers() {
        assertThat(labels(Axis.counting("", 0, 4), 400)).containsExactly("0", "1", "2", "3", "4");
        assertThat(labels(Axis.counting("", 0, 1), 400)).containsExactly("0", "1");
    }

    @Test
    void logAxesCountOneTwoFive() {
        assertThat(labels(new Axis("", 0.08, 1.5, true), 200)).containsExactly("0.1", "0.2", "0.5", "1");
    }

    @Test
    void logAxesOverManyDecadesCountInPowers() {
        assertThat(labels(new Axis("", 1e-7, 1e2, true), 200)).containsExactly("10⁻⁶", "10⁻⁴", "10⁻²", "1", "10²");
    }

    @Test
    void logAxesWithinADecadeCountEvenly() {
        assertThat(labels(new Axis("", 0.3, 0.95, true), 200)).contains("0.4", "0.6", "0.8");
    }

    @Test
    void labelsThinOutWithTheRoom() {
        assertThat(labels(Axis.linear("", 0, 200), 55)).containsExactly("0", "200");
        assertThat(labels(Axis.linear("", 0, 200), 20)).hasSize(1);
    }

    @Test
    void everyAxisGetsATickInsideItself() {
        for (int i = 0; i < 400; i++) {
            double min = Math.pow(10, i % 40 - 20) * (1 + i % 7);
            double max = min * (1.01 + i);
            for (boolean log : new boolean[] {false, true}) {
                List<Tick> ticks = Ticks.of(new Scale(new Axis("", min, max, log), 0, 300), label -> 30, 8);
                assertThat(ticks).isNotEmpty();
                assertThat(ticks).allMatch(t -> t.value() >= min * 0.999999 && t.value() <= max * 1.000001);
            }
        }
    }

    @Test
    void namesAreThinnedEvenly() {
        List<Tick> names =
                List.of(new Tick(0.5, "ant"), new Tick(1.5, "bee"), new Tick(2.5, "cat"), new Tick(3.5, "dog"));
        Scale scale = new Scale(Axis.linear("", 0, 4), 0, 100);
        assertThat(Ticks.thinned(names, scale, label -> 40, 2))
                .extracting(Tick::label)
                .containsExactly("ant", "cat");
    }

    @Test
    void numbersAreShortAndTheSameEverywhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(NumberText.of(0)).isEqualTo("0");
            assertThat(NumberText.of(1.5)).isEqualTo("1.5");
            assertThat(NumberText.of(999.96)).isEqualTo("1k");
            assertThat(NumberText.of(1500)).isEqualTo("1.5k");
            assertThat(NumberText.of(10_000)).isEqualTo("10k");
            assertThat(NumberText.of(2e6)).isEqualTo("2M");
            assertThat(NumberText.of(0.30000000000000004)).isEqualTo("0.3");
            assertThat(NumberText.of(-0.001)).isEqualTo("−0.001");
            assertThat(NumberText.of(0.0002)).isEqualTo("2·10⁻⁴");
            assertThat(NumberText.of(-1e15)).isEqualTo("−10¹⁵");
            assertThat(NumberText.of(Math.PI)).isEqualTo("3.142");
        } finally {
            Locale.setDefault(before);
        }
    }
}
