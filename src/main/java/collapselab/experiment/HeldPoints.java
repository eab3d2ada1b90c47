package collapselab.experiment;

/** Refuses points of one chain that no array, or not the memory, can hold. */
public final class HeldPoints {
    /** The part of Java's memory that the points of one chain may take: their pool and the batch that joins it. */
    private static final double MOST = 0.6;

    private HeldPoints() {}

    /**
     * Refuses what cannot be held.
     *
     * @param who what holds them, such as {@code regime=accumulate}
     * @param bytes what they take
     * @throws SpecException if they cannot be held, with the figures
     */
    public static void check(String who, long bytes) {
        long most = Math.min((long) (MOST * Runtime.getRuntime().maxMemory()), (long) Integer.MAX_VALUE * Double.BYTES);
        if (bytes > most) {
            throw new SpecException(
                    who + " holds " + (bytes >> 20) + " MB of points of a chain here, and there is room for "
                            + (most >> 20) + " MB: use fewer samples or generations, or give Java more"
                            + " (COLLAPSELAB_JVM=-Xmx8g).");
        }
    }
}
