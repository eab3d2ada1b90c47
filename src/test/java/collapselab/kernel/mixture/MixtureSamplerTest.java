package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds are fixed; a right program fails a comparison of p-values once in a million, when seeds are chosen. */
class MixtureSamplerTest {
    private static UniformRandomProvider random(int seed) {
        return new Randomness(seed).stream(0, Purpose.SAMPLE);
    }

    @ParameterizedTest
    @CsvSource({"1,0.3", "7,0.5", "64,0.123456789", "65,0.75", "1000,0.5", "1000,0.01"})
    void countsAreBinomial(int trials, double probability) {
        BinomialDistribution law = new BinomialDistribution(trials, probability);
        int draws = 20_000;
        int low = law.inverseCumulativeProbability(0.01);
        int high = law.inverseCumulativeProbability(0.99);
        double[] expected = new double[high - low + 1];
        long[] observed = new long[expected.length];
        for (int k = 0; k < expected.length; k++) {
            expected[k] = draws * law.probability(low + k);
        }
        expected[0] = draws * law.cumulativeProbability(low);
        expected[expected.length - 1] = draws * (1 - law.cumulativeProbability(high - 1));
        UniformRandomProvider random = random(trials);
        for (int i = 0; i < draws; i++) {
            observed[Math.max(low, Math.min(high, Binomial.draw(trials, probability, random))) - low]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(1e-6);
    }

    @Test
    void certainAndImpossibleCountsNeedNoChance() {
        assertThat(Binomial.draw(100, 0, random(1))).isZero();
        assertThat(Binomial.draw(100, 1, random(1))).isEqualTo(100);
        assertThat(Binomial.draw(100, 1 + 1e-15, random(1))).isEqualTo(100);
        assertThat(Binomial.draw(0, 0.5, random(1))).isZero();
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
