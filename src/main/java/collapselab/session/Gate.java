package collapselab.session;

import collapselab.kernel.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The progress of one run: remembers how far it is, holds the work while paused and refuses it when cancelled. */
final class Gate implements Progress {
    private final Runnable onReport;
    private volatile double fraction;
    private volatile boolean cancelled;
    private volatile boolean paused;
    private long pausedAt;
    private long pausedNanos;
    private volatile BooleanSupplier holds = () -> false;

    /** @param onReport called, on any thread, whenever something is reported or told */
    Gate(Runnable onReport) {
        this.onReport = onReport;
    }

    @Override
    public void report(double done) {
        fraction = done;
        // The thread is interrupted when its runner is closed.
        if (cancelled || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        if (holds.getAsBoolean()) {
            pause(true);
            onReport.run();
        }
        if (paused) {
            hold();
        }
        onReport.run();
    }

    /** Has the work held, at a report, whenever this says so. */
    void watch(BooleanSupplier watch) {
        holds = watch;
    }

    private synchronized void hold() {
        while (paused && !cancelled) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                cancelled = true;
            }
        }
        if (cancelled) {
            throw new CancellationException();
        }
    }

    /** Tells whoever looks at the run that something has changed. */
    void tell() {
        onReport.run();
    }

    /** For how many nanoseconds the work was, and is, held. */
    synchronized long pausedNanos() {
        return pausedNanos + (paused ? System.nanoTime() - pausedAt : 0);
    }

    double fraction() {
        return fraction;
    }

    boolean paused() {
        return paused;
    }

    synchronized void pause(boolean pause) {
        long now = System.nanoTime();
        if (paused) {
            pausedNanos += now - pausedAt;
        }
        pausedAt = now;
        paused = pause;
        notifyAll();
    }

    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }

    boolean cancelled() {
        return cancelled;
    }
}
