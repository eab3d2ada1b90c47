package collapselab.view;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps how the window is left while it is open, and not only when it is closed: at log-out and shutdown the system ends the
 * program by a signal, or takes its display away, and nothing closes the window.
 */
final class MemoryKeeper implements AutoCloseable {
    private static final long PERIOD_SECONDS = 2;

    private final Supplier<WindowMemory> now;
    private final Path file;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "window-memory");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread hook = new Thread(this::keep, "window-memory-at-the-end");
    private WindowMemory kept;
    private Optional<WindowMemory> last = Optional.empty();

    /**
     * Begins to keep.
     *
     * @param now how the window is; called by other threads than the toolkit's, so it only looks at plain values
     * @param file where to
     * @param kept what the file holds
     */
    MemoryKeeper(Supplier<WindowMemory> now, Path file, WindowMemory kept) {
        this.now = now;
        this.file = file;
        this.kept = kept;
    }

    /** Keeps every change within seconds, and the last one when the program ends. */
    void start() {
        Runtime.getRuntime().addShutdownHook(hook);
        var unused = clock.scheduleWithFixedDelay(this::keep, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes the file if something has changed. */
    synchronized void keep() {
        WindowMemory memory = last.orElseGet(now);
        if (!memory.equals(kept)) {
            kept = memory;
            memory.save(file);
        }
    }

    /** From now on the window is no longer looked at; the last change is kept when the program ends, which is soon. */
    @Override
    public synchronized void close() {
        last = Optional.of(now.get());
        clock.shutdown();
    }
}
