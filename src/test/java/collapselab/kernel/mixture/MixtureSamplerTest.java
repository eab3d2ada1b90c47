package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Seeds are fixed; a right program fails a comparison of p-values once in a million, when seeds are chosen. */
class MixtureSamplerTest {
    private static UniformRandomProvider random(int seed) {
        return new Randomness(seed).stream(0, Purpose.SAMPLE);
    }

    @Test
    void eachComponentsPointsAreNormal() {
        Mixture mixture = Mixture.of(0.25, -3, 1, 4, -1.5, 2, 0.75, 50, 0, 0.01, 0, 9);
        PlanePoints points = MixtureSampler.draw(mixture, 8_000, random(5));
        double[] x = Arrays.stream(points.x()).filter(v -> v < 30).toArray();
        assertThat(x.length).isCloseTo(2_000, within(5 * 39));
        double[] y = Arrays.copyOf(points.y(), x.length);
        double[] across = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            across[i] = y[i] - 1 + 1.5 / 4 * (x[i] + 3);
        }
        assertThat(p(x, -3, 2)).isGreaterThan(1e-6);
        assertThat(p(y, 1, Math.sqrt(2))).isGreaterThan(1e-6);
        assertThat(p(across, 0, Math.sqrt(2 - 1.5 * 1.5 / 4))).isGreaterThan(1e-6);
        assertThat(p(Arrays.copyOfRange(points.y(), x.length, 8_000), 0, 3)).isGreaterThan(1e-6);
    }

    private static double p(double[] values, double mean, double deviation) {
        return new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(mean, deviation), values);
    }
}
