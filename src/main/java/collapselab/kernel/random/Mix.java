package collapselab.kernel.random;

/** The bit mixer behind every address. */
final class Mix {
    /** The odd fraction of the golden ratio by which SplitMix64 steps. */
    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** At most so many words of a sequence are hashed at once. */
    static final int MOST = 1024;

    private static final long[] STEPS = new long[MOST];

    static {
        for (int k = 0; k < MOST; k++) {
            STEPS[k] = k * GOLDEN;
        }
    }

    private Mix() {}

    /** Finaliser of SplitMix64: variant 13 of David Stafford (2011), as in Steele, Lea and Flood (2014). A bijection. */
    static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** The first 64 bits at an address, for all keys: a loop of its own, which vector units take. */
    static void mix(long[] keys, long address, long[] bits) {
        for (int k = 0; k < bits.length; k++) {
            bits[k] = mix(keys[k] + address + GOLDEN);
        }
    }

    /** The bits that a SplitMix64 at an address gives one after the other: a loop that vector units take. */
    static void sequence(long address, long[] bits, int count) {
        for (int k = 0; k < count; k++) {
            bits[k] = mix(STEPS[k] + address + GOLDEN);
        }
    }

    /** A key for a seed; neighbouring seeds get unrelated keys. */
    static long key(long seed) {
        return mix(mix(seed + GOLDEN) + GOLDEN);
    }

    /**
     * The address of one draw, unrelated to its neighbours'.
     *
     * @param part which of several uses of the same generation and purpose, from 0 to 65535
     */
    static long address(int generation, Purpose purpose, int part, int index) {
        long a = mix(((long) generation << 32) + ((long) part << 16) + purpose.code());
        return mix(a + GOLDEN * (index + 1L));
    }
}
