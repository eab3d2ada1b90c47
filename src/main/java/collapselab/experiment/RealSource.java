package collapselab.experiment;

/** Where the real part of a later generation's batch comes from. */
public enum RealSource implements Choice {
    /** New real data each generation. */
    FRESH("Fresh", "new real data each generation"),
    /** The first round(fraction x n) real points of generation 0, each generation again. */
    KEPT("Kept", "the same real points, each generation again"),
    /** A random part of generation 0's real set, drawn anew each generation (Shumailov's 10 %). */
    REDRAWN("Redrawn", "a random part of the original real set, drawn anew each generation");

    private final Words words;

    RealSource(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
