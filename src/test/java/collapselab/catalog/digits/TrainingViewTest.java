package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.Onlooker;
import collapselab.experiment.Preview;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.random.Chains;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.ImageGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingViewTest {
    private static final int DIGIT = DigitsParameters.PIXELS;

    private final List<Preview> seen = new ArrayList<>();

    /** Looks at every step. */
    private final Onlooker always = new Onlooker() {
        @Override
        public boolean looks() {
            return true;
        }

        @Override
        public void see(Preview preview) {
            seen.add(preview);
        }
    };

    private static <S extends Sample<S>, M> List<Generation<DigitsSnapshot>> run(
            Learner<S, M, DigitsSnapshot> learner, Setting<DigitsParameters> setting) {
        List<Generation<DigitsSnapshot>> generations = new ArrayList<>();
        try (var training = new RecursiveTraining<>(learner, setting.protocol(), setting.regime(), Chains.from(1, 1))) {
            for (int g = 0; g < setting.protocol().generations(); g++) {
                generations.add(training.next(Wanted.ALL, Progress.NONE));
            }
        }
        return generations;
    }

    @Test
    @SuppressWarnings("unchecked") // the spec names this experiment
    void aTrainingThatIsWatchedGivesTheSameNumbersAndShowsTheCodesOfTheStrip() {
        var digits = new DigitsExperiment(DigitSource.of(Optional.empty(), Map.of()));
        var spec = (RunSpec<DigitsParameters>)
                RunSpec.parse("digits?samples=150&generations=2&epochs=3&hidden=16&latent=4&batch=64", List.of(digits));
        Setting<DigitsParameters> setting = spec.setting(spec.regimes().get(0));
        List<Generation<DigitsSnapshot>> unseen = run(digits.open(setting, Progress.NONE), setting);
        var learner = digits.open(setting, Progress.NONE);
        learner.watched(always);
        List<Generation<DigitsSnapshot>> watched = run(learner, setting);
        assertThat(watched).isEqualTo(unseen);

        // Three steps an epoch, three epochs, two generations.
        assertThat(seen).hasSize(18);
        assertThat(seen.get(0).stand()).matches("epoch 1 of 3, \\d+ nats per image");
        Preview last = seen.get(8);
        assertThat(last.stand()).startsWith("epoch 3 of 3, ");
        ImageGrid grid = (ImageGrid) last.plots().get(0);
        assertThat(grid.count()).isEqualTo(DigitsSnapshot.SAMPLES);
        var strip = watched.get(0).snapshot().orElseThrow().strip();
        for (int p = 0; p < DigitsSnapshot.CODES * DIGIT; p++) {
            assertThat(grid.pixels().get(p)).isEqualTo(strip.get(p));
        }
        Doubles losses = ((Curves) last.plots().get(1)).curves().get(0).y();
        assertThat(losses.size()).isEqualTo(9);
        assertThat(losses.get(8)).isLessThan(losses.get(0));
        assertThat(seen.get(9).generation()).isEqualTo(1);
    }
}
