package collapselab.kernel.neural;

import org.apache.commons.rng.UniformRandomProvider;

/** A dense layer {@code y = x W + b}: its parameters and their gradients, shared by all shards. */
final class Layer implements AutoCloseable {
    private final Matrix weights;
    private final Matrix bias;
    private final Matrix weightGradient;
    private final Matrix biasGradientParts;
    private final Matrix biasGradient;

    Layer(int inputs, int outputs, int shards) {
        weights = Matrix.zeros(inputs, outputs);
        bias = Matrix.zeros(1, outputs);
        weightGradient = Matrix.zeros(inputs, outputs);
        biasGradientParts = Matrix.zeros(shards, outputs);
        biasGradient = Matrix.zeros(1, outputs);
    }

    /**
     * Draws weights (inputs, outputs) and biases within 1/sqrt(inputs) of zero, PyTorch's default for {@code nn.Linear}.
     *
     * @return the offset behind them
     */
    static int initialise(float[] values, int offset, int inputs, int outputs, UniformRandomProvider random) {
        float bound = (float) (1 / Math.sqrt(inputs));
        int end = offset + (inputs + 1) * outputs;
        for (int i = offset; i < end; i++) {
            values[i] = (2 * random.nextFloat() - 1) * bound;
        }
        return end;
    }

    /** (inputs, outputs). */
    Matrix weights() {
        return weights;
    }

    /** (1, outputs). */
    Matrix bias() {
        return bias;
    }

    /** (inputs, outputs). */
    Matrix weightGradient() {
        return weightGradient;
    }

    /** (shards, outputs): what each shard's images add to the gradient by the bias. */
    Matrix biasGradientParts() {
        return biasGradientParts;
    }

    /** (1, outputs): the sum of the parts. */
    Matrix biasGradient() {
        return biasGradient;
    }

    /** {@code output = input W}, the bias left to what follows; (R, inputs) to (R, outputs). */
    Runnable forward(Kernels kernels, Matrix input, Matrix output) {
        return kernels.product(input.array(), false, weights.array(), false, output.array());
    }

    /** The gradient by the input from that by the output; (R, outputs) to (R, inputs). */
    Runnable backward(Kernels kernels, Matrix outputGradient, Matrix inputGradient) {
        return kernels.product(outputGradient.array(), false, weights.array(), true, inputGradient.array());
    }

    /** Sets weights, then biases, from a flat array; returns the offset behind them. */
    int write(Kernels kernels, float[] from, int offset) {
        kernels.write(weights, from, offset);
        kernels.write(bias, from, offset + weights.size());
        return offset + weights.size() + bias.size();
    }

    /** Copies weights, then biases; returns the offset behind them. */
    int read(Kernels kernels, float[] to, int offset) {
        kernels.read(weights, to, offset);
        kernels.read(bias, to, offset + weights.size());
        return offset + weights.size() + bias.size();
    }

    /** Copies the gradients in the same order; returns the offset behind them. */
    int readGradient(Kernels kernels, float[] to, int offset) {
        kernels.read(weightGradient, to, offset);
        kernels.read(biasGradient, to, offset + weights.size());
        return offset + weights.size() + bias.size();
    }

    @Override
    public void close() {
        weights.close();
        bias.close();
        weightGradient.close();
        biasGradientParts.close();
        biasGradient.close();
    }
}
