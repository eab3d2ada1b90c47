package collapselab.experiment;

/** Something about a run that was asked for is wrong. The message is one sentence that says what, and what to do. */
public final class SpecException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public SpecException(String message) {
        super(message);
    }
}
