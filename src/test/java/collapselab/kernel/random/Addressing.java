package collapselab.kernel.random;

import java.util.Locale;

/** A way of walking through addresses, one step after the other, for a block of chains. */
enum Addressing {
    /** Chain by chain: seeds that differ by one. */
    CHAINS(1),
    /** Generation by generation of a chain. */
    GENERATIONS(512),
    /** Index by index of one address. */
    INDICES(512),
    /** Purpose by purpose of each generation. */
    PURPOSES(512),
    /** Part by part of one address. */
    PARTS(512),
    /** The first words of streams, generation by generation. */
    STREAMS(512);

    private static final int CELLS = 1 << 16;

    private final int steps;

    Addressing(int steps) {
        this.steps = steps;
    }

    /** Numbers of a block of draws, one a chain. */
    @FunctionalInterface
    interface Numbers {
        void draw(Draws draws, int index, double[] out);
    }

    private int index(int step) {
        return this == INDICES ? step : 0;
    }

    private Draws draws(Chains chains, int step) {
        Purpose[] purposes = Purpose.values();
        return switch (this) {
            case GENERATIONS, STREAMS -> chains.draws(step, Purpose.SAMPLE);
            case PURPOSES -> chains.draws(step / purposes.length, purposes[step % purposes.length]);
            case PARTS -> chains.draws(3, Purpose.SAMPLE).part(step);
            case CHAINS, INDICES -> chains.draws(3, Purpose.SAMPLE);
        };
    }

    /**
     * Walks on and on, through block after block of chains; all steps of one chain before those of the next.
     *
     * @param seed the first chain's
     * @param numbers what is drawn at each step
     */
    Source walk(long seed, Numbers numbers) {
        double[] row = new double[CELLS / steps];
        long[] next = {seed};
        return out -> {
            Chains chains = Chains.from(next[0], row.length);
            next[0] += row.length;
            for (int t = 0; t < steps; t++) {
                numbers.draw(draws(chains, t), index(t), row);
                for (int c = 0; c < row.length; c++) {
                    out[c * steps + t] = row[c];
                }
            }
        };
    }

    /** Draws in a sequence, block by block. */
    @FunctionalInterface
    interface Source {
        /** How many draws a block has. */
        int BLOCK = CELLS;

        /** Fills the next block. */
        void fill(double[] out);
    }

    /** The same walk for the words that draws begin with; of streams the first one. */
    void words(long seed, long[] out) {
        int count = out.length / steps;
        Chains chains = Chains.from(seed, count);
        for (int t = 0; t < steps; t++) {
            Draws draws = draws(chains, t);
            for (int c = 0; c < count; c++) {
                out[c * steps + t] =
                        this == STREAMS ? draws.stream(c).nextLong() : Mix.mix(draws.base(c, index(t)) + Mix.GOLDEN);
            }
        }
    }

    /** A word as a number from 0 to 1. */
    static double unit(long word) {
        return (word >>> 11) * 0x1p-53;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
