package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final Mixture A = Mixture.of(0.3, -2, 0.5, 1, 0.3, 0.5, 0.7, 1, -0.5, 0.4, -0.2, 0.9);
    private static final Mixture B = Mixture.of(0.6, 0, 0, 1, 0, 1, 0.4, 2, 1, 0.5, 0.1, 0.2);

    private static double a(double x, double y) {
        return A.density(new double[] {x}, new double[] {y})[0];
    }

    /** The integral over a square wide enough, by the trapezium rule, which converges fast for such smooth functions. */
    private static double integral(DoubleBinaryOperator f) {
        double sum = 0;
        double step = 0.05;
        for (double x = -12; x < 12; x += step) {
            for (double y = -12; y < 12; y += step) {
                sum += f.applyAsDouble(x, y);
            }
        }
        return sum * step * step;
    }

    @Test
    void theDensityIntegratesToOneAndHasTheMixturesMoments() {
        assertThat(integral(MixtureTest::a)).isCloseTo(1, within(1e-10));
        assertThat(integral((x, y) -> x * a(x, y))).isCloseTo(A.meanX(), within(1e-10));
        assertThat(integral((x, y) -> y * a(x, y))).isCloseTo(A.meanY(), within(1e-10));
        double trace =
                integral((x, y) -> ((x - A.meanX()) * (x - A.meanX()) + (y - A.meanY()) * (y - A.meanY())) * a(x, y));
        assertThat(A.trace()).isCloseTo(trace, within(1e-9));
    }

    @Test
    void theDistanceIsTheIntegralOfTheSquaredDifference() {
        double square = integral((x, y) -> Math.pow(a(x, y) - B.density(new double[] {x}, new double[] {y})[0], 2));
        assertThat(A.squaredDistance(B)).isCloseTo(square, within(1e-10));
    }

    @Test
    void theDistanceIsSymmetricNeverNegativeAndZeroToItself() {
        assertThat(A.squaredDistance(B)).isPositive().isCloseTo(B.squaredDistance(A), within(1e-15));
        assertThat(A.squaredDistance(A)).isZero();
        assertThat(A.squaredDistance(A.leftToRight())).isZero();
        assertThat(B.squaredDistance(A.inOrderOf(B))).isCloseTo(B.squaredDistance(A), within(1e-15));
    }

    @Test
    void ofTwoRoundBlobsTheDistanceHasItsClosedForm() {
        // Integral of N(m, s^2 I)^2 = 1 / (4 pi s^2); of both N(d; 0, s^2 + t^2).
        Mixture one = Mixture.of(1, 0, 0, 1, 0, 1);
        Mixture other = Mixture.of(1, 3, 4, 0.25, 0, 0.25);
        double expected = 1 / (4 * Math.PI) + 1 / Math.PI - 2 * Math.exp(-25 / 2.5) / (2.5 * Math.PI);
        assertThat(one.squaredDistance(other)).isCloseTo(expected, within(1e-15));
        // A dot of deviation 0.01, as the released notebook's last generation: 796.
        assertThat(Mixture.of(1, 0, 0, 1e-4, 0, 1e-4).squaredDistance(one))
                .isCloseTo(1 / (4e-4 * Math.PI) - 0.24, within(0.01));
    }

    @Test
    void theOrderOfComponentsChangesNothingButNames() {
        Mixture sorted =
                Mixture.of(0.4, 2, 1, 0.5, 0.1, 0.2, 0.6, 0, 0, 1, 0, 1).leftToRight();
        assertThat(sorted).isEqualTo(B).hasSameHashCodeAs(B).hasToString(B.toString());
        assertThat(sorted.trace()).isCloseTo(B.trace(), within(1e-15));
        Mixture back = sorted.inOrderOf(Mixture.of(0.5, 3, 0, 1, 0, 1, 0.5, -1, 0, 1, 0, 1));
        assertThat(back.meanX(0)).isEqualTo(2);
        assertThat(back.predict(new double[] {2, -1}, new double[] {1, 0})).containsExactly(0, 1);
    }

    @Test
    void noiseWidensTheDensity() {
        assertThat(A.blurred(1, 2).trace()).isCloseTo(A.trace() + 3, within(1e-14));
    }

    @Test
    void theLeastVarianceIsTheSmallerEigenvalue() {
        assertThat(Mixture.of(1, 0, 0, 2, 1, 2).leastVariance(0)).isCloseTo(1, within(1e-15));
        assertThat(Mixture.of(1, 0, 0, 1, 1, 1).leastVariance(0)).isCloseTo(0, within(1e-15));
    }

    @Test
    void singularCovariancesHaveHugeButFiniteDensities() {
        Mixture dot = Mixture.of(1, 0, 0, 0, 0, 0);
        Mixture line = Mixture.of(1, 0, 0, 1, 1, 1);
        double[] places = {0, 1};
        assertThat(dot.density(places, places)[0]).isFinite().isGreaterThan(1e100);
        assertThat(dot.density(places, places)[1]).isZero();
        assertThat(line.density(places, places)[1]).isFinite().isPositive();
        assertThat(dot.squaredDistance(line)).isFinite().isPositive();
        assertThat(dot.predict(places, places)).containsOnly(0);
    }

    @Test
    void refusesNumbersThatAreNoComponents() {
        assertThatThrownBy(() -> Mixture.of(1, 2, 3)).hasMessageContaining("6 numbers, here are 3");
        assertThatThrownBy(Mixture::of).isInstanceOf(IllegalArgumentException.class);
    }
}
