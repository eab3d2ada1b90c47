package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KMeansTest {
    private static UniformRandomProvider random(long seed) {
        return new Randomness(seed).stream(0, Purpose.FIT);
    }

    @Test
    void blobsThatAreFarApartAreGroups() {
        Mixture blobs = Mixture.of(0.2, -50, 0, 1, 0, 1, 0.3, 0, 50, 1, 0, 1, 0.5, 50, 0, 1, 0, 1);
        PlanePoints points = MixtureSampler.draw(blobs, 300, random(1));
        for (int seed = 0; seed < 20; seed++) {
            int[] labels = KMeans.labels(points, 3, random(seed), Progress.NONE);
            for (int i = 0; i < 300; i++) {
                for (int j = 0; j < 300; j++) {
                    boolean near = Math.hypot(points.x(i) - points.x(j), points.y(i) - points.y(j)) < 20;
                    assertThat(labels[i] == labels[j]).isEqualTo(near);
                }
            }
        }
    }

    @Test
    void noPointIsNearerToAnotherGroupsCentre() {
        PlanePoints points = MixtureSampler.draw(Mixture.of(1, 0, 0, 1, 0.5, 2), 500, random(2));
        int[] labels = KMeans.labels(points, 4, random(3), Progress.NONE);
        Mixture groups = ExpectationMaximization.hard(points, labels, 4, 0);
        long wrong = IntStream.range(0, 500)
                .filter(i -> IntStream.range(0, 4)
                        .anyMatch(k -> distance(points, i, groups, k) < distance(points, i, groups, labels[i]) - 0.05))
                .count();
        assertThat(wrong)
                .as("centres may still move by 1 % of a deviation when the search ends")
                .isZero();
    }

    private static double distance(PlanePoints points, int i, Mixture groups, int k) {
        return Math.hypot(points.x(i) - groups.meanX(k), points.y(i) - groups.meanY(k));
    }

    /**
     * The smallest group's share and the mean squared distance from the centres are those of scikit-learn 1.6.1, whose means
     * and standard errors {@code src/test/python/kmeans.py} gives; false alarm 1e-6 for all six.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 25, 0.420420, 0.000415, 1.770045, 0.002637",
        "3, 40, 0.207839, 0.000425, 1.366286, 0.001659",
        "8, 60, 0.046008, 0.000272, 0.503550, 0.001055"
    })
    void groupsAreThoseOfScikitLearn(int groups, int n, double share, double error, double square, double squareError) {
        Mixture blobs = Mixture.of(0.5, -2, 0, 1, 0, 1, 0.5, 2, 0, 1, 0, 1);
        SummaryStatistics shares = new SummaryStatistics();
        SummaryStatistics squares = new SummaryStatistics();
        for (int set = 0; set < 20_000; set++) {
            PlanePoints points = MixtureSampler.draw(blobs, n, random(set));
            int[] labels = KMeans.labels(points, groups, random(-1 - set), Progress.NONE);
            Mixture grouped = ExpectationMaximization.hard(points, labels, groups, 0);
            shares.addValue(grouped.leastWeight());
            squares.addValue(IntStream.range(0, groups)
                    .mapToDouble(k -> grouped.weight(k) * (grouped.varianceX(k) + grouped.varianceY(k)))
                    .sum());
        }
        assertThat(deviations(shares, share, error)).isBetween(-5.2, 5.2);
        assertThat(deviations(squares, square, squareError)).isBetween(-5.2, 5.2);
    }

    private static double deviations(SummaryStatistics ours, double mean, double error) {
        double own = ours.getStandardDeviation() / Math.sqrt((double) ours.getN());
        return (ours.getMean() - mean) / Math.hypot(own, error);
    }

    /** The third centre has no point: it goes to the one that is farthest from its own. */
    @Test
    void aGroupWithoutPointsIsSettledAnew() {
        double[] x = {0, 1, 10, 11, 30};
        PlanePoints points = PlanePoints.of(x, new double[5], 5);
        int[] labels = KMeans.labels(points, new double[] {0, 10, -50}, new double[3], Progress.NONE);
        assertThat(labels).containsExactly(0, 0, 1, 1, 2);
    }

    @Test
    void weightsPullTheCentres() {
        double[] x = {0, 1, 10, 11};
        double[] weights = {1, 1, 1, 1e-6};
        int[] labels = KMeans.labels(PlanePoints.weighted(x, new double[4], weights), 2, random(4), Progress.NONE);
        assertThat(labels[0]).isEqualTo(labels[1]).isNotEqualTo(labels[2]);
        assertThat(labels[2]).isEqualTo(labels[3]);
    }

    @Test
    void equalPointsAreOneGroupWhateverIsAsked() {
        double[] same = new double[10];
        Arrays.fill(same, 3);
        assertThat(KMeans.labels(PlanePoints.of(same, same, 10), 3, random(5), Progress.NONE))
                .containsOnly(0);
    }
}
