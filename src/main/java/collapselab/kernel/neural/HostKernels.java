package collapselab.kernel.neural;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Kernels of the CPU: products by ND4J, everything else in loops over the arrays' own memory, a row at a time through
 * arrays that stay in the first-level cache. ND4J's own element-wise operations take 2.7 times as long for a whole step.
 */
final class HostKernels implements Kernels {
    private final Products products = new Products();

    @Override
    public Runnable product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
        return products.bind(a, transposeA, b, transposeB, c);
    }

    @Override
    public Runnable biasRelu(Matrix a, Matrix bias) {
        FloatBuffer memory = a.memory();
        FloatBuffer biasMemory = bias.memory();
        int n = a.columns();
        float[] row = new float[n];
        float[] b = new float[n];
        return () -> {
            biasMemory.get(0, b);
            for (int i = 0; i < a.rows(); i++) {
                memory.get(i * n, row);
                Loops.addRelu(row, b, n);
                memory.put(i * n, row);
            }
        };
    }

    @Override
    public Runnable reluGradient(Matrix gradient, Matrix activations, Matrix biasGradient) {
        FloatBuffer gradientMemory = gradient.memory();
        FloatBuffer activationMemory = activations.memory();
        FloatBuffer biasMemory = biasGradient.memory();
        int n = gradient.columns();
        float[] row = new float[n];
        float[] activation = new float[n];
        float[] sum = new float[n];
        return () -> {
            Arrays.fill(sum, 0f);
            for (int i = 0; i < gradient.rows(); i++) {
                gradientMemory.get(i * n, row);
                activationMemory.get(i * n, activation);
                Loops.maskRelu(row, activation, n);
                Loops.add(sum, row, n);
                gradientMemory.put(i * n, row);
            }
            biasMemory.put(0, sum);
        };
    }

    @Override
    public Runnable columnSums(Matrix a, Matrix sums) {
        FloatBuffer memory = a.memory();
        FloatBuffer sumMemory = sums.memory();
        int n = a.columns();
        float[] row = new float[n];
        float[] sum = new float[n];
        return () -> {
            Arrays.fill(sum, 0f);
            for (int i = 0; i < a.rows(); i++) {
                memory.get(i * n, row);
                Loops.add(sum, row, n);
            }
            sumMemory.put(0, sum);
        };
    }

    @Override
    public Loader loader(Matrix images) {
        FloatBuffer memory = images.memory();
        int n = images.columns();
        float[] row = new float[n];
        float[] zeros = new float[n];
        return (pixels, order, first, filled) -> {
            for (int i = 0; i < filled; i++) {
                Pixels.toRow(pixels, order == null ? first + i : order[first + i], row);
                memory.put(i * n, row);
            }
            for (int i = filled; i < images.rows(); i++) {
                memory.put(i * n, zeros);
            }
        };
    }

    @Override
    public Latent latent(LatentArrays arrays) {
        return new HostLatent(arrays);
    }

    @Override
    public BernoulliOutput bernoulli(Matrix logits, Matrix bias, Matrix images, Matrix biasGradient) {
        return new HostBernoulli(logits, bias, images, biasGradient);
    }

    @Override
    public SoftmaxOutput softmax(Matrix logits, Matrix bias, Matrix biasGradient) {
        return new HostSoftmax(logits, bias, biasGradient);
    }

    @Override
    public Adam adam(Matrix weights, Matrix gradient) {
        return new HostAdam(weights, gradient);
    }

    @Override
    public void write(Matrix matrix, float[] from, int offset) {
        matrix.memory().put(0, from, offset, matrix.size());
    }

    @Override
    public void read(Matrix matrix, float[] to, int offset) {
        matrix.memory().get(0, to, offset, matrix.size());
    }

    @Override
    public void close() {
        products.close();
    }

    /** Moments as arrays of a row each, so that all arrays of the loop share its index. */
    private static final class HostAdam implements Adam {
        private final FloatBuffer weights;
        private final FloatBuffer gradient;
        private final float[][] mean;
        private final float[][] square;
        private final float[] w;
        private final float[] g;

        HostAdam(Matrix weights, Matrix gradient) {
            this.weights = weights.memory();
            this.gradient = gradient.memory();
            mean = new float[weights.rows()][weights.columns()];
            square = new float[weights.rows()][weights.columns()];
            w = new float[weights.columns()];
            g = new float[weights.columns()];
        }

        @Override
        public void reset() {
            for (int i = 0; i < mean.length; i++) {
                Arrays.fill(mean[i], 0f);
                Arrays.fill(square[i], 0f);
            }
        }

        @Override
        public void update(AdamRate rate) {
            int n = w.length;
            for (int i = 0; i < mean.length; i++) {
                weights.get(i * n, w);
                gradient.get(i * n, g);
                Loops.adam(w, g, mean[i], square[i], n, rate);
                weights.put(i * n, w);
            }
        }
    }
}
