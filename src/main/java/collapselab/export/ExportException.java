package collapselab.export;

/** Something cannot be written. The message is one sentence for the user: what cannot be written, why, and what to do. */
public final class ExportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something that cannot be written.
     *
     * @param sentence what, why, and what to do
     */
    public ExportException(String sentence) {
        super(sentence);
    }

    /**
     * Something that cannot be written because of another failure, which goes to the log only.
     *
     * @param sentence what, why, and what to do
     * @param cause the failure behind it
     */
    public ExportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
