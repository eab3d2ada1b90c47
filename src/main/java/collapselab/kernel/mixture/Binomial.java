package collapselab.kernel.mixture;

import org.apache.commons.rng.UniformRandomProvider;

/** Exact binomial numbers. */
final class Binomial {
    private Binomial() {}

    /**
     * How many of {@code trials} uniform numbers lie below a probability. Their binary digits are compared with the
     * probability's, most significant first and all trials at once, 64 to a word: at each digit about half the trials are
     * decided, so it takes some 2 digits a trial and no logarithm.
     *
     * @param trials how many, 0 or more
     * @param probability 0 to 1
     * @param random where the digits come from
     */
    static int draw(int trials, double probability, UniformRandomProvider random) {
        int open = trials;
        int below = 0;
        double rest = probability;
        if (rest >= 1) {
            return trials;
        }
        while (open > 0 && rest > 0) {
            int ones = ones(open, random);
            rest *= 2;
            if (rest >= 1) {
                rest -= 1;
                below += open - ones;
                open = ones;
            } else {
                open -= ones;
            }
        }
        return below;
    }

    /** How many of so many fair digits are 1. */
    private static int ones(int digits, UniformRandomProvider random) {
        int ones = 0;
        int left = digits;
        for (; left >= Long.SIZE; left -= Long.SIZE) {
            ones += Long.bitCount(random.nextLong());
        }
        return left == 0 ? ones : ones + Long.bitCount(random.nextLong() >>> (Long.SIZE - left));
    }
}
