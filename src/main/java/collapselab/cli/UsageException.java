package collapselab.cli;

/** A command was called in a way that makes no sense. The message is one sentence that says what, and what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }
}
