package collapselab.view;

import collapselab.session.Workers;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps how the window is left while it is open, and not only when it is closed: at log-out and shutdown the system ends the
 * program by a signal, or takes its display away, and nothing closes the window.
 */
final class MemoryKeeper implements AutoCloseable {
    private static final long PERIOD_SECONDS = 1;

    private final Supplier<WindowMemory> now;
    private final Executor fx;
    private final Path file;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Workers.named("window-memory"));
    private final Thread hook = new Thread(this::keep, "window-memory-at-the-end");
    private volatile WindowMemory seen;
    private WindowMemory kept;

    /**
     * Begins to keep.
     *
     * @param now how the window is, as the FX thread sees it
     * @param fx the FX thread
     * @param file where to
     * @param kept what the file holds
     */
    MemoryKeeper(Supplier<WindowMemory> now, Executor fx, Path file, WindowMemory kept) {
        this.now = now;
        this.fx = fx;
        this.file = file;
        this.kept = kept;
        seen = kept;
    }

    /** Keeps every change within seconds, and the last one that was seen when the program ends. */
    void start() {
        Runtime.getRuntime().addShutdownHook(hook);
        var unused = clock.scheduleWithFixedDelay(
                () -> {
                    keep();
                    look();
                },
                PERIOD_SECONDS,
                PERIOD_SECONDS,
                TimeUnit.SECONDS);
    }

    /** Has the FX thread say how the window is. */
    void look() {
        fx.execute(() -> seen = now.get());
    }

    /** Writes the file if something has changed. */
    synchronized void keep() {
        WindowMemory memory = seen;
        if (!memory.equals(kept)) {
            kept = memory;
            memory.save(file);
        }
    }

    /** Called by the FX thread as the window closes; what it is like then is kept when the program ends, which is soon. */
    @Override
    public void close() {
        clock.shutdown();
        seen = now.get();
    }
}
