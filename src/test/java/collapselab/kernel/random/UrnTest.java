package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistical tests have fixed seeds and fail for one in 10^6 right samplers. */
class UrnTest {
    private static final int RUNS = 40_000;
    private static final double[] LOG_FACTORIALS = new double[400];

    static {
        for (int k = 2; k < LOG_FACTORIALS.length; k++) {
            LOG_FACTORIALS[k] = LOG_FACTORIALS[k - 1] + Math.log(k);
        }
    }

    private final Urn urn = new Urn();
    private final Draws draws = Chains.from(5, RUNS).draws(2, Purpose.SAMPLE);

    /** One way of drawing counts for a chain. */
    private interface Drawing {
        int[] counts(int chain);
    }

    private void fill(double... balls) {
        urn.fill(IntStream.range(0, balls.length).toArray(), balls);
    }

    /** The counts of one kind in all chains, against their probabilities. */
    private static void assertLaw(int kind, IntToDoubleFunction probability, int most, Drawing drawing) {
        long[] seen = new long[most + 1];
        for (int c = 0; c < RUNS; c++) {
            seen[drawing.counts(c)[kind]]++;
        }
        Frequencies.assertLaw(seen, probability);
    }

    /**
     * Few draws a kind go one by one. Many go by conditional numbers: trial by trial, counted up, by rejection, and with p above
     * a half; or, where there are not many times more than kinds, by Poisson numbers.
     */
    @ParameterizedTest
    @CsvSource({"7,20", "1,64", "1,400", "3,400", "20,400", "3,5000", "200,5000", "97,100000"})
    void countsWithReplacementAreMultinomial(int first, int n) {
        fill(first, 5, 40, 100);
        double p = first / (145.0 + first);
        BinomialDistribution law = new BinomialDistribution(null, n, p);
        assertLaw(0, law::probability, n, c -> urn.draw(draws, c, 0, n));
        BinomialDistribution last = new BinomialDistribution(null, n, 100 / (145.0 + first));
        assertLaw(3, last::probability, n, c -> urn.draw(draws, c, 1, n));
    }

    @ParameterizedTest
    @CsvSource({"3,10", "3,40", "30,50", "300,64", "300,100", "20,160", "4000,1000", "9,800", "100000,9000"})
    void countsWithoutReplacementAreHypergeometric(int first, int n) {
        fill(first, 50, 340, 500);
        assertLaw(
                0,
                new HypergeometricDistribution(null, 890 + first, first, n)::probability,
                Math.min(first, n),
                c -> urn.take(draws, c, n));
        assertLaw(
                3,
                new HypergeometricDistribution(null, 890 + first, 500, n)::probability,
                Math.min(500, n),
                c -> urn.take(draws, c, n));
    }

    /** As many kinds as go by Poisson numbers even of 100,000 draws: frequent, rare, and half of all together. */
    @ParameterizedTest
    @CsvSource({"1000", "100000"})
    void countsOfManyKindsAreMultinomial(int n) {
        double[] balls =
                IntStream.range(0, 60).mapToDouble(k -> k % 7 == 0 ? 40 * k : k).toArray();
        double all = Arrays.stream(balls).sum();
        fill(balls);
        for (int kind : new int[] {3, 56, 59}) {
            BinomialDistribution law = new BinomialDistribution(null, n, balls[kind] / all);
            assertLaw(kind, law::probability, n, c -> urn.draw(draws, c, 0, n));
        }
        double even = IntStream.range(0, 30).mapToDouble(k -> balls[2 * k]).sum();
        assertLaw(0, new BinomialDistribution(null, n, even / all)::probability, n, c -> {
            int[] out = urn.draw(draws, c, 0, n).clone();
            out[0] = IntStream.range(0, 30).map(k -> out[2 * k]).sum();
            return out;
        });
    }

    private static double logWays(int n, int k) {
        return k > n ? Double.NEGATIVE_INFINITY : LOG_FACTORIALS[n] - LOG_FACTORIALS[k] - LOG_FACTORIALS[n - k];
    }

    /** All kinds at once, enumerated: one by one, trial by trial, by Poisson numbers and by conditional binomials. */
    @ParameterizedTest
    @CsvSource({"6", "40", "270", "300"})
    void allCountsTogetherAreMultinomial(int n) {
        fill(3, 5, 2);
        assertLaw(
                0,
                both -> {
                    int a = both / (n + 1);
                    int b = both % (n + 1);
                    return a + b > n
                            ? 0
                            : Math.exp(logWays(n, a)
                                    + logWays(n - a, b)
                                    + a * Math.log(0.3)
                                    + b * Math.log(0.5)
                                    + (n - a - b) * Math.log(0.2));
                },
                (n + 1) * (n + 1) - 1,
                c -> {
                    int[] out = urn.draw(draws, c, 0, n);
                    return new int[] {out[0] * (n + 1) + out[1]};
                });
    }

    @ParameterizedTest
    @CsvSource({"6", "40", "110"})
    void allCountsTogetherAreHypergeometric(int n) {
        fill(30, 50, 40);
        assertLaw(
                0,
                both -> {
                    int a = both / (n + 1);
                    int b = both % (n + 1);
                    return a + b > n
                            ? 0
                            : Math.exp(logWays(30, a) + logWays(50, b) + logWays(40, n - a - b) - logWays(120, n));
                },
                (n + 1) * (n + 1) - 1,
                c -> {
                    int[] out = urn.take(draws, c, n);
                    return new int[] {out[0] * (n + 1) + out[1]};
                });
    }

    /**
     * Ten million draws one by one: from a guide that lists every ball, with halves of words, a quarter of which are drawn
     * again, and with whole words. Kinds come equally often, and their counts vary as those of independent draws.
     */
    @ParameterizedTest
    @CsvSource({"5", "5368709", "5000000000"})
    void drawsAreIndependent(double balls) {
        int kinds = 300;
        int n = 2000;
        int chains = 5000;
        double[] all = new double[kinds];
        Arrays.fill(all, balls);
        fill(all);
        long[] seen = new long[kinds];
        double dispersion = 0;
        double mean = (double) n / kinds;
        for (int c = 0; c < chains; c++) {
            int[] out = urn.draw(draws, c, 0, n);
            for (int k = 0; k < kinds; k++) {
                seen[k] += out[k];
                dispersion += (out[k] - mean) * (out[k] - mean) / mean;
            }
        }
        Frequencies.assertLaw(seen, k -> 1.0 / kinds);
        double error = Math.sqrt(2.0 * (kinds - 1) / chains);
        assertThat(dispersion / chains).isCloseTo(kinds - 1, within(4.9 * error));
    }

    @ParameterizedTest
    @CsvSource({"1", "20", "200", "400", "5000"})
    void extremeSharesAreDrawn(int n) {
        fill(9);
        assertThat(urn.draw(draws, 0, 0, n)[0]).isEqualTo(n);
        urn.fillShares(new int[] {0, 1, 2, 3}, new double[] {1e-300, 1e-17, 1, 0});
        assertThat(urn.draw(draws, 0, 0, n)).startsWith(0, 0, n, 0);
        fill(0x1p52, 0, 0x1p52 - 1, 0);
        assertLaw(0, new BinomialDistribution(null, n, 0.5)::probability, n, c -> urn.draw(draws, c, 0, n));
    }

    /** A pair of kinds as well: conditional numbers must be given the ones before. */
    @ParameterizedTest
    @CsvSource({"30", "900"})
    void countsOfTwoKindsTogetherAreBinomialToo(int n) {
        fill(20, 30, 50);
        assertLaw(0, new BinomialDistribution(null, n, 0.5)::probability, n, c -> {
            int[] out = urn.draw(draws, c, 0, n).clone();
            out[0] += out[1];
            return out;
        });
    }

    @Test
    void sharesAreDrawnLikeBallsInTheSameProportion() {
        urn.fillShares(new int[] {0, 1, 2}, new double[] {0.2, 0.3, 0.5});
        assertLaw(0, new BinomialDistribution(null, 30, 0.2)::probability, 30, c -> urn.draw(draws, c, 0, 30));
        assertLaw(1, new BinomialDistribution(null, 300, 0.3)::probability, 300, c -> urn.draw(draws, c, 0, 300));
    }

    @ParameterizedTest
    @CsvSource({"10", "100", "5000"})
    void everyBallThatIsDrawnIsCounted(int n) {
        fill(400, 1, 0, 7000, 20);
        for (int c = 0; c < 200; c++) {
            assertThat(Arrays.stream(urn.draw(draws, c, 0, n)).sum()).isEqualTo(n);
            int[] taken = urn.take(draws, c, n);
            assertThat(Arrays.stream(taken).sum()).isEqualTo(n);
            assertThat(taken[2]).isZero();
            assertThat(taken[1]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void noDrawsGiveNothing() {
        fill(3, 0, 5);
        assertThat(urn.draw(draws, 0, 0, 0)).startsWith(0, 0, 0);
        assertThat(urn.take(draws, 0, 0)).startsWith(0, 0, 0);
    }

    @Test
    void whoTakesAllHasAll() {
        fill(3, 4, 5);
        assertThat(urn.take(draws, 0, 12)).containsExactly(3, 4, 5);
        fill(3, 40_000, 5);
        assertThat(urn.take(draws, 0, 40_008)).containsExactly(3, 40_000, 5);
    }

    @Test
    void aDrawingIsTheSameWhateverWasDrawnBefore() {
        fill(1, 2, 3);
        int[] alone =
                urn.draw(Chains.from(9, 1).draws(4, Purpose.SAMPLE), 0, 0, 20).clone();
        Draws block = Chains.from(7, 5).draws(4, Purpose.SAMPLE);
        urn.draw(block, 0, 0, 31);
        urn.take(block, 1, 3);
        assertThat(urn.draw(block, 2, 0, 20)).isEqualTo(alone);
    }

    /** Few draws a kind, several and many, with balls put back and not. */
    @ParameterizedTest
    @CsvSource({"60", "100", "1000", "4000"})
    void aFewDrawsMoreChangeLittle(int n) {
        double[] balls = {3_000, 200, 1_000, 4_000, 50, 600, 90, 900};
        fill(balls);
        double[] before = new double[RUNS];
        double[] after = new double[RUNS];
        double[] takenBefore = new double[RUNS];
        double[] takenAfter = new double[RUNS];
        for (int c = 0; c < RUNS; c++) {
            before[c] = urn.draw(draws, c, 0, n)[2];
            after[c] = urn.draw(draws, c, 0, n + n / 100)[2];
            takenBefore[c] = urn.take(draws, c, n)[2];
            takenAfter[c] = urn.take(draws, c, n + n / 100)[2];
        }
        assertThat(new PearsonsCorrelation().correlation(before, after)).isGreaterThan(0.97);
        assertThat(new PearsonsCorrelation().correlation(takenBefore, takenAfter))
                .isGreaterThan(0.95);
    }

    /** Few draws a kind, and many: trial by trial and by Poisson numbers. */
    @ParameterizedTest
    @CsvSource({"60", "100", "1000"})
    void aFewBallsMoreChangeLittle(int n) {
        double[] balls = {3_000, 200, 1_000, 4_000, 50, 600, 90, 900};
        double[] more = {3_020, 205, 1_010, 3_980, 51, 600, 88, 910};
        double[] before = new double[RUNS];
        double[] after = new double[RUNS];
        fill(balls);
        Arrays.setAll(before, c -> urn.draw(draws, c, 0, n)[2]);
        fill(more);
        Arrays.setAll(after, c -> urn.draw(draws, c, 0, n)[2]);
        assertThat(new PearsonsCorrelation().correlation(before, after)).isGreaterThan(0.95);
    }
}
