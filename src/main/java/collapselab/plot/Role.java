package collapselab.plot;

/** What a drawn thing stands for. Its colour, line style and marker follow from it, the same everywhere. */
public enum Role {
    /** The real distribution, or real data. */
    REAL,
    REPLACE,
    ACCUMULATE,
    SUBSAMPLE,
    REPLACE_MULTIPLE,
    /** A curve that theory gives: a thin neutral dashed line. */
    THEORY,
    /** Anything else. */
    NEUTRAL
}
