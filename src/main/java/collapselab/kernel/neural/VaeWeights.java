package collapselab.kernel.neural;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * All weights and biases of a variational autoencoder; immutable, on the Java heap.
 *
 * <p>Flat order: layer after layer; of each the weights, (inputs, outputs) in c order, then the biases.
 */
public final class VaeWeights {
    private final VaeShape shape;
    private final float[] values;

    private VaeWeights(VaeShape shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** Weights from their flat form. */
    public static VaeWeights of(VaeShape shape, float[] values) {
        if (values.length != shape.parameters()) {
            throw new IllegalArgumentException(
                    shape + " has " + shape.parameters() + " parameters, not " + values.length);
        }
        return new VaeWeights(shape, values.clone());
    }

    /** Fresh weights: uniform within 1/sqrt(inputs) of zero, biases too (PyTorch's default for {@code nn.Linear}). */
    public static VaeWeights random(VaeShape shape, UniformRandomProvider random) {
        float[] values = new float[shape.parameters()];
        int offset = 0;
        for (int layer = 0; layer < 4; layer++) {
            offset = Layer.initialise(values, offset, shape.inputs(layer), shape.outputs(layer), random);
        }
        return new VaeWeights(shape, values);
    }

    /** The layers these weights belong to. */
    public VaeShape shape() {
        return shape;
    }

    /** A copy in the flat order of the class comment. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VaeWeights that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }
}
