package collapselab.kernel.neural;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Bernoulli pixels by ND4J operations. */
final class Nd4jBernoulli implements Kernels.BernoulliOutput {
    private final Matrix logits;
    private final RowWeights weights;
    private final INDArray mean;
    private final INDArray total;
    private final Runnable means;
    private final Runnable lossAndGradient;

    Nd4jBernoulli(Nd4jKernels kernels, Matrix logits, Matrix bias, Matrix images, Matrix biasGradient) {
        this.logits = logits;
        weights = new RowWeights(kernels, logits.rows());
        mean = kernels.zeros(logits.rows(), logits.columns());
        total = kernels.scalar();
        INDArray y = logits.array();
        INDArray x = images.array();
        INDArray loss = kernels.zeros(logits.rows(), logits.columns());
        INDArray product = kernels.zeros(logits.rows(), logits.columns());
        means = Nd4jKernels.sequence(
                kernels.operation("add", y, y, bias.array()), kernels.operation("sigmoid", mean, y));
        lossAndGradient = Nd4jKernels.sequence(
                kernels.operation("softplus", loss, y),
                kernels.operation("multiply", product, x, y),
                kernels.operation("subtract", loss, loss, product),
                kernels.operation("multiply", loss, loss, weights.column()),
                kernels.total(loss, total),
                kernels.operation("subtract", y, mean, x),
                kernels.operation("multiply", y, y, weights.column()),
                kernels.columnSums(logits, biasGradient));
    }

    @Override
    public double lossAndGradient(int filled, float scale) {
        weights.set(filled, scale);
        means.run();
        lossAndGradient.run();
        return total.getDouble(0) / scale;
    }

    @Override
    public void means(int filled, Kernels.Rows target) {
        means.run();
        float[] all = mean.data().asFloat();
        float[] row = new float[logits.columns()];
        for (int i = 0; i < filled; i++) {
            System.arraycopy(all, i * row.length, row, 0, row.length);
            target.row(i, row);
        }
    }
}
