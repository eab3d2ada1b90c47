package collapselab.session;

import collapselab.kernel.Progress;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ctrl-C, or the system asking the program to end: stops the work at its next report and holds the end of the program until
 * what was written so far is whole.
 */
public final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;
    /** How long after the signal what is computed may still be written: whoever gave it waits, and may soon kill. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile long since;

    /** A signal that only {@link #stop} gives. */
    public StopSignal() {}

    /** A signal that the system gives. */
    public static StopSignal ofSystem() {
        StopSignal signal = new StopSignal();
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(signal::stopAndWait, "stop-signal"));
        } catch (IllegalStateException e) { // it was given before
            signal.stop();
        }
        return signal;
    }

    private void stopAndWait() {
        stop();
        try {
            var unused = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the work. */
    public void stop() {
        stop(System.nanoTime());
    }

    /** Stops the work at a time of {@link System#nanoTime}. */
    void stop(long nanos) {
        if (!stopped) {
            since = nanos;
            stopped = true;
        }
    }

    /**
     * Ends the writing of what is computed already, if that takes longer after the signal than anyone waits. Cheap enough for
     * every row.
     *
     * @throws CancellationException if it must end
     */
    public void hurry() {
        if (stopped && System.nanoTime() - since > GRACE_NANOS) {
            throw new CancellationException();
        }
    }

    /**
     * Does what cannot look at this signal, on a thread of its own; that is left alone if the signal comes.
     *
     * @throws CancellationException if it comes
     */
    public void during(Runnable work) {
        during(() -> {
            work.run();
            return Optional.empty();
        });
    }

    /** The same for work that has a result, which it returns. */
    public <T> T during(Supplier<T> work) {
        ThreadFactory beside = Workers.named("beside-stop-signal");
        CompletableFuture<T> done = CompletableFuture.supplyAsync(
                work, task -> beside.newThread(task).start());
        Waiting.until(done, this::hurry);
        return done.join();
    }

    /**
     * Ends the work here, where nothing is lost by it.
     *
     * @throws CancellationException if it was told to stop
     */
    public void check() {
        if (stopped) {
            throw new CancellationException();
        }
    }

    /** Whether the work was told to stop. */
    public boolean stopped() {
        return stopped;
    }

    /** A progress that is shown by another one and ends with this signal. */
    public Progress over(Progress shown) {
        return fraction -> {
            check();
            shown.report(fraction);
        };
    }

    /** Says that everything is written and the program may end. */
    @Override
    public void close() {
        finished.countDown();
    }
}
