package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.Progress;
import collapselab.kernel.mixture.ExpectationMaximization.Fit;
import collapselab.kernel.mixture.ExpectationMaximization.Rules;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationMaximizationTest {
    private static final Rules RULES = new Rules(1e-6, 1e-5, 2_000);

    private final ExpectationMaximization em = new ExpectationMaximization();

    /** The points of {@code src/test/python/gaussian_mixture.py}. */
    private static PlanePoints points(String kind, int n) {
        long state = n;
        double[][] p = new double[2][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 2; j++) {
                for (int k = 0; k < 4; k++) {
                    state = (1664525 * state + 1013904223) % (1L << 32);
                    p[j][i] += state / 0x1p32;
                }
                p[j][i] = 1.5 * (p[j][i] - 2);
            }
        }
        double[] x = p[0];
        double[] y = p[1];
        for (int i = 0; i < n; i++) {
            x[i] += kind.equals("apart") && i < n / 3 ? 6 : kind.equals("touching") && i < n / 2 ? 3 : 0;
            double scale = kind.equals("narrow") && i < n / 4 ? 0.01 : 1;
            x[i] *= scale;
            y[i] = kind.equals("line") ? 0.5 * x[i] + 0.03 * y[i] : scale * y[i];
        }
        return PlanePoints.of(x, y, n);
    }

    private static Mixture start(PlanePoints points, int components, double floor) {
        int[] labels = IntStream.range(0, points.size())
                .map(i -> (int) Math.max(0, Math.min(components - 1, Math.floor(points.x(i)) + 1)))
                .toArray();
        return ExpectationMaximization.hard(points, labels, components, floor);
    }

    private static PlanePoints drawn(Mixture mixture, int n) {
        return MixtureSampler.draw(mixture, n, new Randomness(n).stream(0, Purpose.REAL_DATA));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "gaussian_mixture.csv")
    void fitsAsScikitLearnDoes(
            String kind, int n, int components, double tolerance, double floor, double bound, int steps, double least) {
        PlanePoints points = points(kind, n);
        Fit fit = em.fit(points, start(points, components, floor), new Rules(floor, tolerance, 2_000), Progress.NONE);

        assertThat(fit.logLikelihood()).isCloseTo(bound, within(1e-10));
        assertThat(fit.iterations()).isEqualTo(steps);
        assertThat(fit.mixture().leastWeight()).isCloseTo(least, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void theMixtureHasTheMomentsOfItsPoints(int components) {
        PlanePoints points = points("touching", 700);
        Fit fit = em.fit(points, start(points, components, 0), new Rules(0.01, 1e-4, 50), Progress.NONE);
        Mixture one = ExpectationMaximization.hard(points, new int[700], 1, 0);

        assertThat(fit.mixture().meanX()).isCloseTo(one.meanX(), within(1e-12));
        assertThat(fit.mixture().meanY()).isCloseTo(one.meanY(), within(1e-12));
        assertThat(fit.mixture().trace()).isCloseTo(one.trace() + 0.02, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void noStepLowersTheLikelihoodWithoutAFloor(int components) {
        PlanePoints points = points("touching", 300);
        Mixture mixture = start(points, components, 0);
        double before = em.logLikelihood(points, mixture);
        for (int step = 0; step < 200; step++) {
            mixture = em.fit(points, mixture, new Rules(0, 1e-300, 1), Progress.NONE)
                    .mixture();
            double now = em.logLikelihood(points, mixture);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-12);
            before = now;
        }
    }

    @Test
    void findsTwoBlobsThatAreWellApart() {
        Mixture truth = Mixture.of(0.3, -4, 1, 1, 0.4, 0.5, 0.7, 4, -1, 0.6, 0, 1.2);
        PlanePoints points = drawn(truth, 40_000);
        int[] labels = KMeans.labels(points, 2, new Randomness(3).stream(0, Purpose.FIT), Progress.NONE);
        Mixture found = em.fit(points, ExpectationMaximization.hard(points, labels, 2, 0), RULES, Progress.NONE)
                .mixture()
                .inOrderOf(truth);

        // Five standard errors: sd(weight) = 0.0023, sd(mean) at most 0.0091, sd(variance) at most 0.013.
        for (int k = 0; k < 2; k++) {
            assertThat(found.weight(k)).isCloseTo(truth.weight(k), within(0.012));
            assertThat(found.meanX(k)).isCloseTo(truth.meanX(k), within(0.046));
            assertThat(found.meanY(k)).isCloseTo(truth.meanY(k), within(0.046));
            assertThat(found.varianceX(k)).isCloseTo(truth.varianceX(k), within(0.065));
            assertThat(found.covariance(k)).isCloseTo(truth.covariance(k), within(0.065));
            assertThat(found.varianceY(k)).isCloseTo(truth.varianceY(k), within(0.065));
        }
    }

    @Test
    void theTwoComponentPathGivesWhatTheGeneralOneGives() {
        PlanePoints points = points("touching", 700);
        Mixture two = start(points, 2, 0);
        // The third component is far from every point: nobody belongs to it.
        Mixture three = Mixture.of(
                two.weight(0),
                two.meanX(0),
                two.meanY(0),
                two.varianceX(0),
                two.covariance(0),
                two.varianceY(0),
                two.weight(1),
                two.meanX(1),
                two.meanY(1),
                two.varianceX(1),
                two.covariance(1),
                two.varianceY(1),
                1e-9,
                1e4,
                0,
                1,
                0,
                1);
        Fit a = em.fit(points, two, new Rules(1e-6, 1e-300, 20), Progress.NONE);
        Fit b = em.fit(points, three, new Rules(1e-6, 1e-300, 20), Progress.NONE);

        assertThat(b.logLikelihood()).isCloseTo(a.logLikelihood(), within(1e-12));
        assertThat(b.mixture().varianceX(0)).isCloseTo(a.mixture().varianceX(0), within(1e-11));
        assertThat(b.mixture().weight(2)).isBetween(0.0, 1e-15);
        assertThat(b.mixture().meanX(2)).isFinite();
    }

    @Test
    void aRelabelledStartGivesTheSameFit() {
        PlanePoints points = points("blob", 400);
        Mixture start = start(points, 3, 0);
        Mixture other = start.inOrderOf(Mixture.of(0.3, 9, 0, 1, 0, 1, 0.3, 0, 0, 1, 0, 1, 0.4, -9, 0, 1, 0, 1));
        Fit a = em.fit(points, start, RULES, Progress.NONE);
        Fit b = em.fit(points, other, RULES, Progress.NONE);

        assertThat(other).isNotEqualTo(start);
        assertThat(b.iterations()).isEqualTo(a.iterations());
        assertThat(b.logLikelihood()).isCloseTo(a.logLikelihood(), within(1e-12));
        assertThat(b.mixture().squaredDistance(a.mixture())).isBetween(0.0, 1e-12);
    }

    @Test
    void weightedPointsCountAsOftenAsTheirWeightsSay() {
        PlanePoints points = points("touching", 300);
        int[] times = IntStream.range(0, 300).map(i -> 1 + i % 3).toArray();
        int[] repeated = IntStream.range(0, 300)
                .flatMap(i -> IntStream.generate(() -> i).limit(times[i]))
                .toArray();
        PlanePoints often = PlanePoints.of(
                Arrays.stream(repeated).mapToDouble(points::x).toArray(),
                Arrays.stream(repeated).mapToDouble(points::y).toArray(),
                repeated.length);
        PlanePoints weighted = PlanePoints.weighted(
                IntStream.range(0, 300).mapToDouble(points::x).toArray(),
                IntStream.range(0, 300).mapToDouble(points::y).toArray(),
                Arrays.stream(times).asDoubleStream().toArray());
        for (int components = 1; components <= 3; components++) {
            Fit a = em.fit(often, start(often, components, 0), RULES, Progress.NONE);
            Fit b = em.fit(weighted, start(weighted, components, 0), RULES, Progress.NONE);
            assertThat(b.iterations()).isEqualTo(a.iterations());
            assertThat(b.mixture().squaredDistance(a.mixture())).isBetween(0.0, 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void pointsThatAreAllEqualOrOnALineGiveNoNaN(int components) {
        double[] same = new double[40];
        Arrays.fill(same, 7);
        double[] line = IntStream.range(0, 40).mapToDouble(i -> i).toArray();
        for (PlanePoints points : new PlanePoints[] {
            PlanePoints.of(same, same, 40), PlanePoints.of(line, line, 40), PlanePoints.of(line, same, 40)
        }) {
            for (double floor : new double[] {0, 1e-6}) {
                int[] labels =
                        KMeans.labels(points, components, new Randomness(1).stream(0, Purpose.FIT), Progress.NONE);
                Mixture start = ExpectationMaximization.hard(points, labels, components, floor);
                Mixture found = em.fit(points, start, new Rules(floor, 1e-9, 100), Progress.NONE)
                        .mixture();
                PlanePoints again = drawn(found, 40);
                assertThat(finite(found)).as(found.toString()).isTrue();
                assertThat(found.squaredDistance(found)).isZero();
                assertThat(found.squaredDistance(start)).isNotNaN().isGreaterThanOrEqualTo(0);
                assertThat(em.logLikelihood(points, found)).isNotNaN();
                assertThat(again.x(0) + again.y(39)).isFinite();
            }
        }
    }

    private static boolean finite(Mixture mixture) {
        return IntStream.range(0, mixture.components())
                .allMatch(k -> Double.isFinite(mixture.weight(k)
                        + mixture.meanX(k)
                        + mixture.meanY(k)
                        + mixture.varianceX(k)
                        + mixture.covariance(k)
                        + mixture.varianceY(k)));
    }

    @Test
    void aLongFitReportsAndCanBeStopped() {
        PlanePoints points = drawn(Mixture.of(1, 0, 0, 1, 0, 1), 100_000);
        assertThatThrownBy(() -> em.fit(points, start(points, 2, 0), new Rules(0, 1e-12, 1_000), fraction -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }
}
