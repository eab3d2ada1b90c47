package collapselab.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure is called on the screen and on the terminal. */
public final class Failure {
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    private Failure() {}

    /** One sentence for a failure: its own where it was made for people, else what kind of trouble it is. */
    public static String sentence(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return "There is not enough memory for this run: use a smaller sample size, fewer generations or fewer chains.";
        }
        return foreseen(cause)
                ? cause.getMessage()
                : "Something went wrong inside the program; a report (doctor --report F, in the window Ctrl Shift H) says more.";
    }

    /** The same; a failure that nobody foresaw is put into the log. */
    public static String told(Throwable cause) {
        if (!foreseen(cause)) {
            LOG.error("a failure that was not foreseen", cause);
        }
        return sentence(cause);
    }

    private static boolean foreseen(Throwable cause) {
        return cause.getClass().getPackageName().startsWith("collapselab.") && cause.getMessage() != null;
    }
}
