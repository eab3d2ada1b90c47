package collapselab.catalog.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChiSquareStepsTest {
    /** c4(10) and its maximum-likelihood form, as tables of control charts give them. */
    @Test
    void meanDeviationsShrinkByTheConstantC4() {
        assertThat(new ChiSquareSteps(1, g -> 10, 1, Estimator.UNBIASED).root(0))
                .isCloseTo(0.97266, within(5e-6));
        assertThat(new ChiSquareSteps(1, g -> 10, 1, Estimator.MLE).root(0)).isCloseTo(0.92275, within(5e-6));
    }

    @Test
    void generationsOfOneSizeMultiply() {
        ChiSquareSteps one = new ChiSquareSteps(20, g -> 10, 1, Estimator.MLE);
        assertThat(one.log(19)).isCloseTo(20 * -0.22057, within(2e-4));
        assertThat(one.logDeviation(19)).isCloseTo(Math.sqrt(20 * 0.24873), within(2e-4));
        assertThat(one.root(19)).isCloseTo(Math.pow(one.root(0), 20), within(1e-12));
        assertThat(one.swell(19)).isCloseTo(55.3, within(0.1));
    }

    /** Per step at d = 5, n = 20: -1.132, the sum over a Bartlett factor's chi-squares. */
    @Test
    void theLogDeterminantSumsItsChiSquares() {
        assertThat(5 * new ChiSquareSteps(1, g -> 20, 5, Estimator.MLE).log(0)).isCloseTo(-1.132, within(5e-4));
    }

    /** The sum of 1/(n t^1.5) tends to zeta(3/2)/n. */
    @Test
    void samplesThatGrowFasterThanGenerationsLoseAFiniteAmount() {
        ChiSquareSteps fast =
                new ChiSquareSteps(20_000, g -> (int) Math.rint(100 * Math.pow(g + 1, 1.5)), 1, Estimator.UNBIASED);
        assertThat(fast.inverse(19_999)).isCloseTo(0.02612, within(2e-4));
        assertThat(fast.log(19_999)).isBetween(-0.028, -0.026);
    }
}
