package collapselab.kernel.random;

import java.util.stream.LongStream;

/**
 * The chains of an ensemble that are computed side by side, one seed each. What a chain draws depends on its own seed
 * alone, so it is the same alone, among thousands and on any number of threads.
 */
public final class Chains {
    private final long[] seeds;
    private final long[] keys;

    private Chains(long[] seeds) {
        this.seeds = seeds;
        this.keys = LongStream.of(seeds).map(Mix::key).toArray();
    }

    /**
     * Chains of the seeds {@code seed}, {@code seed + 1}, ...
     *
     * @param seed the first chain's seed
     * @param count how many chains, at least 1
     */
    public static Chains from(long seed, int count) {
        return new Chains(LongStream.range(0, count).map(k -> seed + k).toArray());
    }

    /** How many chains there are. */
    public int count() {
        return seeds.length;
    }

    /** The seed of one chain. */
    public long seed(int chain) {
        return seeds[chain];
    }

    /**
     * The draws of all chains at one address.
     *
     * @param generation the generation, 0 or more
     * @param purpose what the draws are for
     */
    public Draws draws(int generation, Purpose purpose) {
        return new Draws(seeds, keys, generation, purpose, 0);
    }
}
