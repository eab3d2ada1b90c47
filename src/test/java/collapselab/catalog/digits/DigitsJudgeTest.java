package collapselab.catalog.digits;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.experiment.Learner;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DigitsJudgeTest {
    /** The judge's training begins when half of the opening is done. */
    private static final double TRAINING = 0.6;

    private final DigitsExperiment digits = new DigitsExperiment(DigitSource.of(Optional.empty(), Map.of()));
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @SuppressWarnings("unchecked") // the spec names this experiment
    private Learner<?, ?, DigitsSnapshot> open(Progress progress) {
        var spec = (RunSpec<DigitsParameters>) RunSpec.parse("digits?samples=100&generations=1", List.of(digits));
        Setting<DigitsParameters> setting = spec.setting(spec.regimes().get(0));
        return digits.open(setting, progress);
    }

    private void hold(double fraction) {
        if (fraction > TRAINING) {
            held.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new CancellationException();
        }
    }

    @Test
    void aRunThatIsHeldWhileItsJudgeIsTrainedHoldsNoOther() throws InterruptedException {
        CompletableFuture<?> paused = CompletableFuture.runAsync(() -> open(this::hold));
        held.await();
        open(Progress.NONE).close();
        cancelled.countDown();
        assertThatThrownBy(paused::join).hasCauseInstanceOf(CancellationException.class);
    }
}
