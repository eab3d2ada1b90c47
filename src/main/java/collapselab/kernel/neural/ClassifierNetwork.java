package collapselab.kernel.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The memory, the bound operations and the threads of one classifier. */
final class ClassifierNetwork implements AutoCloseable {
    private final List<Matrix> activations;
    private final List<Matrix> gradients;
    private final List<Layer> layers;
    private final List<Kernels> kernels = new ArrayList<>();
    private final List<ClassifierShard> parts = new ArrayList<>();
    private final Shards shards;

    /** Allocates everything for layers of {@code units}: images, two hidden layers, classes. */
    ClassifierNetwork(int[] units, int batch, int shards, Supplier<Kernels> source) {
        Backend.prepareThread();
        activations = IntStream.range(0, 4)
                .mapToObj(i -> Matrix.zeros(batch, units[i]))
                .toList();
        gradients = IntStream.range(1, 3)
                .mapToObj(i -> Matrix.zeros(batch, units[i]))
                .toList();
        layers = IntStream.range(0, 3)
                .mapToObj(i -> new Layer(units[i], units[i + 1], shards))
                .toList();
        for (int i = 0; i < shards; i++) {
            kernels.add(source.get());
            parts.add(new ClassifierShard(kernels.get(i), layers, activations, gradients, new Split(i, shards)));
        }
        this.shards = new Shards(shards, Backend::prepareThread);
    }

    /** The shard's part of a batch. */
    ClassifierShard part(int shard) {
        return parts.get(shard);
    }

    /** Sets all parameters, in the order of {@link Layer#write}. */
    void write(float[] values) {
        int offset = 0;
        for (Layer layer : layers) {
            offset = layer.write(kernels.get(0), values, offset);
        }
    }

    /** Copies all parameters. */
    void read(float[] values) {
        int offset = 0;
        for (Layer layer : layers) {
            offset = layer.read(kernels.get(0), values, offset);
        }
    }

    /** One step of training; returns the batch's loss, summed over its images, nats. */
    double step(ImageBatch batch, byte[] labels, AdamRate rate) {
        shards.run(shard -> part(shard).activations(batch, labels));
        shards.run(shard -> part(shard).update(rate));
        double loss = 0;
        for (ClassifierShard part : parts) {
            loss += part.loss();
        }
        return loss;
    }

    /** Runs something on every shard at once. */
    void run(IntConsumer work) {
        shards.run(work);
    }

    @Override
    public void close() {
        shards.close();
        kernels.forEach(Kernels::close);
        layers.forEach(Layer::close);
        activations.forEach(Matrix::close);
        gradients.forEach(Matrix::close);
    }
}
