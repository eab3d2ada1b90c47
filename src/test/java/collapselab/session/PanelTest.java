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
import collapselab.plot.Band;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read from a panel whose recording is written by hand. */
final class PanelTest {
    private final Wander wander = new Wander("wander", true, 10);
    private final Panel<Wander.Parameters, String> panel = new Panel<>(
            wander,
            new Setting<>(wander.defaults(), new Protocol(10, 3, 0, RealSource.FRESH, 1, 2), DataRegime.REPLACE));

    private void append(String snapshot, double... place) {
        panel.recording().append(generation(panel.recording().size(), snapshot, place));
    }

    private static Generation<String> generation(int index, String snapshot, double... place) {
        Doubles rest = Doubles.of(place).map(p -> 1 - p);
        return new Generation<>(index, List.of(Doubles.of(place), rest), Optional.of(snapshot));
    }

    @Test
    void aStageIsReachedAtTheFirstMeasuredGenerationWhoseMediansPassIt() {
        append("", 5, 0);
        append("", 0.5, 0.5);
        assertThat(panel.events()).extracting(Event::generation).containsExactly(1);
        panel.recording().append(new Generation<>(2, List.of(), Optional.of("")));
        append("", 0.01, 0.02);
        append("", 0.001, 0.002);
        assertThat(panel.events()).extracting(Event::generation).containsExactly(1, 3);
        assertThat(panel.events().get(1).milestone().kind()).isEqualTo(Milestone.Kind.LATE);
    }

    @Test
    void moreChainsMoveTheStages() {
        append("", 0.5);
        append("", 0.4);
        assertThat(panel.events().get(0).generation()).isZero();
        panel.recording().widen(generation(0, "", 7, 8));
        assertThat(panel.events().get(0).generation()).isEqualTo(1);
    }

    @Test
    void lossesAreListedUpToAGeneration() {
        append("abc", 1);
        append("ac", 1);
        append("ac", 1);
        append("", 1);
        assertThat(panel.losses(0)).isEmpty();
        assertThat(panel.losses(2)).containsExactly(new Loss(1, List.of("letter b")));
        assertThat(panel.losses(3)).hasSize(2).last().isEqualTo(new Loss(3, List.of("letter a", "letter c")));
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
        Run run = new Run(wander.spec("generations=3&seeds=2"), List.of(panel), new Gate(() -> {}));
        List<Curves> charts = ConservedChart.of(run);
        assertThat(charts).hasSize(1);
        Band spread = charts.get(0).bands().get(0);
        Band drift = charts.get(0).bands().get(1);
        assertThat(spread.high().get(1)).isCloseTo(0.3, within(1e-15));
        assertThat(drift.low()).isEqualTo(spread.high());
        assertThat(drift.high().get(1)).isCloseTo(1, within(1e-15));
        assertThat(charts.get(0).y().max()).isGreaterThan(1);
    }
}
