package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;

/** SplitMix64 (Steele, Lea and Flood 2014) that can be put at any address. */
final class Addressed implements UniformRandomProvider {
    private long state;

    /** This generator, moved to an address. */
    Addressed at(long address) {
        state = address;
        return this;
    }

    @Override
    public long nextLong() {
        state += Mix.GOLDEN;
        return Mix.mix(state);
    }
}
