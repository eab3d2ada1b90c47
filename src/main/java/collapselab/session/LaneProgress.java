package collapselab.session;

import collapselab.kernel.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLongArray;

/** The progress of work that goes on in several lanes at once: their mean. */
final class LaneProgress {
    private final AtomicLongArray fractions;
    private final Progress whole;
    private volatile boolean stopped;

    LaneProgress(int lanes, Progress whole) {
        this.fractions = new AtomicLongArray(lanes);
        this.whole = whole;
    }

    /** The progress of one lane. */
    Progress lane(int lane) {
        return fraction -> {
            if (stopped) {
                throw new CancellationException();
            }
            fractions.set(lane, Double.doubleToLongBits(fraction));
            whole.report(mean());
        };
    }

    /** Stops all lanes at their next report. */
    void stop() {
        stopped = true;
    }

    private double mean() {
        double sum = 0;
        for (int i = 0; i < fractions.length(); i++) {
            sum += Double.longBitsToDouble(fractions.get(i));
        }
        return sum / fractions.length();
    }
}
