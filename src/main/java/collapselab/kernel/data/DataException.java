package collapselab.kernel.data;

/** Data that cannot be had. The message is one sentence for the user: what is wrong, with which file, and what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Data that cannot be had.
     *
     * @param sentence what is wrong and what to do
     */
    public DataException(String sentence) {
        super(sentence);
    }

    /**
     * Data that cannot be had because of another failure, which goes to the log only.
     *
     * @param sentence what is wrong and what to do
     * @param cause the failure behind it
     */
    public DataException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
