package collapselab.session;

import collapselab.experiment.Onlooker;
import collapselab.experiment.Preview;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Looks on for a panel: at most every half second, and only if somebody has asked since. What nobody looks at costs nothing.
 * Thread-safe.
 */
final class PanelOnlooker implements Onlooker {
    private static final long PERIOD_NANOS = 500_000_000;

    private final LongSupplier clock;
    private Optional<Preview> newest = Optional.empty();
    private long seenAt;
    private volatile boolean asked;

    PanelOnlooker() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds */
    PanelOnlooker(LongSupplier clock) {
        this.clock = clock;
    }

    /** What it saw last of the model that is being fitted; asks for more. Empty while none is. */
    synchronized Optional<Preview> newest() {
        asked = true;
        return newest;
    }

    @Override
    public boolean looks() {
        return asked && due();
    }

    private synchronized boolean due() {
        return newest.isEmpty() || clock.getAsLong() - seenAt >= PERIOD_NANOS;
    }

    @Override
    public synchronized void see(Preview preview) {
        newest = Optional.of(preview);
        seenAt = clock.getAsLong();
        asked = false;
    }

    /** No model is being fitted any more. */
    synchronized void away() {
        newest = Optional.empty();
    }
}
