package collapselab.session;

import collapselab.kernel.Unchecked;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what another thread does, and looks meanwhile whether to go on waiting. */
public final class Waiting {
    private static final long LOOK_MILLIS = 50;

    private Waiting() {}

    /**
     * Returns when the work is done; throws what it threw.
     *
     * @param look called again and again until then; what it throws ends the waiting
     * @throws CancellationException if the thread that waits is interrupted
     */
    public static void until(Future<?> done, Runnable look) {
        while (true) {
            try {
                done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                look.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw Unchecked.of(e.getCause());
            }
        }
    }
}
