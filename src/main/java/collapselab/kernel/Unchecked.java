package collapselab.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Failures of other threads, thrown here as they were thrown there. */
public final class Unchecked {
    private Unchecked() {}

    /**
     * A failure as an exception that need not be declared: itself, unless it must be.
     *
     * @throws Error if it is one
     */
    public static RuntimeException of(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    /** What work on another thread gives, as soon as it does; throws what that threw. */
    public static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw of(e.getCause());
        }
    }
}
