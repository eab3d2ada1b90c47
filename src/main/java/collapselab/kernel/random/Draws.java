package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Draws of a block of chains for one generation and purpose. Each draw has an index and a small stream of its own, so a
 * rejection inside one draw moves no other: when a parameter is dragged, paths deform instead of being reshuffled.
 *
 * <p>Not thread-safe.
 */
public final class Draws {
    private final long[] seeds;
    private final long[] keys;
    private final int generation;
    private final Purpose purpose;
    private final Addressed source = new Addressed();
    private final ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(source);

    Draws(long[] seeds, long[] keys, int generation, Purpose purpose) {
        this.seeds = seeds;
        this.keys = keys;
        this.generation = generation;
        this.purpose = purpose;
    }

    /** How many chains draw. */
    public int chains() {
        return keys.length;
    }

    /** The seed of one chain. */
    public long seed(int chain) {
        return seeds[chain];
    }

    /** The generation that is drawn for. */
    public int generation() {
        return generation;
    }

    /** A full generator for one chain, for work that draws many numbers in sequence. */
    public UniformRandomProvider stream(int chain) {
        return new Randomness(seeds[chain]).stream(generation, purpose);
    }

    /**
     * One standard normal number a chain.
     *
     * @param index which draw
     * @param out (chains) receives the numbers
     */
    public void normals(int index, double[] out) {
        long address = Mix.address(generation, purpose, index);
        for (int k = 0; k < keys.length; k++) {
            source.state = keys[k] + address;
            out[k] = gaussian.sample();
        }
    }

    /**
     * The square root of one chi-square number a chain, as on the diagonal of a Bartlett factor.
     *
     * @param index which draw
     * @param degrees degrees of freedom, at least 1
     * @param out (chains) receives the numbers
     */
    public void chis(int index, int degrees, double[] out) {
        long address = Mix.address(generation, purpose, index);
        if (degrees < 3) {
            for (int k = 0; k < keys.length; k++) {
                source.state = keys[k] + address;
                double z = gaussian.sample();
                double w = degrees == 1 ? 0 : gaussian.sample();
                out[k] = Math.sqrt(z * z + w * w);
            }
            return;
        }
        double d = 0.5 * degrees - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        for (int k = 0; k < keys.length; k++) {
            source.state = keys[k] + address;
            out[k] = Math.sqrt(2 * gamma(d, c));
        }
    }

    /**
     * A gamma number of shape d + 1/3 and scale 1 (Marsaglia and Tsang 2000), with a squeeze that tightens with the
     * shape: for y = c x above -1/2 the logarithm of the acceptance is at least -1.5 d y^4, and 1 - t is at most e^-t.
     */
    private double gamma(double d, double c) {
        double squeeze = 1.5 / 81 / d;
        while (true) {
            double x = gaussian.sample();
            double y = 1 + c * x;
            double u = source.nextDouble();
            double q = x * x;
            if (y > 0.5 && u < 1 - squeeze * q * q) {
                return d * y * y * y;
            }
            if (y > 0 && Math.log(u) < 0.5 * q + d * (1 - y * y * y + 3 * Math.log(y))) {
                return d * y * y * y;
            }
        }
    }

    /**
     * Distinct places in a pool of batches, chosen uniformly without replacement. Each place has draws of its own, and a
     * place in a batch is found by rejection from the next power of two, so that most choices stay the same when the
     * batches grow a little.
     *
     * @param chain whose choice
     * @param batches how many batches the pool has
     * @param size how many points each batch has
     * @param out receives places batch x size + index; at most batches x size long
     */
    public void choose(int chain, int batches, int size, int[] out) {
        long base = keys[chain] + Mix.address(generation, purpose, 0);
        long mask = Integer.toUnsignedLong(size <= 1 ? 0 : -1 >>> Integer.numberOfLeadingZeros(size - 1));
        long[] taken = new long[(batches * size + 63) / 64];
        for (int slot = 0; slot < out.length; slot++) {
            source.state = Mix.mix(base + slot);
            int place;
            do {
                long bits = source.nextLong();
                long index = bits & mask;
                place = index < size ? (int) (((bits >>> 32) * batches) >>> 32) * size + (int) index : -1;
            } while (place < 0 || (taken[place >> 6] & (1L << place)) != 0);
            taken[place >> 6] |= 1L << place;
            out[slot] = place;
        }
    }

    /** SplitMix64 (Steele, Lea and Flood 2014) that can be put at any address. */
    private static final class Addressed implements UniformRandomProvider {
        long state;

        @Override
        public long nextLong() {
            state += Mix.GOLDEN;
            return Mix.mix(state);
        }
    }
}
