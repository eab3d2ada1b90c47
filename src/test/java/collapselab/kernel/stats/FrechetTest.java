package collapselab.kernel.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.stats.Frechet.Moments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FrechetTest {
    /** The clouds of {@code src/test/python/frechet.py}. */
    private static float[] cloud(long seed, int n, int d, double scale, double shift, String kind) {
        long state = seed;
        float[] points = new float[n * d];
        for (int i = 0; i < points.length; i++) {
            double total = 0;
            for (int k = 0; k < 2; k++) {
                state = (1664525 * state + 1013904223) % (1L << 32);
                total += state / 0x1p32;
            }
            points[i] = (float) (scale * (total - 1) * (1 + i % d) + shift);
        }
        for (int i = points.length - 1; i >= 0; i--) {
            if (kind.equals("dead") && i % d >= d / 2) {
                points[i] = 0;
            }
            if (kind.equals("mixed") && i % d > 0) {
                points[i] += points[i - 1];
            }
        }
        return points;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "frechet.csv")
    void agreesWithSciPy(
            String kindA, String kindB, int na, int nb, int d, double scale, double shift, double expected) {
        float[] a = cloud(1, na, d, 1, 0, kindA);
        float[] b = cloud(2, nb, d, scale, shift, kindB);

        assertThat(Frechet.distance(a, na, b, nb, d)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(Frechet.distance(b, nb, a, na, d)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(Frechet.distance(Moments.of(a, na, d), b, nb))
                .as("from the moments of a reference")
                .isEqualTo(Frechet.distance(a, na, b, nb, d));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "frechet.csv")
    void isZeroFromACloudToItself(String kind, String other, int n, int nb, int d) {
        float[] cloud = cloud(1, n, d, 1, 0, kind);

        assertThat(Frechet.distance(cloud, n, cloud, n, d)).isBetween(0.0, 1e-9 * d * d);
    }

    @Test
    void ofCommutingCovariancesIsTheDistanceOfTheRoots() {
        Moments a = Moments.of(new double[] {0, 0}, new double[] {4, 0, 0, 9});
        Moments b = Moments.of(new double[] {1, 2}, new double[] {1, 0, 0, 0});

        assertThat(Frechet.distance(a, b)).isCloseTo(1 + 4 + (2 - 1) * (2 - 1) + 3 * 3, within(1e-12));
    }

    @Test
    void ofASinglePlaceCountsOnlyTheShift() {
        assertThat(Frechet.distance(new float[] {1, 1, 1}, 3, new float[] {4, 4}, 2, 1))
                .isEqualTo(9);
    }

    @Test
    void refusesWhatIsNoCloud() {
        assertThatThrownBy(() -> Moments.of(new float[] {1, 2}, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Moments.of(new float[] {1, Float.NaN}, 2, 1)).hasMessageContaining("not finite");
        assertThatThrownBy(() -> Moments.of(new double[2], new double[3])).isInstanceOf(IllegalArgumentException.class);
        Moments one = Moments.of(new double[1], new double[1]);
        Moments two = Moments.of(new double[2], new double[4]);
        assertThatThrownBy(() -> Frechet.distance(one, two)).hasMessageContaining("1 and 2");
    }
}
