package collapselab.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands a task to another thread at most once at a time: however often it is asked for meanwhile, one more run follows. The
 * bridge from working threads to the screen's.
 */
public final class Coalesced implements Runnable {
    private final Executor executor;
    private final Runnable task;
    private final AtomicBoolean waiting = new AtomicBoolean();

    /**
     * @param executor where the task runs, such as {@code Platform::runLater}
     * @param task what runs; it must read the newest state itself
     */
    public Coalesced(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    /** Asks for the task; returns at once. */
    @Override
    public void run() {
        if (waiting.compareAndSet(false, true)) {
            executor.execute(() -> {
                waiting.set(false);
                task.run();
            });
        }
    }
}
