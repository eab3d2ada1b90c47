package collapselab.kernel.neural;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Bernoulli pixels on the CPU. */
final class HostBernoulli implements Kernels.BernoulliOutput {
    private final FloatBuffer logits;
    private final FloatBuffer bias;
    private final FloatBuffer images;
    private final FloatBuffer biasGradient;
    private final int rows;
    private final int n;
    private final float[] y;
    private final float[] x;
    private final float[] t;
    private final float[] b;
    private final float[] loss;
    private final float[] sum;

    HostBernoulli(Matrix logits, Matrix bias, Matrix images, Matrix biasGradient) {
        this.logits = logits.memory();
        this.bias = bias.memory();
        this.images = images.memory();
        this.biasGradient = biasGradient.memory();
        rows = logits.rows();
        n = logits.columns();
        y = new float[n];
        x = new float[n];
        t = new float[n];
        b = new float[n];
        loss = new float[n];
        sum = new float[n];
    }

    @Override
    public double lossAndGradient(int filled, float scale) {
        bias.get(0, b);
        Arrays.fill(loss, 0f);
        Arrays.fill(sum, 0f);
        for (int i = 0; i < filled; i++) {
            logits(i);
            images.get(i * n, x);
            Loops.addCrossEntropy(y, t, x, loss, n);
            Loops.crossEntropyGradient(t, x, y, scale, n);
            Loops.add(sum, y, n);
            logits.put(i * n, y);
        }
        Arrays.fill(y, 0f);
        for (int i = filled; i < rows; i++) {
            logits.put(i * n, y);
        }
        biasGradient.put(0, sum);
        return Loops.sum(loss, n);
    }

    @Override
    public void means(int filled, Kernels.Rows target) {
        bias.get(0, b);
        for (int i = 0; i < filled; i++) {
            logits(i);
            Loops.logistic(t, y, n);
            target.row(i, y);
        }
    }

    /** Row i's logits into y, and tanh of their half into t. */
    private void logits(int i) {
        logits.get(i * n, y);
        Loops.add(y, b, n);
        Loops.halfTanh(y, t, n);
    }
}
