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
        long address = draws.address(chain);
        int words = 1 + (batches > 1 ? 1 : 0) + dimension;
        int most = Mix.MOST / words;
        long[] bits = new long[Math.min(to.length / dimension, most) * words];
        Addressed more = new Addressed();
        for (int at = 0; at < to.length; at += most * dimension) {
            int points = Math.min(most, (to.length - at) / dimension);
            Mix.sequence(address, bits, points * words);
            address += Mix.GOLDEN * points * words;
            // The same loop with its inner one unrolled: the compiler knows its length where it is written out.
            if (dimension == 1 && batches == 1) {
                draw(bits, points, from, to, at, 1, size, 1, noise, more);
            } else if (dimension == 2) {
                draw(bits, points, from, to, at, batches, size, 2, noise, more);
            } else {
                draw(bits, points, from, to, at, batches, size, dimension, noise, more);
            }
        }
    }

    /** The loop, on locals: fields would be read again for every point. */
    private static void draw(
            long[] bits,
            int points,
            double[] from,
            double[] to,
            int first,
            int batches,
            int size,
            int dimension,
            double noise,
            Addressed more) {
        int mask = Draws.stride(size) - 1;
        int word = 0;
        for (int at = first; at < first + points * dimension; at += dimension) {
            int place = place(bits[word++], size, mask);
            if (batches > 1) {
                place += size * (int) (((bits[word++] >>> 32) * batches) >>> 32);
            }
            for (int a = 0; a < dimension; a++) {
                to[at + a] = from[place * dimension + a] + noise * Ziggurat.normal(bits[word++], more);
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
