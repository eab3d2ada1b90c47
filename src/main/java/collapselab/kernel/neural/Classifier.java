package collapselab.kernel.neural;

import collapselab.kernel.Progress;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * The small network that names digits and gives the features in which sets of images are compared: 784-128-64-10 with ReLU,
 * trained on the cross-entropy of classes by Adam (1e-3, batch 128, 3 epochs). Immutable once trained.
 */
public final class Classifier {
    /** Bytes of an image. */
    public static final int PIXELS = 784;

    /** Features of an image: the units of the second hidden layer. */
    public static final int FEATURES = 64;

    /** Classes, 0 to 9. */
    public static final int CLASSES = 10;

    private static final int[] UNITS = {PIXELS, 128, FEATURES, CLASSES};
    private static final int BATCH = 128;
    private static final int EPOCHS = 3;
    private static final double LEARNING_RATE = 1e-3;

    private final float[] parameters;

    private Classifier(float[] parameters) {
        this.parameters = parameters;
    }

    /**
     * Trains a classifier.
     *
     * @param pixels (count, 784) bytes
     * @param labels the class of each image, 0 to 9
     * @throws BackendException if the backend that was asked for cannot run
     */
    public static Classifier train(
            byte[] pixels, byte[] labels, int count, UniformRandomProvider random, Progress progress) {
        check(pixels, count);
        checkLabels(labels, count);
        float[] parameters = initialise(random);
        try (ClassifierNetwork network = open()) {
            network.write(parameters);
            int[] order = PermutationSampler.natural(count);
            int step = 0;
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                PermutationSampler.shuffle(random, order);
                for (int first = 0; first < count; first += BATCH) {
                    progress.report((epoch + (double) first / count) / EPOCHS);
                    step++;
                    ImageBatch batch = new ImageBatch(pixels, order, first, Math.min(BATCH, count - first));
                    network.step(batch, labels, AdamRate.of(LEARNING_RATE, step));
                }
            }
            network.read(parameters);
        }
        progress.report(1);
        return new Classifier(parameters);
    }

    /** The activations of the second hidden layer after its ReLU, (count, 64). */
    public float[] features(byte[] pixels, int count) {
        check(pixels, count);
        float[] features = new float[Math.multiplyExact(count, FEATURES)];
        infer(pixels, count, (part, batch) -> part.features(batch, features));
        return features;
    }

    /** The most probable class of each image, 0 to 9. */
    public int[] classify(byte[] pixels, int count) {
        check(pixels, count);
        int[] classes = new int[count];
        infer(pixels, count, (part, batch) -> part.classes(batch, classes));
        return classes;
    }

    private void infer(byte[] pixels, int count, BiConsumer<ClassifierShard, ImageBatch> work) {
        try (ClassifierNetwork network = open()) {
            network.write(parameters);
            for (int first = 0; first < count; first += BATCH) {
                ImageBatch batch = new ImageBatch(pixels, null, first, Math.min(BATCH, count - first));
                network.run(shard -> work.accept(network.part(shard), batch));
            }
        }
    }

    private static ClassifierNetwork open() {
        Backend backend = Backend.require();
        Supplier<Kernels> kernels = backend.gpu() ? Nd4jKernels::new : HostKernels::new;
        return new ClassifierNetwork(UNITS, BATCH, backend.shards(), kernels);
    }

    private static float[] initialise(UniformRandomProvider random) {
        int count = 0;
        for (int layer = 0; layer < 3; layer++) {
            count += (UNITS[layer] + 1) * UNITS[layer + 1];
        }
        float[] values = new float[count];
        int offset = 0;
        for (int layer = 0; layer < 3; layer++) {
            offset = Layer.initialise(values, offset, UNITS[layer], UNITS[layer + 1], random);
        }
        return values;
    }

    private static void check(byte[] pixels, int count) {
        if (count < 1 || pixels.length < (long) count * PIXELS) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + count + " images");
        }
    }

    private static void checkLabels(byte[] labels, int count) {
        if (labels.length < count) {
            throw new IllegalArgumentException(labels.length + " labels for " + count + " images");
        }
        for (int i = 0; i < count; i++) {
            if (labels[i] < 0 || labels[i] >= CLASSES) {
                throw new IllegalArgumentException("label " + labels[i] + " of image " + i);
            }
        }
    }
}
