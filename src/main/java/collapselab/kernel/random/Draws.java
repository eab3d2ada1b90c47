package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws of a block of chains for one generation and purpose. Each draw has an index and a small stream of its own, so a
 * rejection inside one draw moves no other: when a parameter is dragged, paths deform instead of being reshuffled.
 *
 * <p>Not thread-safe.
 */
public final class Draws {
    /** Offsets that keep apart the bits of one draw: its normal's, its uniform's, and those after a rejection. */
    static final long UNIFORM = 0xd1342543de82ef95L;

    private static final long REJECTED = 0xaef17502108ef2d9L;

    private final long[] seeds;
    private final long[] keys;
    private final int generation;
    private final Purpose purpose;
    private final int part;
    private final Addressed source = new Addressed();
    private final long[] bits;

    Draws(long[] seeds, long[] keys, int generation, Purpose purpose, int part) {
        this.seeds = seeds;
        this.keys = keys;
        this.generation = generation;
        this.purpose = purpose;
        this.part = part;
        bits = new long[keys.length];
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

    /**
     * The draws of another use of the same generation and purpose, which has no bits in common with these.
     *
     * @param which which of several uses, from 0, the first
     */
    public Draws part(int which) {
        return new Draws(seeds, keys, generation, purpose, which);
    }

    /** A full generator for one chain, for work that draws many numbers in sequence; its bits are no other draw's. */
    public UniformRandomProvider stream(int chain) {
        return Randomness.generator(keys[chain] + Mix.address(generation, purpose, part, 0));
    }

    /** Where one chain's numbers of a drawing begin, for samplers that number their draws themselves. */
    long base(int chain, int index) {
        return keys[chain] + place(index);
    }

    /** Where one chain's own sequence of draws begins. */
    long address(int chain) {
        return base(chain, 0);
    }

    /** The place of one draw, for all chains; the first of all places is where streams take their seeds. */
    private long place(int index) {
        return Mix.address(generation, purpose, part, index + 1);
    }

    /**
     * One standard normal number a chain.
     *
     * @param index which draw
     * @param out (chains) receives the numbers
     */
    public void normals(int index, double[] out) {
        normalsAt(place(index), out);
    }

    private void normalsAt(long address, double[] out) {
        Mix.mix(keys, address, bits);
        // The word at the address itself has been looked at: what a normal needs beyond it begins one step later.
        Ziggurat.normals(bits, out, chain -> source.at(keys[chain] + address + Mix.GOLDEN));
    }

    /**
     * The square root of one chi-square number a chain, as on the diagonal of a Bartlett factor.
     *
     * @param index which draw
     * @param degrees degrees of freedom, at least 1
     * @param out (chains) receives the numbers
     */
    public void chis(int index, int degrees, double[] out) {
        long address = place(index);
        if (degrees < 3) {
            fewChis(address, degrees, out);
            return;
        }
        double d = 0.5 * degrees - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        normalsAt(address, out);
        Mix.mix(keys, address + UNIFORM, bits);
        double squeeze = 1.5 / 81 / d;
        for (int k = 0; k < out.length; k++) {
            double x = out[k];
            double y = 1 + c * x;
            double u = (bits[k] >>> 11) * 0x1p-53;
            double cube = y * y * y;
            boolean accepted = (y > 0.5 && u < 1 - squeeze * x * x * x * x) || accepted(x, y, u, d);
            out[k] = Math.sqrt(2 * (accepted ? d * cube : gamma(d, c, source.at(keys[k] + address + REJECTED))));
        }
    }

    private void fewChis(long address, int degrees, double[] out) {
        for (int k = 0; k < out.length; k++) {
            source.at(keys[k] + address);
            double z = Ziggurat.normal(source);
            double w = degrees == 1 ? 0 : Ziggurat.normal(source);
            out[k] = Math.sqrt(z * z + w * w);
        }
    }

    /**
     * Whether a proposal of Marsaglia and Tsang (2000) for a gamma number is taken. The squeeze used before it tightens with
     * the shape: for y - 1 above -1/2 the logarithm of the acceptance is at least -1.5 d (y - 1)^4, and 1 - t is at most e^-t.
     */
    private static boolean accepted(double x, double y, double u, double d) {
        return y > 0 && Math.log(u) < 0.5 * x * x + d * (1 - y * y * y + 3 * Math.log(y));
    }

    /** A gamma number of shape d + 1/3 and scale 1. */
    private static double gamma(double d, double c, Addressed source) {
        while (true) {
            double x = Ziggurat.normal(source);
            double y = 1 + c * x;
            if (accepted(x, y, source.nextDouble(), d)) {
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
     * @param taken a bit for each place, all zero, and zero again afterwards: batches x stride bits, rounded up to words
     * @param out receives places batch x {@link #stride} + index
     * @throws IllegalArgumentException if {@code out} is longer than batches x size
     */
    public void choose(int chain, int batches, int size, long[] taken, int[] out) {
        if (out.length > (long) batches * size) {
            throw new IllegalArgumentException(out.length + " of " + batches + " x " + size + " places");
        }
        long base = address(chain);
        int stride = stride(size);
        for (int slot = 0; slot < out.length; slot++) {
            source.at(Mix.mix(base + slot));
            int place;
            do {
                long bits = source.nextLong();
                int index = (int) bits & (stride - 1);
                place = index < size ? (int) (((bits >>> 32) * batches) >>> 32) * stride + index : -1;
            } while (place < 0 || (taken[place >> 6] & (1L << place)) != 0);
            taken[place >> 6] |= 1L << place;
            out[slot] = place;
        }
        for (int place : out) {
            taken[place >> 6] = 0;
        }
    }

    /** How far apart the places of neighbouring batches are: the power of two at or above their size. */
    public static int stride(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }
}
