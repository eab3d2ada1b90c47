package collapselab.kernel.mixture;

import collapselab.kernel.random.Binomial;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws points from mixtures. */
public final class MixtureSampler {
    private MixtureSampler() {}

    /**
     * Points drawn independently, in the order of their components: how many each component gives is a multinomial number,
     * drawn first, so no point needs a choice of its own.
     *
     * @param mixture what is drawn from
     * @param count how many points
     * @param random where randomness comes from
     */
    public static PlanePoints draw(Mixture mixture, int count, UniformRandomProvider random) {
        double[] x = new double[count];
        double[] y = new double[count];
        var gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        int from = 0;
        double rest = 1;
        for (int k = 0; k < mixture.components(); k++) {
            boolean last = k == mixture.components() - 1;
            double weight = mixture.weight(k);
            // What is left of the weights may fall short of the last ones by rounding.
            double share = rest > weight ? weight / rest : 1;
            int part = last ? count - from : (int) Binomial.sample(count - from, share, random);
            for (int i = from; i < from + part; i++) {
                x[i] = gaussian.sample();
                y[i] = gaussian.sample();
            }
            place(mixture, k, x, y, from, from + part);
            from += part;
            rest -= weight;
        }
        return PlanePoints.of(x, y, count);
    }

    /** Standard normals to a component's points: m + L z. */
    private static void place(Mixture mixture, int k, double[] x, double[] y, int from, int to) {
        double[] factor = mixture.factor(k);
        double mx = mixture.meanX(k);
        double my = mixture.meanY(k);
        double l11 = factor[0];
        double l21 = factor[1];
        double l22 = factor[2];
        for (int i = from; i < to; i++) {
            double z = x[i];
            x[i] = mx + l11 * z;
            y[i] = my + l21 * z + l22 * y[i];
        }
    }
}
