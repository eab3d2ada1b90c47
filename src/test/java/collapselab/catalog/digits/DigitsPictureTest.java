package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DigitsPictureTest {
    /** The classes that are pictured are those of the digits that are judged: of no others, and not of the grid's again. */
    @Test
    @SuppressWarnings("unchecked") // the spec names this experiment
    void classesArePicturedAsTheyAreMeasured() {
        var digits = new DigitsExperiment(DigitSource.of(Optional.empty(), Map.of()));
        var spec = (RunSpec<DigitsParameters>) RunSpec.parse(
                "digits?samples=1000&generations=1&epochs=10&hidden=32&latent=4&batch=64&learningRate=0.005",
                List.of(digits));
        Setting<DigitsParameters> setting = spec.setting(spec.regimes().get(0));
        DigitsSnapshot measured = first(digits, setting, Wanted.ALL);
        assertThat(Arrays.stream(measured.shares().toArray())
                        .filter(share -> share > 0.01)
                        .count())
                .as("classes that the model knows")
                .isGreaterThan(1);
        assertThat(first(digits, setting, Wanted.PICTURES)).isEqualTo(measured);
    }

    private static DigitsSnapshot first(DigitsExperiment digits, Setting<DigitsParameters> setting, Wanted wanted) {
        try (var training = new RecursiveTraining<>(
                digits.open(setting, Progress.NONE), setting.protocol(), setting.regime(), Chains.from(1, 1))) {
            return training.next(wanted, Progress.NONE).snapshot().orElseThrow();
        }
    }
}
