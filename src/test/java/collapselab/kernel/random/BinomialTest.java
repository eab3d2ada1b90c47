package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds are fixed; a right program fails a comparison of p-values once in a million, when seeds are chosen. */
class BinomialTest {
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
            observed[Math.max(low, Math.min(high, (int) Binomial.sample(trials, probability, random))) - low]++;
        }
        assertThat(new ChiSquareTest().chiSquareTest(expected, observed)).isGreaterThan(1e-6);
    }

    /** Trial by trial in one block of 64 and in several, the last and first of both ways, with p above a half. */
    @ParameterizedTest
    @CsvSource({
        "64,0.37,1000000",
        "100,0.37,10000000",
        "129,0.01,1000000",
        "256,0.75,1000000",
        "257,0.3,1000000",
        "300,0.01,1000000"
    })
    void frequenciesAreBinomial(int trials, double probability, int draws) {
        BinomialDistribution law = new BinomialDistribution(trials, probability);
        UniformRandomProvider random = random(trials);
        long[] seen = new long[trials + 1];
        for (int i = 0; i < draws; i++) {
            seen[(int) Binomial.sample(trials, probability, random)]++;
        }
        Frequencies.assertLaw(seen, law::probability);
    }

    @Test
    void certainAndImpossibleCountsNeedNoChance() {
        assertThat(Binomial.sample(100, 0, random(1))).isZero();
        assertThat(Binomial.sample(100, 1, random(1))).isEqualTo(100);
        assertThat(Binomial.sample(0, 0.5, random(1))).isZero();
    }
}
