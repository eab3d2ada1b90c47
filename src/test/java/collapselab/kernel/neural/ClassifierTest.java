package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private static final int COUNT = 1_501;

    private static UniformRandomProvider random() {
        return new Randomness(9).stream(0, Purpose.FIT);
    }

    private static byte[] labels() {
        byte[] labels = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            labels[i] = (byte) (i * 7 % 10);
        }
        return labels;
    }

    /** Noise, with a bright band of three rows whose place is the class. */
    private static byte[] bands(byte[] labels, int seed) {
        byte[] pixels = Formula.pixels(COUNT, Classifier.PIXELS, seed);
        for (int i = 0; i < COUNT; i++) {
            int from = i * Classifier.PIXELS + labels[i] * 2 * 28;
            for (int j = from; j < from + 3 * 28; j++) {
                pixels[j] = (byte) 200;
            }
        }
        return pixels;
    }

    @Test
    void bandsAtTenPlacesAreToldApart() {
        byte[] labels = labels();
        Classifier classifier = Classifier.train(bands(labels, 1), labels, COUNT, random(), Progress.NONE);
        byte[] fresh = bands(labels, 2);
        int[] classes = classifier.classify(fresh, COUNT);
        int right = 0;
        for (int i = 0; i < COUNT; i++) {
            right += classes[i] == labels[i] ? 1 : 0;
        }
        assertThat(right / (double) COUNT).isGreaterThan(0.99);
        float[] features = classifier.features(fresh, COUNT);
        assertThat(features).hasSize(COUNT * 64);
        for (float feature : features) {
            if (!(feature >= 0)) {
                throw new AssertionError("a feature after a ReLU is " + feature);
            }
        }
    }

    @Test
    void theSameInputsGiveTheSameFeatures() {
        byte[] labels = labels();
        byte[] pixels = bands(labels, 1);
        float[] first =
                Classifier.train(pixels, labels, 300, random(), Progress.NONE).features(pixels, 20);
        float[] second =
                Classifier.train(pixels, labels, 300, random(), Progress.NONE).features(pixels, 20);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void whatDoesNotFitIsRefusedAndTrainingCanBeCancelled() {
        byte[] labels = labels();
        byte[] pixels = bands(labels, 1);
        assertThatThrownBy(() -> Classifier.train(new byte[9], labels, 1, random(), Progress.NONE))
                .hasMessageContaining("9 pixels");
        assertThatThrownBy(() -> Classifier.train(pixels, new byte[] {1}, 2, random(), Progress.NONE))
                .hasMessageContaining("1 labels");
        assertThatThrownBy(() -> Classifier.train(pixels, new byte[] {10}, 1, random(), Progress.NONE))
                .hasMessageContaining("label 10");
        assertThatThrownBy(() -> Classifier.train(pixels, labels, 300, random(), fraction -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hostLoopsAndNd4jOperationsTakeTheSameSteps(int shards) {
        int[] units = {30, 16, 8, 4};
        byte[] pixels = Formula.pixels(57, 30, 3);
        byte[] labels = new byte[57];
        int[] order = new int[57];
        for (int i = 0; i < 57; i++) {
            order[i] = 56 - i;
            labels[i] = (byte) (i % 4);
        }
        Backend.prepareThread();
        float[] start = Formula.noise(30 * 16 + 16 + 16 * 8 + 8 + 8 * 4 + 4, 5);
        try (ClassifierNetwork host = new ClassifierNetwork(units, 12, shards, HostKernels::new);
                ClassifierNetwork nd4j = new ClassifierNetwork(units, 12, shards, Nd4jKernels::new)) {
            for (ClassifierNetwork network : List.of(host, nd4j)) {
                network.write(start);
            }
            for (int step = 1; step <= 5; step++) {
                int first = 12 * (step - 1);
                ImageBatch batch = new ImageBatch(pixels, order, first, Math.min(12, 57 - first));
                double a = host.step(batch, labels, AdamRate.of(1e-2, step));
                double b = nd4j.step(batch, labels, AdamRate.of(1e-2, step));
                assertThat(a).as("loss of step %d", step).isCloseTo(b, within(1e-5 * b));
            }
            float[] a = new float[start.length];
            float[] b = new float[start.length];
            host.read(a);
            nd4j.read(b);
            assertThat(a).containsExactly(b, within(1e-4f));
        }
    }
}
