package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statistical tests have fixed seeds and fail for one in 10^6 right samplers. */
class UrnTest {
    private static final double FALSE_ALARM = 1e-6;
    private static final int RUNS = 40_000;

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
        List<Double> expected = new ArrayList<>();
        List<Long> observed = new ArrayList<>();
        double mass = 0;
        long count = 0;
        for (int k = 0; k <= most; k++) {
            mass += RUNS * probability.applyAsDouble(k);
            count += seen[k];
            if (mass >= 20) {
                expected.add(mass);
                observed.add(count);
                mass = 0;
                count = 0;
            }
        }
        int last = expected.size() - 1;
        expected.set(last, expected.get(last) + mass);
        observed.set(last, observed.get(last) + count);
        double p = new ChiSquareTest()
                .chiSquareTest(
                        expected.stream().mapToDouble(e -> e).toArray(),
                        observed.stream().mapToLong(o -> o).toArray());
        assertThat(p).isGreaterThan(FALSE_ALARM);
    }

    /** Few draws a kind go one by one, many by conditional numbers: counted up, by rejection, and with p above a half. */
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

    /** Few draws a kind and many, with balls put back and not. */
    @ParameterizedTest
    @CsvSource({"100", "4000"})
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
}
