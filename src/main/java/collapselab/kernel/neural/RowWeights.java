package collapselab.kernel.neural;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A column (R, 1) that weighs rows: the filled ones equally, the others nothing. */
final class RowWeights {
    private final INDArray column;
    private final float[] values;

    RowWeights(Nd4jKernels kernels, int rows) {
        column = kernels.zeros(rows, 1);
        values = new float[rows];
    }

    INDArray column() {
        return column;
    }

    void set(int filled, float weight) {
        Arrays.fill(values, 0, filled, weight);
        Arrays.fill(values, filled, values.length, 0f);
        column.data().setData(values);
    }
}
