package collapselab.cli;

import collapselab.kernel.Progress;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that says how far the work is; nothing where no person watches. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String BLANK = " ".repeat(60);

    private final Terminal terminal;
    private final String task;
    private final long started = System.nanoTime();
    private long drawn = started;
    private double furthest;

    ProgressLine(Terminal terminal, String task) {
        this.terminal = terminal;
        this.task = task;
    }

    @Override
    public void report(double fraction) {
        if (terminal.interactive()) {
            draw(fraction, System.nanoTime());
        }
    }

    private synchronized void draw(double fraction, long now) {
        furthest = Math.max(furthest, fraction);
        if (now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        String line = task + "  " + (int) (100 * furthest) + " %" + left(now);
        terminal.err().print("\r" + line + BLANK.substring(Math.min(BLANK.length(), line.length())) + "\r");
        terminal.err().flush();
    }

    private String left(long now) {
        double seconds = (now - started) * 1e-9;
        if (furthest < 0.01 || seconds < 1) {
            return "";
        }
        long left = Math.round(seconds * (1 - furthest) / furthest);
        return "  " + (left < 100 ? left + " s left" : (left + 30) / 60 + " min left");
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (drawn != started) {
            terminal.err().print("\r" + BLANK + "\r");
            terminal.err().flush();
        }
    }
}
