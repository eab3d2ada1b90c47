package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.Progress;
import collapselab.kernel.mixture.ExpectationMaximization.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuadratureTest {
    private static final Mixture MIXTURE = Mixture.of(0.3, -2, 0.5, 1, 0.3, 0.5, 0.7, 1, -0.5, 0.4, -0.2, 0.9);

    private final Quadrature quadrature = new Quadrature();

    @Test
    void thePointsHaveExactlyTheMixturesMoments() {
        PlanePoints points = quadrature.of(MIXTURE, 50);
        Mixture one = ExpectationMaximization.hard(points, new int[points.size()], 1, 0);
        Mixture expected = MIXTURE.moments();

        assertThat(points.size()).isEqualTo(2 * quadrature.size());
        assertThat(points.total()).isCloseTo(50, within(1e-11));
        assertThat(one.meanX()).isCloseTo(expected.meanX(), within(1e-13));
        assertThat(one.meanY()).isCloseTo(expected.meanY(), within(1e-13));
        assertThat(one.varianceX(0)).isCloseTo(expected.varianceX(0), within(1e-13));
        assertThat(one.covariance(0)).isCloseTo(expected.covariance(0), within(1e-13));
        assertThat(one.varianceY(0)).isCloseTo(expected.varianceY(0), within(1e-13));
    }

    /** A mixture is the best fit to itself, so a step from it goes nowhere, but for the grid's error. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 2, 4, 6, 10})
    void aMixtureFitsItself(double apart) {
        Mixture mixture = Mixture.of(0.4, 0, 0, 1, 0.2, 0.7, 0.6, apart, 0.3, 0.8, -0.1, 0.5);
        Mixture fitted = new ExpectationMaximization()
                .fit(quadrature.of(mixture, 1), mixture, new Rules(0, 1e-300, 1), Progress.NONE)
                .mixture();

        assertThat(fitted.weight(0)).isCloseTo(0.4, within(3e-6));
        assertThat(fitted.meanX(1)).isCloseTo(apart, within(5e-6));
        assertThat(fitted.varianceX(0)).isCloseTo(1, within(1e-5));
        assertThat(fitted.squaredDistance(mixture)).isLessThan(1e-11);
    }
}
