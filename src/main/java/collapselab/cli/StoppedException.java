package collapselab.cli;

/** The work was stopped from outside. The message is one sentence that says what became of it. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String sentence) {
        super(sentence);
    }
}
