package collapselab.kernel.random;

/** What a draw is for. Part of its address, so a new draw for one purpose changes no other. Append, never reorder. */
public enum Purpose {
    /** Real data: generation 0's training set, and fresh real data later. */
    REAL_DATA,
    /** Inside a fit: initial weights, shuffles, noise. */
    FIT,
    /** Data drawn from a model for the next training set. */
    SAMPLE,
    /** Choices a data regime makes, such as which points of a pool are kept. */
    REGIME,
    /** Data drawn only to measure a model. */
    MEASURE,
    /** Data drawn only to be looked at. */
    PICTURE,
    /** The part of generation 0's real set that is kept for every later generation. */
    KEPT
}
