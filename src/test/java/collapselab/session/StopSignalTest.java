package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.Progress;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    @Test
    void refusesProgressOnceGiven() {
        try (StopSignal signal = new StopSignal()) {
            Progress progress = signal.over(Progress.NONE);
            progress.report(0.5);
            assertThat(signal.stopped()).isFalse();
            signal.stop();
            assertThat(signal.stopped()).isTrue();
            assertThatThrownBy(() -> progress.report(0.6)).isInstanceOf(CancellationException.class);
        }
    }
}
