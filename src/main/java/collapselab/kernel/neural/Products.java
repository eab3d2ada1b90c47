package collapselab.kernel.neural;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J operations bound once and run often: the context of a call holds its arrays and arguments, so a run allocates
 * nothing. A context serves one thread.
 */
final class Products implements AutoCloseable {
    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final List<OpContext> contexts = new ArrayList<>();
    private final Mmul multiply = new Mmul();

    /** {@code c = a b}, each factor transposed first if asked. */
    Runnable bind(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c) {
        long[] transpose = {transposeA ? 1 : 0, transposeB ? 1 : 0, 0};
        return bind(multiply, new INDArray[] {a, b}, new INDArray[] {c}, new double[] {1, 0}, transpose);
    }

    /** Any operation. */
    Runnable bind(CustomOp operation, INDArray[] in, INDArray[] out, double[] numbers, long[] integers) {
        OpContext context = executioner.buildContext();
        contexts.add(context);
        context.setInputArrays(in);
        context.setOutputArrays(out);
        context.setTArguments(numbers);
        context.setIArguments(integers);
        return () -> executioner.exec(operation, context);
    }

    /** Frees all contexts. */
    @Override
    public void close() {
        for (OpContext context : contexts) {
            try {
                context.close();
            } catch (Exception e) {
                throw new IllegalStateException("an ND4J context could not be freed", e);
            }
        }
        contexts.clear();
    }
}
