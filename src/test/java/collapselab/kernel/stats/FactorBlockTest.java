package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactorBlockTest {
    private static final int CHAINS = 3;

    private final SplittableRandom random = new SplittableRandom(1);

    private FactorBlock random(int d) {
        double[][] entries = new double[FactorBlock.at(d, 0)][CHAINS];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                for (int c = 0; c < CHAINS; c++) {
                    entries[FactorBlock.at(i, j)][c] = i == j ? 0.5 + random.nextDouble() : random.nextDouble() - 0.5;
                }
            }
        }
        return FactorBlock.of(d, entries);
    }

    private static RealMatrix matrix(FactorBlock block, int chain) {
        int d = block.dimension();
        RealMatrix m = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                m.setEntry(i, j, block.get(i, j, chain));
            }
        }
        return m;
    }

    private static double gap(RealMatrix a, RealMatrix b) {
        return a.subtract(b).getFrobeniusNorm() / Math.max(1, b.getFrobeniusNorm());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 17})
    void productsAreMatrixProducts(int d) {
        FactorBlock f = random(d).times(0.7);
        FactorBlock a = random(d).times(1.3);
        FactorBlock product = f.times(a, 0.9);
        for (int c = 0; c < CHAINS; c++) {
            RealMatrix expected = matrix(f, c).multiply(matrix(a, c)).scalarMultiply(0.9);
            assertThat(gap(matrix(product, c), expected)).isLessThan(1e-13);
            assertThat(product.trace(c))
                    .isCloseTo(expected.multiply(expected.transpose()).getTrace(), within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 17})
    void mergedFactorsGiveTheSumOfTheirMatrices(int d) {
        FactorBlock f = random(d).times(2);
        FactorBlock g = random(d);
        double[][] v = new double[d][CHAINS];
        for (double[] row : v) {
            row[0] = random.nextDouble();
            row[2] = -3 * random.nextDouble();
        }
        FactorBlock merged = f.merge(g, v);
        for (int c = 0; c < CHAINS; c++) {
            RealMatrix column = MatrixUtils.createRealMatrix(d, 1);
            for (int i = 0; i < d; i++) {
                column.setEntry(i, 0, v[i][c]);
            }
            RealMatrix expected = square(matrix(f, c)).add(square(matrix(g, c))).add(square(column));
            assertThat(gap(square(matrix(merged, c)), expected)).isLessThan(1e-13);
            assertThat(merged.logDeterminant(c))
                    .isCloseTo(Math.log(new LUDecomposition(expected).getDeterminant()), within(1e-9));
            for (int i = 0; i < d; i++) {
                assertThat(merged.get(i, i, c)).isNotNegative();
            }
        }
    }

    private static RealMatrix square(RealMatrix m) {
        return m.multiply(m.transpose());
    }

    @Test
    void vectorsGainTheProduct() {
        FactorBlock f = random(4).times(0.5);
        double[][] z = {{1, 2, 3}, {4, 5, 6}, {-1, 0, 1}, {2, 2, 2}};
        double[][] start = {{1, 1, 1}, {0, 0, 0}, {2, 2, 2}, {3, 3, 3}};
        double[][] sum = f.plusProduct(start, 3, z);
        for (int c = 0; c < CHAINS; c++) {
            double[] expected = matrix(f, c).operate(new double[] {z[0][c], z[1][c], z[2][c], z[3][c]});
            for (int i = 0; i < 4; i++) {
                assertThat(sum[i][c]).isCloseTo(start[i][c] + 3 * expected[i], within(1e-12));
            }
        }
    }

    @Test
    void theLogDeterminantOutlivesTheEntries() {
        FactorBlock f = FactorBlock.identity(2, 1);
        FactorBlock half = FactorBlock.of(2, new double[][] {{0.5}, {0.1}, {0.25}});
        for (int i = 0; i < 2_000; i++) {
            f = f.times(half, 1);
        }
        assertThat(f.get(0, 0, 0)).isZero();
        assertThat(f.logDeterminant(0)).isCloseTo(2_000 * 2 * Math.log(0.125), within(1e-6));
    }

    @Test
    void aSingularFactorHasNoLogDeterminant() {
        FactorBlock f = FactorBlock.of(2, new double[][] {{1}, {2}, {0}});
        assertThat(f.logDeterminant(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(f.merge(f, new double[][] {{0}, {0}}).get(1, 1, 0)).isCloseTo(0, within(1e-15));
    }

    @Test
    void nothingMergedWithNothingIsNothing() {
        FactorBlock zero = FactorBlock.of(2, new double[3][2]);
        assertThat(zero.merge(zero, new double[2][2]).trace(1)).isZero();
    }
}
