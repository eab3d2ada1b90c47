package collapselab.kernel.neural;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;

/**
 * Adam by ND4J operations. Not ND4J's own {@code adam_updater}: it is scalar, and puts epsilon inside the bias correction.
 */
final class Nd4jAdam implements Kernels.Adam {
    private final INDArray mean;
    private final INDArray square;
    private final INDArray rate;
    private final INDArray epsilon;
    private final Runnable update;

    Nd4jAdam(Nd4jKernels kernels, Matrix weights, Matrix gradient) {
        int rows = weights.rows();
        int columns = weights.columns();
        mean = kernels.zeros(rows, columns);
        square = kernels.zeros(rows, columns);
        rate = kernels.constant(0f);
        epsilon = kernels.constant(0f);
        INDArray g = gradient.array();
        INDArray term = kernels.zeros(rows, columns);
        update = Nd4jKernels.sequence(
                kernels.operation("multiply", mean, mean, kernels.constant(AdamRate.BETA_1)),
                kernels.operation("multiply", term, g, kernels.constant(1f - AdamRate.BETA_1)),
                kernels.operation("add", mean, mean, term),
                kernels.operation("multiply", square, square, kernels.constant(AdamRate.BETA_2)),
                kernels.operation("multiply", term, g, g),
                kernels.operation("multiply", term, term, kernels.constant(1f - AdamRate.BETA_2)),
                kernels.operation("add", square, square, term),
                kernels.transform(new Sqrt(square, term)),
                kernels.operation("add", term, term, epsilon),
                kernels.operation("divide", term, mean, term),
                kernels.operation("multiply", term, term, rate),
                kernels.operation("subtract", weights.array(), weights.array(), term));
    }

    @Override
    public void reset() {
        mean.assign(0);
        square.assign(0);
    }

    @Override
    public void update(AdamRate now) {
        rate.assign(now.rate());
        epsilon.assign(now.epsilon());
        update.run();
    }
}
