package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.experiment.Milestone;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import collapselab.experiment.Verdict;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.plot.Band;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is read from a panel whose recording is written by hand. */
final class PanelTest {
    private final Wander wander = new Wander("wander", true, 10);
    private final Panel<Wander.Parameters, String> panel = panel();

    private Panel<Wander.Parameters, String> panel() {
        Panel<Wander.Parameters, String> panel = new Panel<>(
                wander,
                new Setting<>(wander.defaults(), new Protocol(10, 3, 0, RealSource.FRESH, 1, 2), DataRegime.REPLACE));
        panel.learn();
        return panel;
    }

    private void append(String snapshot, double... place) {
        panel.recording().append(generation(panel.recording().size(), snapshot, place));
    }

    private static Generation<String> generation(int index, String snapshot, double... place) {
        Doubles rest = Doubles.of(place).map(p -> 1 - p);
        return new Generation<>(index, List.of(Doubles.of(place), rest), Optional.of(snapshot));
    }

    private void unmeasured() {
        panel.recording().append(new Generation<>(panel.recording().size(), List.of(), Optional.of("")));
    }

    @Test
    void aStageIsReachedAtTheFirstOfThreeMeasuredGenerationsInARow() {
        append("", 5, 7);
        append("", 0.5, 2.5);
        append("", 0.5, 2.5);
        unmeasured();
        assertThat(panel.events()).isEmpty();
        append("", 0.01, 0.02);
        assertThat(panel.events()).extracting(Event::generation).containsExactly(1);
        append("", 0.001, 0.002);
        append("", 0.001, 0.002);
        assertThat(panel.events()).extracting(Event::generation).containsExactly(1, 4);
        assertThat(panel.events().get(1).milestone().kind()).isEqualTo(Milestone.Kind.LATE);
    }

    @Test
    void noiseAroundAThresholdReachesNothingAndWhatIsReachedStays() {
        append("", 5, 5);
        for (int g = 1; g < 40; g++) {
            append("", g % 3 == 0 ? 1.1 : 0.9, g % 3 == 0 ? 1.1 : 0.9);
            assertThat(panel.events()).isEmpty();
        }
        for (int g = 40; g < 80; g++) {
            double place = g < 43 || g % 2 == 0 ? 0.9 : 3;
            append("", place, place);
            if (g >= 42) {
                // Generation 39 was above.
                assertThat(panel.events()).extracting(Event::generation).containsExactly(40);
            }
        }
    }

    @Test
    void stagesOfARandomWalkComeInOrderAndNeverGo() {
        int reached = 0;
        for (long seed = 0; seed < 200; seed++) {
            var random = new Randomness(seed).stream(0, Purpose.SAMPLE);
            var walk = panel();
            List<Event> before = List.of();
            double place = 5;
            for (int g = 0; g < 60; g++) {
                walk.recording().append(generation(g, "", place, place));
                List<Event> now = walk.events();
                assertThat(now.subList(0, before.size())).isEqualTo(before);
                assertThat(now).extracting(Event::generation).isSorted().doesNotContain(0);
                before = now;
                place += random.nextDouble() < 0.5 ? -1 : 0.8;
            }
            if (!before.isEmpty()) {
                assertThat(before.get(0).milestone().kind()).isEqualTo(Milestone.Kind.EARLY);
            }
            reached += before.size();
        }
        assertThat(reached).isGreaterThan(200);
    }

    @Test
    void stagesWaitForAllChains() {
        for (int g = 0; g < 5; g++) {
            append("", g == 0 ? 5 : 0.5);
        }
        assertThat(panel.events()).isEmpty();
        for (int g = 0; g < 4; g++) {
            assertThat(panel.events()).isEmpty();
            panel.recording().widen(generation(g, "", g < 1 ? 5 : 0.5));
        }
        assertThat(panel.events()).extracting(Event::generation).containsExactly(1);
    }

    @Test
    void lossesAreListedUpToAGenerationAndReturnsAreSaid() {
        append("ab", 1);
        append("ac", 1);
        append("ac", 1);
        append("", 1);
        assertThat(panel.losses(0)).containsExactly(new Loss(0, List.of("letter c"), List.of()));
        assertThat(panel.losses(2)).hasSize(2).last().isEqualTo(new Loss(1, List.of("letter b"), List.of("letter c")));
        assertThat(panel.losses(3))
                .hasSize(3)
                .last()
                .isEqualTo(new Loss(3, List.of("letter a", "letter c"), List.of()));
    }

    @Test
    void spreadAndDriftAreWeighedAgainstTheirTotal() {
        append("", 0.3, 0.5);
        Balance balance = panel.balance(0).orElseThrow();
        assertThat(balance.spread()).isCloseTo(0.4, within(1e-15));
        assertThat(balance.sum()).isCloseTo(1, within(1e-15));
        assertThat(panel.conservedVerdict().status()).isEqualTo(Verdict.Status.AGREES);
    }

    @Test
    void aMeanThatFewChainsCarryIsApartFromTheMedian() {
        append("", 1, 1, 1, 1, 1, 1, 1, 1, 1, 101);
        Averages averages = panel.averages("place", 0).orElseThrow();
        assertThat(averages).isEqualTo(new Averages(11, 1, 0.9, 0.1, 10));
        assertThat(averages.apart()).isTrue();
        append("", 1, 2, 3, 4, 5, 6, 7, 8, 9, Double.NaN);
        assertThat(panel.averages("place", 1).orElseThrow().apart()).isFalse();
        append("", 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        assertThat(panel.averages("place", 2).orElseThrow().apart()).isFalse();
    }

    @Test
    void theConservedChartStacksDriftOnSpreadUpToTheLaw() {
        append("", 0.9, 0.9);
        append("", 0.2, 0.4);
        Run run =
                new Run(wander.spec("generations=3&seeds=2"), List.of(panel), new Gate(() -> {}), OptionalInt.empty());
        List<Curves> charts = ConservedChart.of(run, new HeldAxes());
        assertThat(charts).hasSize(1);
        Band spread = charts.get(0).bands().get(0);
        Band drift = charts.get(0).bands().get(1);
        assertThat(spread.high().get(1)).isCloseTo(0.3, within(1e-15));
        assertThat(drift.low()).isEqualTo(spread.high());
        assertThat(drift.high().get(1)).isCloseTo(1, within(1e-15));
        assertThat(charts.get(0).y().max()).isGreaterThan(1);
    }
}
