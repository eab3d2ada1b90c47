package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class KernelDensityTest {
    /** The points of {@code src/test/python/kernel_density.py}. */
    private static double[] cloud(long seed, int n, int d) {
        long state = seed;
        double[] points = new double[n * d];
        for (int i = 0; i < points.length; i++) {
            points[i] = -1;
            for (int k = 0; k < 2; k++) {
                state = (1664525 * state + 1013904223) % (1L << 32);
                points[i] += state / 0x1p32;
            }
        }
        return points;
    }

    private static double[][] columns(double[] points, int d, double shift) {
        double[][] columns = new double[d][points.length / d];
        for (int i = 0; i < points.length; i++) {
            columns[i % d][i / d] = points[i] + shift;
        }
        return columns;
    }

    private static KernelDensity estimate(double[][] places, double h, double... points) {
        KernelDensity density = new KernelDensity(places, h);
        density.add(points, 0, points.length / places.length);
        return density;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "kernel-density.csv")
    void agreesWithScikitLearn(int d, int n, int m, double h, double shift, double expected) {
        KernelDensity density = estimate(columns(cloud(2, m, d), d, shift), h, cloud(1, n, d));

        assertThat(density.count()).isEqualTo(n);
        assertThat(density.meanLogDensity() * m).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
    }

    @Test
    void integratesToOne() {
        double[] x = IntStream.range(0, 4_001).mapToDouble(i -> -10 + i / 200.0).toArray();
        KernelDensity density = estimate(new double[][] {x}, 0.25, cloud(1, 30, 1));

        double integral = IntStream.range(0, x.length)
                .mapToDouble(i -> Math.exp(density.logDensity(i)) / 200)
                .sum();
        assertThat(integral).isCloseTo(1, within(1e-12));
    }

    @Test
    void neitherUnderflowsNorOverflows() {
        // Alone every term is e^-5e11, far below the smallest number.
        KernelDensity far = estimate(new double[][] {{1e6}}, 1, 0, 1);
        assertThat(far.logDensity(0))
                .isCloseTo(-0.5 * 999_999.0 * 999_999.0 - Math.log(2 * Math.sqrt(2 * Math.PI)), within(1e-3));
        assertThat(estimate(new double[][] {{0}}, 1e-6, 0, 1e75).logDensity(0))
                .isCloseTo(Math.log(1e6 / (2 * Math.sqrt(2 * Math.PI))), within(1e-12));
    }

    @Test
    void everySingleTermIsRightToThirteenDigits() {
        // Two points, of which the second is further off by a known exponent.
        for (double exponent = 0; exponent < 70; exponent += 0.37) {
            double gap = Math.sqrt(2 * exponent);
            double sum = 2
                    * Math.sqrt(2 * Math.PI)
                    * Math.exp(estimate(new double[][] {{0}}, 1, 0, gap).logDensity(0));
            assertThat(sum).isCloseTo(1 + Math.exp(-0.5 * gap * gap), within(1e-13));
        }
    }

    @Test
    void pointsMayBeAddedInPiecesInAnyOrder() {
        double[] points = cloud(1, 100, 2);
        double[][] places = columns(cloud(2, 9, 2), 2, 1.5);
        KernelDensity whole = estimate(places, 0.1, points);
        KernelDensity parts = new KernelDensity(places, 0.1);
        parts.add(points, 60, 100);
        KernelDensity copy = parts.copy();
        parts.add(points, 0, 60);

        assertThat(parts.meanLogDensity()).isCloseTo(whole.meanLogDensity(), within(1e-12));
        assertThat(copy.count()).as("a copy stays").isEqualTo(40);
        copy.add(points, 0, 60);
        assertThat(copy.meanLogDensity()).isEqualTo(parts.meanLogDensity());
    }

    @Test
    void beforeTheFirstPointThereIsNoDensity() {
        assertThat(new KernelDensity(new double[][] {{0}}, 1).logDensity(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
