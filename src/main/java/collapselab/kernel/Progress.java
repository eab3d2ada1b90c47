package collapselab.kernel;

import java.util.concurrent.CancellationException;

/**
 * Where long work says how far it is, and learns that it must stop: whatever shows a bar can be stopped.
 *
 * <p>Work calls {@link #report} often (at least every 20 ms) and holds no lock while it does: the call may block for as
 * long as the work is paused.
 */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing and never stops the work. */
    Progress NONE = fraction -> {};

    /**
     * Reports how far the work is.
     *
     * @param fraction what is done, 0 to 1
     * @throws CancellationException if the work must stop; nothing it has computed so far may be kept
     */
    void report(double fraction);

    /**
     * The part of this progress from one fraction to another, for a step of larger work.
     *
     * @param from where the step starts, 0 to 1
     * @param to where it ends, 0 to 1
     */
    default Progress part(double from, double to) {
        return fraction -> report(from + (to - from) * fraction);
    }
}
