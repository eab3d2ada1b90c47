package collapselab.kernel.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Kernels of ND4J operations only, for any backend: what a graphics card runs, and the second opinion of the tests. All
 * temporary arrays are allocated when an operation is bound.
 */
final class Nd4jKernels implements Kernels {
    private final Products products = new Products();
    private final List<INDArray> owned = new ArrayList<>();

    /** Copies that arrays of the heap pass through on their way, also to a matrix that is only rows of another. */
    private final Map<Matrix, INDArray> staging = new HashMap<>();

    @Override
    public Runnable product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
        return products.bind(a, transposeA, b, transposeB, c);
    }

    @Override
    public Runnable biasRelu(Matrix a, Matrix bias) {
        Runnable add = operation("add", a.array(), a.array(), bias.array());
        Runnable relu = products.bind(
                DynamicCustomOp.builder("relu").build(),
                list(a.array()),
                list(a.array()),
                new double[] {0},
                new long[0]);
        return sequence(add, relu);
    }

    @Override
    public Runnable reluGradient(Matrix gradient, Matrix activations, Matrix biasGradient) {
        INDArray g = gradient.array();
        Runnable mask = products.bind(
                DynamicCustomOp.builder("relu_bp").build(),
                list(activations.array(), g),
                list(g),
                new double[] {0},
                new long[0]);
        return sequence(mask, columnSums(gradient, biasGradient));
    }

    @Override
    public Runnable columnSums(Matrix a, Matrix sums) {
        INDArray ones = zeros(1, a.rows()).assign(1);
        return product(ones, false, a.array(), false, sums.array());
    }

    @Override
    public Loader loader(Matrix images) {
        int n = images.columns();
        float[] row = new float[n];
        float[] all = new float[images.size()];
        return (pixels, order, first, filled) -> {
            for (int i = 0; i < filled; i++) {
                Pixels.toRow(pixels, order == null ? first + i : order[first + i], row);
                System.arraycopy(row, 0, all, i * n, n);
            }
            Arrays.fill(all, filled * n, all.length, 0f);
            write(images, all, 0);
        };
    }

    @Override
    public Latent latent(LatentArrays arrays) {
        return new Nd4jLatent(this, arrays);
    }

    @Override
    public BernoulliOutput bernoulli(Matrix logits, Matrix bias, Matrix images, Matrix biasGradient) {
        return new Nd4jBernoulli(this, logits, bias, images, biasGradient);
    }

    @Override
    public SoftmaxOutput softmax(Matrix logits, Matrix bias, Matrix biasGradient) {
        return new Nd4jSoftmax(this, logits, bias, biasGradient);
    }

    @Override
    public Adam adam(Matrix weights, Matrix gradient) {
        return new Nd4jAdam(this, weights, gradient);
    }

    @Override
    public void write(Matrix matrix, float[] from, int offset) {
        INDArray copy = staging.computeIfAbsent(matrix, m -> zeros(m.rows(), m.columns()));
        copy.data().setData(Arrays.copyOfRange(from, offset, offset + matrix.size()));
        matrix.array().assign(copy);
    }

    @Override
    public void read(Matrix matrix, float[] to, int offset) {
        INDArray copy = staging.computeIfAbsent(matrix, m -> zeros(m.rows(), m.columns()));
        copy.assign(matrix.array());
        System.arraycopy(copy.data().asFloat(), 0, to, offset, matrix.size());
    }

    @Override
    public void close() {
        products.close();
        owned.forEach(INDArray::close);
        owned.clear();
        staging.clear();
    }

    /** Binds ND4J's operation {@code name}, with broadcasting, to its output and inputs. */
    Runnable operation(String name, INDArray out, INDArray... in) {
        return products.bind(DynamicCustomOp.builder(name).build(), in, list(out), new double[0], new long[0]);
    }

    /** The columns from {@code from} up to {@code to}. */
    static INDArray columns(INDArray a, int from, int to) {
        return a.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    /** Operations one after the other. */
    static Runnable sequence(Runnable... operations) {
        return () -> {
            for (Runnable operation : operations) {
                operation.run();
            }
        };
    }

    /** Binds one of ND4J's older operations, which hold their arrays themselves. */
    Runnable transform(Op operation) {
        OpExecutioner executioner = Nd4j.getExecutioner();
        return () -> executioner.exec(operation);
    }

    /** Binds the sum of all elements of {@code a} into {@code total}, a {@link #scalar}. */
    Runnable total(INDArray a, INDArray total) {
        DynamicCustomOp sum = DynamicCustomOp.builder("reduce_sum").build();
        return products.bind(sum, list(a), list(total), new double[0], new long[0]);
    }

    /** A matrix of zeros that lives as long as this. */
    INDArray zeros(int rows, int columns) {
        INDArray array = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c');
        owned.add(array);
        return array;
    }

    /** A number of no dimensions. */
    INDArray scalar() {
        INDArray array = Nd4j.scalar(0f);
        owned.add(array);
        return array;
    }

    /** A number (1, 1) that broadcasts. */
    INDArray constant(float value) {
        return zeros(1, 1).assign(value);
    }

    private static INDArray[] list(INDArray... arrays) {
        return arrays;
    }
}
