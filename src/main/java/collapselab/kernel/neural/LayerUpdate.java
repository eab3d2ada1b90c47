package collapselab.kernel.neural;

import java.util.ArrayList;
import java.util.List;

/**
 * The second phase of a step for one layer and one shard: the gradient of the shard's rows of the weights over the whole
 * batch, and their update while they are still in the cache. One shard also has the bias.
 */
final class LayerUpdate {
    private final List<Runnable> gradients = new ArrayList<>();
    private final List<Kernels.Adam> updates = new ArrayList<>();

    /**
     * Binds the operations.
     *
     * @param input (B, inputs) what went into the layer
     * @param outputGradient (B, outputs) the loss's gradient by what came out, before its non-linearity
     */
    LayerUpdate(Kernels kernels, Layer layer, Split split, Matrix input, Matrix outputGradient, boolean withBias) {
        int from = split.from(input.columns());
        int to = split.to(input.columns());
        if (from < to) {
            Matrix gradient = layer.weightGradient().rows(from, to);
            gradients.add(
                    kernels.product(input.columns(from, to), true, outputGradient.array(), false, gradient.array()));
            updates.add(kernels.adam(layer.weights().rows(from, to), gradient));
        }
        if (withBias) {
            gradients.add(kernels.columnSums(layer.biasGradientParts(), layer.biasGradient()));
            updates.add(kernels.adam(layer.bias(), layer.biasGradient()));
        }
    }

    /** Forgets the moments. */
    void reset() {
        updates.forEach(Kernels.Adam::reset);
    }

    /** Computes the gradients only. */
    void gradient() {
        gradients.forEach(Runnable::run);
    }

    /** Computes the gradients and updates the parameters. */
    void run(AdamRate rate) {
        for (int i = 0; i < gradients.size(); i++) {
            gradients.get(i).run();
            updates.get(i).update(rate);
        }
    }
}
