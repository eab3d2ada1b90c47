package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.kernel.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
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
    void whatDoesNotLookIsLeftAlone() {
        CountDownLatch never = new CountDownLatch(1);
        try (StopSignal signal = new StopSignal()) {
            assertThat(signal.during(() -> "done")).isEqualTo("done");
            assertThatThrownBy(() -> signal.during((Runnable) () -> {
                        throw new IllegalStateException("failed");
                    }))
                    .hasMessage("failed");
            signal.stop(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            assertThatThrownBy(() -> signal.during(() -> await(never))).isInstanceOf(CancellationException.class);
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
