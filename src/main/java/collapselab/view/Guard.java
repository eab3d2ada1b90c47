package collapselab.view;

import collapselab.session.Failure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a failure of one part of the window from the others: it is said in one sentence and logged once, and the part is tried
 * again at the next change. Owned by the FX thread.
 */
final class Guard {
    private final Consumer<String> say;
    private final Map<Object, String> failing = new HashMap<>();
    private Optional<String> last = Optional.empty();

    /** @param say told in one sentence what went wrong */
    Guard(Consumer<String> say) {
        this.say = say;
    }

    /**
     * Runs a part's work.
     *
     * @param part whose
     */
    void run(Object part, Runnable work) {
        try {
            work.run();
            failing.remove(part);
        } catch (RuntimeException | Error e) {
            failed(part, e);
        }
    }

    /** Says that a part failed, unless it did so the last time too. */
    void failed(Object part, Throwable e) {
        String failure = e.toString();
        last = Optional.of(Failure.sentence(e));
        if (!failure.equals(failing.put(part, failure))) {
            say.accept(Failure.told(e));
        }
    }

    /** What failed last, in one sentence; empty if nothing ever did. */
    Optional<String> last() {
        return last;
    }
}
