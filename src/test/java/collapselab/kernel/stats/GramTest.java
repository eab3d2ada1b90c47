package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against Commons Math, for sizes around the four rows that are taken in one pass. */
class GramTest {
    private static double[][] rows(int count, int d, int which) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(new Randomness(which).stream(0, Purpose.MEASURE));
        double[][] rows = new double[count][d];
        for (double[] row : rows) {
            for (int i = 0; i < d; i++) {
                row[i] = gaussian.sample();
            }
        }
        return rows;
    }

    private static double[][] factor(int d, int which) {
        double[][] rows = rows(d, d, which);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = 0;
            }
            rows[i][i] = 1 + Math.abs(rows[i][i]);
        }
        return rows;
    }

    private static RealMatrix square(double[][] rows) {
        RealMatrix x = new Array2DRowRealMatrix(rows);
        return x.transpose().multiply(x);
    }

    private static void assertSame(Gram gram, double factor, RealMatrix expected) {
        int d = gram.dimension();
        double[][] full = new double[d][d];
        gram.full(factor, full);
        for (int i = 0; i < d; i++) {
            assertThat(full[i]).containsExactly(expected.getRow(i), within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 16, 21})
    void squaresOfRowsAndOfFactorsAddUp(int d) {
        double[][] x = rows(2 * d + 3, d, 1);
        double[][] u = factor(d, 2);
        assertSame(Gram.ofRows(x, x.length, d), 2, square(x).scalarMultiply(2));
        assertSame(Gram.ofFactor(u), 1, square(u));
        assertSame(
                Gram.ofRows(x, x.length, d).plus(2, Gram.ofFactor(u), 0.5),
                1,
                square(x).scalarMultiply(2).add(square(u).scalarMultiply(0.5)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 16, 21})
    void solvesWhatAnotherLibrarySolves(int d) {
        Gram gram = Gram.ofRows(rows(3 * d, d, 3), 3 * d, d);
        double[] ridge = new double[d];
        java.util.Arrays.setAll(ridge, i -> 0.1 * i);
        RealMatrix matrix = square(rows(3 * d, d, 3)).scalarMultiply(1.5);
        for (int i = 0; i < d; i++) {
            matrix.addToEntry(i, i, ridge[i]);
        }
        double[] b = rows(1, d, 4)[0];
        double[] expected = new CholeskyDecomposition(matrix)
                .getSolver()
                .solve(new org.apache.commons.math3.linear.ArrayRealVector(b))
                .toArray();
        Gram.solve(gram.factor(1.5, ridge, new double[d][d]), b);
        assertThat(b).containsExactly(expected, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 12})
    void aFactorTakesVectorsThere(int d) {
        double[][] u = factor(d, 5);
        Gram gram = Gram.ofFactor(u);
        double[] v = rows(1, d, 6)[0];
        double[] expected = new Array2DRowRealMatrix(u).operate(v);
        double[] back = new Array2DRowRealMatrix(u).preMultiply(v);
        double[] out = new double[d];
        gram.rootTransposed(v, out);
        assertThat(out).containsExactly(back, within(1e-12));
        gram.root(v, v);
        assertThat(v).containsExactly(expected, within(1e-12));
        assertThat(gram.factor(1, new double[0], new double[0][0])).isSameAs(u);
    }

    @Test
    void aSingularMatrixIsRefused() {
        Gram gram = Gram.ofRows(rows(2, 3, 7), 2, 3);
        assertThatThrownBy(() -> gram.factor(1, new double[0], new double[3][3]))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> gram.root(new double[3], new double[3])).isInstanceOf(IllegalStateException.class);
    }
}
