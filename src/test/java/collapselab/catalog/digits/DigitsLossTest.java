package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Inventory;
import collapselab.experiment.Milestone;
import collapselab.experiment.Setting;
import collapselab.kernel.data.DigitSource;
import collapselab.plot.Doubles;
import collapselab.plot.Pixels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DigitsLossTest {
    private final DigitsExperiment digits = new DigitsExperiment(DigitSource.of(Optional.empty(), Map.of()));
    private final Setting<DigitsParameters> setting =
            new Setting<>(digits.defaults(), digits.protocol(), DataRegime.REPLACE);

    private static DigitsSnapshot snapshot(double... shares) {
        Pixels none = Pixels.of(new byte[0]);
        return new DigitsSnapshot(0, none, none, Doubles.of(shares), Doubles.of(shares));
    }

    @Test
    void aDigitIsLostWhileItIsUnderOnePerCent() {
        DigitsSnapshot all = snapshot(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        DigitsSnapshot fewer = snapshot(0.2, 0.2, 0.1, 0.1, 0.009, 0.2, 0.1, 0.01, 0, 0.1);
        Inventory<DigitsSnapshot> inventory = digits.inventory(setting).orElseThrow();
        assertThat(inventory.size()).isEqualTo(10);
        assertThat(inventory.name().apply(4)).isEqualTo("digit 4");
        assertThat(inventory.held().at(all, fewer).stream()).containsExactly(0, 1, 2, 3, 5, 6, 7, 9);
        assertThat(inventory.held().at(fewer, all).cardinality()).isEqualTo(10);
    }

    @Test
    void collapseIsEarlyWithHalfOfTheClassesAndLateWithAFifth() {
        List<Milestone> milestones = digits.milestones(setting);
        assertThat(milestones).extracting(Milestone::kind).containsExactly(Milestone.Kind.EARLY, Milestone.Kind.LATE);
        // So many classes, all alike, have an entropy of their number's logarithm.
        for (double first : new double[] {10, 4}) {
            for (double now : new double[] {first, 3, 2, 1}) {
                for (Milestone milestone : milestones) {
                    double course = milestone
                            .course()
                            .of(
                                    Map.of("class_entropy", Math.log(now))::get,
                                    Map.of("class_entropy", Math.log(first))::get);
                    assertThat(course).isCloseTo(first / now, within(1e-12));
                }
            }
        }
        assertThat(milestones).extracting(Milestone::limit).containsExactly(2.0, 5.0);
        assertThat(milestones.get(1).threshold()).contains("1/5", "generation 0");
    }
}
