package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * All randomness of one run, found by address: what is drawn for one generation and purpose never depends on what was
 * drawn before.
 *
 * @param seed the run's seed
 */
public record Randomness(long seed) {
    /**
     * A fresh generator (xoshiro256++, Blackman and Vigna 2019) at the start of an address.
     *
     * @param generation the generation, 0 or more
     * @param purpose what the draws are for
     */
    public UniformRandomProvider stream(int generation, Purpose purpose) {
        return generator(Mix.key(seed) + Mix.address(generation, purpose, 0, 0));
    }

    /** A generator whose state are the four words at an address. */
    static UniformRandomProvider generator(long address) {
        long state = address;
        long[] words = new long[4];
        for (int i = 0; i < words.length; i++) {
            state += Mix.GOLDEN;
            words[i] = Mix.mix(state);
        }
        return new XoShiRo256PlusPlus(words);
    }
}
