package collapselab.kernel.neural;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;

/** Classes by ND4J operations. */
final class Nd4jSoftmax implements Kernels.SoftmaxOutput {
    private final Nd4jKernels kernels;
    private final Matrix logits;
    private final RowWeights weights;
    private final INDArray correct;
    private final float[] oneHot;
    private final float[] values;
    private final INDArray total;
    private final Runnable addBias;
    private final Runnable lossAndGradient;

    Nd4jSoftmax(Nd4jKernels kernels, Matrix logits, Matrix bias, Matrix biasGradient) {
        this.kernels = kernels;
        this.logits = logits;
        int rows = logits.rows();
        int classes = logits.columns();
        weights = new RowWeights(kernels, rows);
        correct = kernels.zeros(rows, classes);
        oneHot = new float[logits.size()];
        values = new float[logits.size()];
        total = kernels.scalar();
        INDArray y = logits.array();
        INDArray logProbability = kernels.zeros(rows, classes);
        addBias = kernels.operation("add", y, y, bias.array());
        lossAndGradient = Nd4jKernels.sequence(
                kernels.operation("log_softmax", logProbability, y),
                kernels.transform(new Exp(logProbability, y)),
                kernels.operation("multiply", logProbability, logProbability, correct),
                kernels.total(logProbability, total),
                kernels.operation("subtract", y, y, correct),
                kernels.operation("multiply", y, y, weights.column()),
                kernels.columnSums(logits, biasGradient));
    }

    @Override
    public double lossAndGradient(byte[] labels, int[] order, int first, int filled, float scale) {
        weights.set(filled, scale);
        Arrays.fill(oneHot, 0f);
        for (int i = 0; i < filled; i++) {
            oneHot[i * logits.columns() + labels[order[first + i]]] = 1f;
        }
        correct.data().setData(oneHot);
        addBias.run();
        lossAndGradient.run();
        return -total.getDouble(0);
    }

    @Override
    public void classes(int filled, int[] to, int offset) {
        addBias.run();
        kernels.read(logits, values, 0);
        float[] row = new float[logits.columns()];
        for (int i = 0; i < filled; i++) {
            System.arraycopy(values, i * row.length, row, 0, row.length);
            to[offset + i] = Loops.argmax(row, row.length);
        }
    }
}
