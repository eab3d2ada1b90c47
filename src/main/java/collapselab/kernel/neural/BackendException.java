package collapselab.kernel.neural;

/** The backend that was asked for cannot run here. The message is one sentence that says why, and what to do. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackendException(String sentence) {
        super(sentence);
    }

    /** Because of another failure, which goes to the log only. */
    BackendException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
