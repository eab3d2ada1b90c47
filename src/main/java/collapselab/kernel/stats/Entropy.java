package collapselab.kernel.stats;

/** Entropy of counts, {@code H = -sum p ln p} with {@code p} the fraction of each class, in nats. */
public final class Entropy {
    private Entropy() {}

    /**
     * Entropy of class counts.
     *
     * @param counts how often each class occurs, none negative
     * @return nats, 0 (one class only) to ln(classes); NaN if nothing was counted
     */
    public static double nats(long[] counts) {
        double total = 0;
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("a count is negative: " + count);
            }
            total += count;
        }
        if (total == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (long count : counts) {
            if (count > 0) {
                sum += count / total * Math.log(total / count);
            }
        }
        return sum;
    }

    /**
     * Entropy of class counts.
     *
     * @param counts how often each class occurs, none negative
     * @return nats, 0 (one class only) to ln(classes); NaN if nothing was counted
     */
    public static double nats(int[] counts) {
        long[] wide = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            wide[i] = counts[i];
        }
        return nats(wide);
    }
}
