package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
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

    @Test
    void whatIsComputedMayBeWrittenForAMomentOnly() {
        try (StopSignal signal = new StopSignal();
                StopSignal earlier = new StopSignal()) {
            signal.hurry();
            signal.stop(System.nanoTime() + TimeUnit.HOURS.toNanos(1)); // no machine is too slow for this test
            signal.hurry();
            earlier.stop(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            assertThatThrownBy(earlier::hurry).isInstanceOf(CancellationException.class);
        }
    }
}
