package collapselab.kernel.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The memory, the bound operations and the threads of one variational autoencoder: what a step needs, and single steps. */
final class VaeNetwork implements AutoCloseable {
    private final VaeShape shape;
    private final VaeArrays arrays;
    private final List<Layer> layers;
    private final List<Kernels> kernels = new ArrayList<>();
    private final List<VaeShard> parts = new ArrayList<>();
    private final Shards shards;

    /**
     * Allocates everything.
     *
     * @param shards how many threads share a batch, the caller's included; at most {@code batch}
     * @param source makes the kernels of each shard
     */
    VaeNetwork(VaeShape shape, int batch, int shards, Supplier<Kernels> source) {
        this.shape = shape;
        arrays = new VaeArrays(shape, batch);
        layers = IntStream.range(0, 4)
                .mapToObj(i -> new Layer(shape.inputs(i), shape.outputs(i), shards))
                .toList();
        for (int i = 0; i < shards; i++) {
            kernels.add(source.get());
            parts.add(new VaeShard(kernels.get(i), layers, arrays, new Split(i, shards)));
        }
        this.shards = new Shards(shards, Backend::prepareThread);
    }

    /** The number of shards. */
    int shards() {
        return shards.count();
    }

    /** The shard's part of a batch. */
    VaeShard part(int shard) {
        return parts.get(shard);
    }

    /** Sets all parameters. */
    void write(VaeWeights weights) {
        float[] values = weights.toArray();
        int offset = 0;
        for (Layer layer : layers) {
            offset = layer.write(kernels.get(0), values, offset);
        }
    }

    /** All parameters. */
    VaeWeights read() {
        float[] values = new float[shape.parameters()];
        int offset = 0;
        for (Layer layer : layers) {
            offset = layer.read(kernels.get(0), values, offset);
        }
        return VaeWeights.of(shape, values);
    }

    /** Forgets Adam's moments. */
    void reset() {
        shards.run(shard -> part(shard).reset());
    }

    /** One step of training; returns the batch's loss, summed over its images, nats. */
    double step(ImageBatch batch, AdamRate rate, Noise noise) {
        shards.run(shard -> {
            part(shard).forward(batch, noise);
            part(shard).backward(batch);
        });
        shards.run(shard -> part(shard).update(rate));
        return loss();
    }

    /** The batch's loss, summed over its images, nats; nothing is trained. */
    double loss(ImageBatch batch, Noise noise) {
        shards.run(shard -> part(shard).forward(batch, noise));
        return loss();
    }

    /** The gradient of the batch's mean loss by all parameters, in the order of {@link VaeWeights}. */
    float[] gradient(ImageBatch batch, Noise noise) {
        shards.run(shard -> {
            part(shard).forward(batch, noise);
            part(shard).backward(batch);
        });
        shards.run(shard -> part(shard).gradient());
        float[] values = new float[shape.parameters()];
        int offset = 0;
        for (Layer layer : layers) {
            offset = layer.readGradient(kernels.get(0), values, offset);
        }
        return values;
    }

    /** Runs something on every shard at once. */
    void run(IntConsumer work) {
        shards.run(work);
    }

    private double loss() {
        double sum = 0;
        for (VaeShard part : parts) {
            sum += part.loss();
        }
        return sum;
    }

    @Override
    public void close() {
        shards.close();
        kernels.forEach(Kernels::close);
        layers.forEach(Layer::close);
        arrays.close();
    }
}
