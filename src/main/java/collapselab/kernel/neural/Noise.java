package collapselab.kernel.neural;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Where the shards' standard normal numbers come from. */
@FunctionalInterface
interface Noise {
    /** Fills the first {@code count} elements; called by the shard's own thread. */
    void fill(int shard, float[] target, int count);

    /**
     * A stream for every shard, each seeded by one draw from {@code random}: a shard's numbers depend on how many it has
     * drawn, never on when.
     */
    static Noise of(UniformRandomProvider random, int shards) {
        ZigguratSampler.NormalizedGaussian[] samplers = new ZigguratSampler.NormalizedGaussian[shards];
        for (int i = 0; i < shards; i++) {
            samplers[i] = ZigguratSampler.NormalizedGaussian.of(stream(random));
        }
        return (shard, target, count) -> {
            ZigguratSampler.NormalizedGaussian sampler = samplers[shard];
            for (int i = 0; i < count; i++) {
                target[i] = (float) sampler.sample();
            }
        };
    }

    /** A generator of its own (xoshiro256++), seeded by one draw. */
    static UniformRandomProvider stream(UniformRandomProvider random) {
        return RandomSource.XO_SHI_RO_256_PP.create(random.nextLong());
    }
}
