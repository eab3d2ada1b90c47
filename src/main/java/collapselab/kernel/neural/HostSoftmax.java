package collapselab.kernel.neural;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** Classes on the CPU; there are few of them, so the loops are plain. */
final class HostSoftmax implements Kernels.SoftmaxOutput {
    private final FloatBuffer logits;
    private final FloatBuffer bias;
    private final FloatBuffer biasGradient;
    private final int rows;
    private final int n;
    private final float[] y;
    private final float[] b;
    private final float[] sum;

    HostSoftmax(Matrix logits, Matrix bias, Matrix biasGradient) {
        this.logits = logits.memory();
        this.bias = bias.memory();
        this.biasGradient = biasGradient.memory();
        rows = logits.rows();
        n = logits.columns();
        y = new float[n];
        b = new float[n];
        sum = new float[n];
    }

    @Override
    public double lossAndGradient(byte[] labels, int[] order, int first, int filled, float scale) {
        bias.get(0, b);
        Arrays.fill(sum, 0f);
        double loss = 0;
        for (int i = 0; i < filled; i++) {
            logits.get(i * n, y);
            Loops.add(y, b, n);
            loss += gradient(labels[order[first + i]], scale);
            Loops.add(sum, y, n);
            logits.put(i * n, y);
        }
        Arrays.fill(y, 0f);
        for (int i = filled; i < rows; i++) {
            logits.put(i * n, y);
        }
        biasGradient.put(0, sum);
        return loss;
    }

    /** Turns the logits y of one image into its gradient; returns its loss. */
    private double gradient(int label, float scale) {
        float largest = y[Loops.argmax(y, n)];
        float correct = y[label] - largest;
        double total = 0;
        for (int j = 0; j < n; j++) {
            y[j] = (float) Math.exp(y[j] - largest);
            total += y[j];
        }
        float norm = (float) (scale / total);
        for (int j = 0; j < n; j++) {
            y[j] *= norm;
        }
        y[label] -= scale;
        return Math.log(total) - correct;
    }

    @Override
    public void classes(int filled, int[] to, int offset) {
        bias.get(0, b);
        for (int i = 0; i < filled; i++) {
            logits.get(i * n, y);
            Loops.add(y, b, n);
            to[offset + i] = Loops.argmax(y, n);
        }
    }
}
