package collapselab.kernel.neural;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A matrix of floats in c order in the backend's memory, or some whole rows of one. */
final class Matrix implements AutoCloseable {
    private final INDArray array;
    private final int rows;
    private final int columns;
    private final Matrix owner;
    private final int firstRow;

    private Matrix(INDArray array, int rows, int columns, Matrix owner, int firstRow) {
        this.array = array;
        this.rows = rows;
        this.columns = columns;
        this.owner = owner;
        this.firstRow = firstRow;
    }

    /** Allocates a matrix of zeros. */
    static Matrix zeros(int rows, int columns) {
        INDArray array = Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, 'c');
        return new Matrix(array, rows, columns, null, 0);
    }

    /** The rows from {@code from} up to {@code to} of this matrix, sharing its memory; only of a matrix that owns it. */
    Matrix rows(int from, int to) {
        if (owner != null) {
            throw new IllegalStateException("rows of rows");
        }
        INDArray view = array.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
        return new Matrix(view, to - from, columns, this, from);
    }

    /** The columns from {@code from} up to {@code to}, sharing memory; a view only products can use. */
    INDArray columns(int from, int to) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(from, to));
    }

    INDArray array() {
        return array;
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    int size() {
        return rows * columns;
    }

    /** The memory itself, position 0 at the first element. Only on a backend whose memory is the host's. */
    FloatBuffer memory() {
        Matrix whole = owner == null ? this : owner;
        FloatPointer pointer = (FloatPointer) whole.array.data().pointer();
        return pointer.asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer()
                .slice(firstRow * columns, size());
    }

    /** Frees the memory; every view of it is dead from then on. */
    @Override
    public void close() {
        if (owner == null) {
            array.close();
        }
    }
}
