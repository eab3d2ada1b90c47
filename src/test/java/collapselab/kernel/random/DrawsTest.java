package collapselab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistical tests have fixed seeds and fail for one in 10^6 right generators. */
class DrawsTest {
    private static final double FALSE_ALARM = 1e-6;

    private static double[] normals(Draws draws, int index) {
        double[] out = new double[draws.chains()];
        draws.normals(index, out);
        return out;
    }

    private static double[] chis(Draws draws, int index, int degrees) {
        double[] out = new double[draws.chains()];
        draws.chis(index, degrees, out);
        return out;
    }

    @Test
    void neighbouringSeedsDrawIndependentNormals() {
        double[] x = normals(Chains.from(1, 20_000).draws(3, Purpose.SAMPLE), 0);
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), x))
                .isGreaterThan(FALSE_ALARM);
        double[] next = Arrays.copyOfRange(x, 1, x.length);
        double lag = new PearsonsCorrelation().correlation(Arrays.copyOf(x, next.length), next);
        assertThat(Math.abs(lag) * Math.sqrt(next.length)).isLessThan(4.9);
    }

    @Test
    void drawsAtDifferentAddressesAreUncorrelated() {
        Chains chains = Chains.from(7, 20_000);
        double[] x = normals(chains.draws(3, Purpose.SAMPLE), 0);
        for (double[] y : new double[][] {
            normals(chains.draws(3, Purpose.SAMPLE), 1),
            normals(chains.draws(4, Purpose.SAMPLE), 0),
            normals(chains.draws(3, Purpose.REAL_DATA), 0),
            normals(chains.draws(3, Purpose.SAMPLE).part(1), 0)
        }) {
            double r = new PearsonsCorrelation().correlation(x, y);
            assertThat(Math.abs(r) * Math.sqrt(x.length)).isLessThan(4.9);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 99, 9_999})
    void chisFollowTheirLaw(int degrees) {
        double[] squares = chis(Chains.from(11, 20_000).draws(0, Purpose.SAMPLE), 5, degrees);
        Arrays.setAll(squares, i -> squares[i] * squares[i]);
        assertThat(new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovTest(new ChiSquaredDistribution(null, degrees), squares))
                .isGreaterThan(FALSE_ALARM);
    }

    @Test
    void aChainDrawsTheSameAloneAndAmongThousands() {
        double[] among = normals(Chains.from(1, 3_000).draws(9, Purpose.SAMPLE), 2);
        double[] alone = normals(Chains.from(1_235, 1).draws(9, Purpose.SAMPLE), 2);
        assertThat(alone[0]).isEqualTo(among[1_234]);
    }

    @Test
    void chisMoveLittleWhenTheirDegreesDo() {
        double[] a = chis(Chains.from(1, 5_000).draws(0, Purpose.SAMPLE), 0, 99);
        double[] b = chis(Chains.from(1, 5_000).draws(0, Purpose.SAMPLE), 0, 109);
        assertThat(new PearsonsCorrelation().correlation(a, b)).isGreaterThan(0.995);
    }

    @Test
    void chosenPlacesAreDistinctAndUniform() {
        Draws draws = Chains.from(1, 4_000).draws(6, Purpose.REGIME);
        int[] out = new int[20];
        long[] taken = new long[1];
        long[] counts = new long[3 * 13];
        assertThat(Draws.stride(13)).isEqualTo(16);
        for (int chain = 0; chain < 4_000; chain++) {
            draws.choose(chain, 3, 13, taken, out);
            assertThat(taken).containsOnly(0);
            BitSet seen = new BitSet();
            for (int place : out) {
                assertThat(seen.get(place)).isFalse();
                seen.set(place);
                assertThat(place % 16).isLessThan(13);
                counts[place / 16 * 13 + place % 16]++;
            }
        }
        double[] expected = new double[counts.length];
        Arrays.fill(expected, 20 * 4_000.0 / counts.length);
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(FALSE_ALARM);
    }

    @Test
    void allPlacesCanBeChosen() {
        int[] out = new int[12];
        Chains.from(5, 1).draws(1, Purpose.REGIME).choose(0, 4, 3, new long[1], out);
        Arrays.sort(out);
        assertThat(Draws.stride(3)).isEqualTo(4);
        assertThat(out).containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14);
    }

    @Test
    void mostChoicesStayWhenBatchesGrow() {
        int[] a = new int[100];
        int[] b = new int[100];
        Draws draws = Chains.from(5, 1).draws(9, Purpose.REGIME);
        draws.choose(0, 10, 100, new long[20], a);
        draws.choose(0, 10, 104, new long[20], b);
        int same = 0;
        for (int i = 0; i < a.length; i++) {
            same += a[i] == b[i] ? 1 : 0; // both strides are 128
        }
        assertThat(same).isGreaterThan(85);
    }

    /** A stream's seed is four words; none of them is a word of a draw, in the same part or another. */
    @Test
    void streamsHaveNoWordsInCommonWithDraws() {
        Draws draws = Chains.from(4, 1).draws(2, Purpose.FIT);
        long first = draws.stream(0).nextLong();
        for (int part = 0; part < 3; part++) {
            for (int index = 0; index < 100; index++) {
                assertThat(Randomness.generator(draws.part(part).base(0, index)).nextLong())
                        .isNotEqualTo(first);
            }
        }
        assertThat(draws.part(0).stream(0).nextLong()).isEqualTo(first);
        assertThat(draws.part(1).stream(0).nextLong()).isNotEqualTo(first);
        assertThat(new Randomness(4).stream(2, Purpose.FIT).nextLong()).isEqualTo(first);
    }

    @Test
    void streamsRepeat() {
        Randomness randomness = new Randomness(4);
        assertThat(randomness.stream(2, Purpose.FIT).nextLong())
                .isEqualTo(randomness.stream(2, Purpose.FIT).nextLong())
                .isNotEqualTo(randomness.stream(2, Purpose.SAMPLE).nextLong())
                .isNotEqualTo(randomness.stream(3, Purpose.FIT).nextLong())
                .isNotEqualTo(new Randomness(5).stream(2, Purpose.FIT).nextLong());
    }
}
