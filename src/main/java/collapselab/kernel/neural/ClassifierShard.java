package collapselab.kernel.neural;

import java.util.List;

/** One shard's part of a classifier: its rows of the batch, and its rows of each weight matrix. */
final class ClassifierShard {
    private final int batch;
    private final Split split;
    private final Kernels kernels;
    private final Kernels.Loader loader;
    private final List<Runnable> forward;
    private final Kernels.SoftmaxOutput output;
    private final List<Runnable> backward;
    private final List<LayerUpdate> updates;
    private final Matrix features;
    private final float[] buffer;
    private double loss;

    /** Arrays, each (B, its units): the activations 0 to 3, images first and logits last; gradients by 1 and 2. */
    ClassifierShard(
            Kernels kernels, List<Layer> layers, List<Matrix> activations, List<Matrix> gradients, Split split) {
        this.kernels = kernels;
        this.split = split;
        batch = activations.get(0).rows();
        int from = split.from(batch);
        int to = split.to(batch);
        List<Matrix> a = activations.stream().map(m -> m.rows(from, to)).toList();
        List<Matrix> g = gradients.stream().map(m -> m.rows(from, to)).toList();
        List<Matrix> parts = layers.stream()
                .map(layer -> layer.biasGradientParts().rows(split.shard(), split.shard() + 1))
                .toList();
        features = a.get(2);
        buffer = new float[features.size()];
        loader = kernels.loader(a.get(0));
        forward = List.of(
                layers.get(0).forward(kernels, a.get(0), a.get(1)),
                kernels.biasRelu(a.get(1), layers.get(0).bias()),
                layers.get(1).forward(kernels, a.get(1), a.get(2)),
                kernels.biasRelu(a.get(2), layers.get(1).bias()),
                layers.get(2).forward(kernels, a.get(2), a.get(3)));
        output = kernels.softmax(a.get(3), layers.get(2).bias(), parts.get(2));
        backward = List.of(
                layers.get(2).backward(kernels, a.get(3), g.get(1)),
                kernels.reluGradient(g.get(1), a.get(2), parts.get(1)),
                layers.get(1).backward(kernels, g.get(1), g.get(0)),
                kernels.reluGradient(g.get(0), a.get(1), parts.get(0)));
        updates = List.of(
                update(layers, 2, activations.get(2), activations.get(3)),
                update(layers, 1, activations.get(1), gradients.get(1)),
                update(layers, 0, activations.get(0), gradients.get(0)));
    }

    private LayerUpdate update(List<Layer> layers, int index, Matrix input, Matrix outputGradient) {
        boolean withBias = index % split.shards() == split.shard();
        return new LayerUpdate(kernels, layers.get(index), split, input, outputGradient, withBias);
    }

    /** Forward and backward through all activations; the loss is kept. */
    void activations(ImageBatch images, byte[] labels) {
        int filled = infer(images);
        int first = images.first() + split.from(batch);
        loss = output.lossAndGradient(labels, images.order(), first, filled, 1f / images.count());
        backward.forEach(Runnable::run);
    }

    /** Gradients of the shard's weight rows, and their update. */
    void update(AdamRate rate) {
        for (LayerUpdate update : updates) {
            update.run(rate);
        }
    }

    /** The cross-entropy of the shard's images, summed, nats. */
    double loss() {
        return loss;
    }

    /** The features of a batch into {@code to}, image after image. */
    void features(ImageBatch images, float[] to) {
        int filled = infer(images);
        if (filled == 0) {
            // A short batch may leave this shard without images, its place beyond the end.
            return;
        }
        kernels.read(features, buffer, 0);
        int first = images.first() + split.from(batch);
        System.arraycopy(buffer, 0, to, first * features.columns(), filled * features.columns());
    }

    /** The classes of a batch into {@code to}, image after image. */
    void classes(ImageBatch images, int[] to) {
        int filled = infer(images);
        output.classes(filled, to, images.first() + split.from(batch));
    }

    private int infer(ImageBatch images) {
        int filled = split.filled(batch, images.count());
        loader.load(images.pixels(), images.order(), images.first() + split.from(batch), filled);
        forward.forEach(Runnable::run);
        return filled;
    }
}
