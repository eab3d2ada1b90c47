package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
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
    void aDigitIsLostWhenItFallsUnderOnePerCent() {
        DigitsSnapshot all = snapshot(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        DigitsSnapshot fewer = snapshot(0.2, 0.2, 0.1, 0.1, 0.009, 0.2, 0.1, 0.01, 0, 0.1);
        assertThat(digits.lost(setting, all, fewer)).containsExactly("digit 4", "digit 8");
        assertThat(digits.lost(setting, fewer, fewer)).isEmpty();
        assertThat(digits.lost(setting, fewer, all)).isEmpty();
    }

    @Test
    void collapseIsEarlyWithADigitLostAndLateWithTwoLeft() {
        List<Milestone> milestones = digits.milestones(setting);
        assertThat(milestones).extracting(Milestone::kind).containsExactly(Milestone.Kind.EARLY, Milestone.Kind.LATE);
        for (Milestone milestone : milestones) {
            assertThat(milestone.reached().test(Map.of())).isFalse();
            assertThat(milestone.reached().test(Map.of("classes_alive", 10.0))).isFalse();
            assertThat(milestone.reached().test(Map.of("classes_alive", 2.0))).isTrue();
        }
        assertThat(milestones.get(0).reached().test(Map.of("classes_alive", 9.0)))
                .isTrue();
        assertThat(milestones.get(1).reached().test(Map.of("classes_alive", 3.0)))
                .isFalse();
    }
}
