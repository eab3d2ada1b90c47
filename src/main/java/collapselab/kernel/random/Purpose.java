package collapselab.kernel.random;

/** What a draw is for. Part of its address, so a new draw for one purpose changes no other. The
 * codes are part of every result: append, never change. */
public enum Purpose {
    /** Real data: generation 0's training set, and fresh real data later. */
    REAL_DATA(1),
    /** Inside a fit: initial weights, shuffles, noise. */
    FIT(2),
    /** Data drawn from a model for the next training set. */
    SAMPLE(3),
    /** Choices a data regime makes, such as which points of a pool are kept. */
    REGIME(4),
    /** Data drawn only to measure a model. */
    MEASURE(5),
    /** Data drawn only to be looked at. */
    PICTURE(6),
    /** The part of generation 0's real set that is kept for every later generation. */
    KEPT(7),
    /** Which of generation 0's real points are redrawn into a later generation. */
    REDRAWN(8),
    /** Latent codes that are looked at, the same at all generations. */
    CODES(9),
    /** Training of the classifier that looks at generated digits. */
    JUDGE(10);

    private final int code;

    Purpose(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
