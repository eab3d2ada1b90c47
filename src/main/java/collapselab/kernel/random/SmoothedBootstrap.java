package collapselab.kernel.random;

/**
 * Draws points from stored ones, at random with replacement, with normal noise on each axis: the smoothed bootstrap (Efron
 * 1979), which is sampling from a Gaussian kernel density estimate.
 *
 * @param batches how many batches the stored points lie in, at least 1
 * @param size how many points a batch has
 * @param dimension d
 * @param noise standard deviation of the noise
 */
public record SmoothedBootstrap(int batches, int size, int dimension, double noise) {
    /**
     * Draws points for one chain. The first points are the same however many are drawn, and most of them are drawn from the same
     * places when batches grow a little: paths deform instead of being reshuffled.
     *
     * @param draws randomness
     * @param chain whose
     * @param from (batches x size, d) the stored points, point by point
     * @param to (n, d) receives the new points
     */
    public void draw(Draws draws, int chain, double[] from, double[] to) {
        long base = draws.address(chain);
        // The same loop with its inner one unrolled: the compiler knows its length where it is written out.
        if (dimension == 1 && batches == 1) {
            draw(base, from, to, 1, size, 1, noise);
        } else if (dimension == 2) {
            draw(base, from, to, batches, size, 2, noise);
        } else {
            draw(base, from, to, batches, size, dimension, noise);
        }
    }

    /** The loop, on locals: fields would be read again for every point. */
    private static void draw(
            long base, double[] from, double[] to, int batches, int size, int dimension, double noise) {
        int mask = Draws.stride(size) - 1;
        Addressed more = new Addressed();
        long address = base;
        for (int at = 0; at < to.length; at += dimension) {
            address += Mix.GOLDEN;
            int place = place(Mix.mix(address), size, mask);
            if (batches > 1) {
                address += Mix.GOLDEN;
                place += size * (int) (((Mix.mix(address) >>> 32) * batches) >>> 32);
            }
            for (int a = 0; a < dimension; a++) {
                address += Mix.GOLDEN;
                to[at + a] = from[place * dimension + a] + noise * Ziggurat.normal(Mix.mix(address), more);
            }
        }
    }

    /**
     * A place in a batch, uniformly: one from the next power of two at or above its size, or where the batch has none there a
     * second one. Without a branch, which would be guessed wrong half of the time.
     */
    private static int place(long bits, int size, int mask) {
        int first = (int) bits & mask;
        int second = (int) (((bits >>> 32) * size) >>> 32);
        return second + ((first - second) & ((first - size) >> 31));
    }
}
