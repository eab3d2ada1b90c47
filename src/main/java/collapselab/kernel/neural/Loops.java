package collapselab.kernel.neural;

/**
 * The loops between the products, over rows short enough to stay in the first-level cache.
 *
 * <p>The form matters: HotSpot turns a loop into vector instructions only if all arrays share one index, nothing branches
 * and nothing calls {@code Math.exp}. Whoever changes one of these measures it again.
 */
final class Loops {
    /** Far below any moment that counts; its unit in the last place, 8e-33, stays normal (1.2e-38) even times a small rate. */
    private static final float FLUSH = 1e-25f;

    // tanh(x) for |x| <= 9 as x P(x^2) / Q(x^2): the rational minimax approximation of Eigen's ptanh, good to some ulp.
    private static final float P1 = 4.8935246e-3f;
    private static final float P3 = 6.3726195e-4f;
    private static final float P5 = 1.48572235e-5f;
    private static final float P7 = 5.1222973e-8f;
    private static final float P9 = -8.604672e-11f;
    private static final float P11 = 2.000188e-13f;
    private static final float P13 = -2.7607684e-16f;
    private static final float Q0 = 4.893525e-3f;
    private static final float Q2 = 2.2684347e-3f;
    private static final float Q4 = 1.1853471e-4f;
    private static final float Q6 = 1.1982584e-6f;

    private Loops() {}

    static void add(float[] a, float[] b, int n) {
        for (int j = 0; j < n; j++) {
            a[j] += b[j];
        }
    }

    static void addRelu(float[] a, float[] bias, int n) {
        for (int j = 0; j < n; j++) {
            a[j] = Math.max(a[j] + bias[j], 0f);
        }
    }

    /** Keeps the gradient where the activation is above zero. A product instead of a branch: activations are 0 or above 1e-30. */
    static void maskRelu(float[] gradient, float[] activation, int n) {
        for (int j = 0; j < n; j++) {
            gradient[j] *= Math.min(activation[j] * 1e30f, 1f);
        }
    }

    /** {@code t = tanh(y / 2)}, from which the logistic function is {@code (1 + t) / 2}. */
    static void halfTanh(float[] y, float[] t, int n) {
        for (int j = 0; j < n; j++) {
            float h = Math.max(-9f, Math.min(9f, 0.5f * y[j]));
            float q = h * h;
            float p = ((((((P13 * q + P11) * q + P9) * q + P7) * q + P5) * q + P3) * q + P1) * h;
            t[j] = p / (((Q6 * q + Q4) * q + Q2) * q + Q0);
        }
    }

    /**
     * Adds {@code softplus(y) - x y} to {@code sum}, given {@code t = tanh(y / 2)}.
     *
     * <p>softplus(y) = max(y, 0) + log(1 + e) with e = exp(-|y|) = (1 - |t|) / (1 + |t|), and log(1 + e) = 2 atanh(r) with
     * r = e / (2 + e) = (1 - |t|) / (3 + |t|), at most 1/3: six terms of the series are good to 1e-7.
     */
    static void addCrossEntropy(float[] y, float[] t, float[] x, float[] sum, int n) {
        for (int j = 0; j < n; j++) {
            float a = Math.abs(t[j]);
            float r = (1f - a) / (3f + a);
            float s = r * r;
            float series = 1f + s * (1f / 3 + s * (1f / 5 + s * (1f / 7 + s * (1f / 9 + s * (1f / 11)))));
            sum[j] += Math.max(y[j], 0f) - y[j] * x[j] + 2f * r * series;
        }
    }

    /** The gradient of the cross-entropy by the logit, mean minus pixel, times {@code scale}. */
    static void crossEntropyGradient(float[] t, float[] x, float[] gradient, float scale, int n) {
        for (int j = 0; j < n; j++) {
            gradient[j] = (0.5f + 0.5f * t[j] - x[j]) * scale;
        }
    }

    static void logistic(float[] t, float[] mean, int n) {
        for (int j = 0; j < n; j++) {
            mean[j] = 0.5f + 0.5f * t[j];
        }
    }

    /**
     * Adam on a row. The pair {@code + FLUSH - FLUSH} rounds moments to multiples of 8e-33: those of weights whose gradient
     * stays zero would otherwise fade into denormal numbers, which slow every later step many times.
     */
    static void adam(float[] w, float[] g, float[] m, float[] v, int n, AdamRate rate) {
        float step = rate.rate();
        float epsilon = rate.epsilon();
        for (int j = 0; j < n; j++) {
            float mean = (m[j] * AdamRate.BETA_1 + g[j] * (1f - AdamRate.BETA_1) + FLUSH) - FLUSH;
            float square = (v[j] * AdamRate.BETA_2 + g[j] * g[j] * (1f - AdamRate.BETA_2) + FLUSH) - FLUSH;
            m[j] = mean;
            v[j] = square;
            w[j] -= step * mean / ((float) Math.sqrt(square) + epsilon);
        }
    }

    static double sum(float[] a, int n) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += a[j];
        }
        return sum;
    }

    static int argmax(float[] a, int n) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            if (a[j] > a[best]) {
                best = j;
            }
        }
        return best;
    }
}
