package collapselab.session;

/** What a failure is called on the screen and on the terminal. */
public final class Failure {
    private Failure() {}

    /** One sentence for a failure: its own where it was made for people, else what kind of trouble it is. */
    public static String sentence(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "There is not enough memory for this run: use a smaller sample size, fewer generations or fewer chains.";
        }
        String message = cause.getMessage();
        String own = cause.getClass().getPackageName();
        if (own.startsWith("collapselab.") && message != null) {
            return message;
        }
        return "Something went wrong inside the program; the log file says more.";
    }
}
