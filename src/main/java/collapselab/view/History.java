package collapselab.view;

import collapselab.experiment.RunSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Settings to go back to, and forth again. A drag of one slider is one step. */
final class History {
    private static final int DEEPEST = 200;

    private final Deque<RunSpec<?>> undo = new ArrayDeque<>();
    private final Deque<RunSpec<?>> redo = new ArrayDeque<>();
    private String gesture = "";

    /**
     * Remembers settings that are about to change.
     *
     * @param before the settings so far
     * @param gesture what changes them; changes in a row by the same gesture are one step, by the empty one never
     * @return whether this began a new step
     */
    boolean change(RunSpec<?> before, String gesture) {
        redo.clear();
        boolean begins = gesture.isEmpty() || !gesture.equals(this.gesture);
        if (begins) {
            undo.push(before);
            if (undo.size() > DEEPEST) {
                undo.removeLast();
            }
        }
        this.gesture = gesture;
        return begins;
    }

    /** The next change begins a step of its own. */
    void settle() {
        gesture = "";
    }

    /** The settings before the last step. */
    Optional<RunSpec<?>> back(RunSpec<?> now) {
        return move(undo, redo, now);
    }

    /** The settings before the last way back. */
    Optional<RunSpec<?>> forth(RunSpec<?> now) {
        return move(redo, undo, now);
    }

    boolean hasBack() {
        return !undo.isEmpty();
    }

    boolean hasForth() {
        return !redo.isEmpty();
    }

    private Optional<RunSpec<?>> move(Deque<RunSpec<?>> from, Deque<RunSpec<?>> to, RunSpec<?> now) {
        settle();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
