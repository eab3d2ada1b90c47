package collapselab.bench;

import collapselab.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * The limit of a training step: its eleven matrix products and nothing else, on two threads, each product split as in
 * training (activations by rows of the batch, weight gradients by rows of the weights). No waiting between the phases.
 */
final class VaeProducts {
    private static final int BATCH = 128;
    private static final int[] INPUTS = {784, 400, 20, 400};
    private static final int[] OUTPUTS = {400, 40, 400, 784};

    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final List<List<Runnable>> shards = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<INDArray> arrays = new ArrayList<>();

    VaeProducts() {
        for (int layer = 0; layer < 4; layer++) {
            INDArray input = random(BATCH, INPUTS[layer]);
            INDArray output = random(BATCH, OUTPUTS[layer]);
            INDArray inputGradient = random(BATCH, INPUTS[layer]);
            INDArray weights = random(INPUTS[layer], OUTPUTS[layer]);
            INDArray gradient = random(INPUTS[layer], OUTPUTS[layer]);
            for (int shard = 0; shard < 2; shard++) {
                List<Runnable> products = shards.get(shard);
                products.add(product(rows(input, shard), false, weights, false, rows(output, shard)));
                if (layer > 0) {
                    products.add(product(rows(output, shard), false, weights, true, rows(inputGradient, shard)));
                }
                INDArray columns = input.get(NDArrayIndex.all(), half(INPUTS[layer], shard));
                products.add(product(columns, true, output, false, rows(gradient, shard)));
            }
        }
    }

    /** The products of so many steps; reports before each step of the caller's own half. */
    void run(int steps, Progress progress) {
        Thread other = new Thread(() -> run(shards.get(1), steps, Progress.NONE));
        other.start();
        run(shards.get(0), steps, progress);
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<Runnable> products, int steps, Progress progress) {
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        openblas_nolapack.blas_set_num_threads(1);
        for (int step = 0; step < steps; step++) {
            progress.report((double) step / steps);
            products.forEach(Runnable::run);
        }
        progress.report(1);
    }

    private Runnable product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
        OpContext context = executioner.buildContext();
        context.setInputArrays(a, b);
        context.setOutputArrays(c);
        context.setTArguments(1, 0);
        context.setIArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
        Mmul multiply = new Mmul();
        return () -> executioner.exec(multiply, context);
    }

    private INDArray random(int rows, int columns) {
        INDArray array = Nd4j.rand(DataType.FLOAT, rows, columns);
        arrays.add(array);
        return array;
    }

    private static INDArray rows(INDArray a, int shard) {
        return a.get(half((int) a.size(0), shard), NDArrayIndex.all());
    }

    private static INDArrayIndex half(int n, int shard) {
        return NDArrayIndex.interval(shard * n / 2, (shard + 1) * n / 2);
    }
}
