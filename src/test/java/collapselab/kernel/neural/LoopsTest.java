package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The loops against the functions they stand for. */
class LoopsTest {
    @Test
    void logisticAndCrossEntropyAgreeWithTheirDefinitions() {
        for (int k = -4000; k <= 4000; k++) {
            float logit = k / 100f;
            float[] t = new float[1];
            float[] mean = new float[1];
            float[] loss = new float[1];
            Loops.halfTanh(new float[] {logit}, t, 1);
            Loops.logistic(t, mean, 1);
            Loops.addCrossEntropy(new float[] {logit}, t, new float[] {0.3f}, loss, 1);
            double exact = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - 0.3f * (double) logit;
            assertThat(mean[0]).isCloseTo((float) (1 / (1 + Math.exp(-logit))), within(2e-7f));
            assertThat((double) loss[0]).isCloseTo(exact, within(4e-7 + 2e-7 * exact));
        }
    }

    @Test
    void reluKeepsOnlyGradientsOfLiveUnits() {
        float[] gradient = {1f, -2f, 3f};
        Loops.maskRelu(gradient, new float[] {0.5f, 0f, 1e-12f}, 3);
        assertThat(gradient).containsExactly(new float[] {1f, 0f, 3f}, within(0f));
    }

    @Test
    void momentsOfWeightsWithoutGradientFadeButNeverTurnDenormal() {
        float[] w = {0.5f};
        float[] m = {1e-6f};
        float[] v = {1e-12f};
        float[] g = {0f};
        for (int step = 1; step <= 80_000; step++) {
            Loops.adam(w, g, m, v, 1, AdamRate.of(1e-3, step));
            if (m[0] != 0 && m[0] < Float.MIN_NORMAL) {
                throw new AssertionError("denormal at step " + step);
            }
            if (v[0] != 0 && v[0] < Float.MIN_NORMAL) {
                throw new AssertionError("denormal at step " + step);
            }
        }
        assertThat(m[0]).isLessThan(1e-29f);
        assertThat(v[0]).isLessThan(1e-29f);
    }
}
