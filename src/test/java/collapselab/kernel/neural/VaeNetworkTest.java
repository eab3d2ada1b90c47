package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The algorithm itself: its gradients, and its two sets of kernels against each other. */
class VaeNetworkTest {
    private static final VaeShape TINY = new VaeShape(11, 7, 3);
    private static final int BATCH = 6;

    private static VaeNetwork open(VaeShape shape, int batch, int shards, Supplier<Kernels> kernels) {
        Backend.prepareThread();
        return new VaeNetwork(shape, batch, shards, kernels);
    }

    /** The same numbers for every batch: row r of the batch has numbers r Z and following. */
    private static Noise fixed(VaeNetwork network, float[] noise, int latent) {
        return (shard, target, count) ->
                System.arraycopy(noise, network.part(shard).firstRow() * latent, target, 0, count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void gradientsAreFiniteDifferencesOfTheLoss(int shards) {
        try (VaeNetwork network = open(TINY, BATCH, shards, HostKernels::new)) {
            compareWithFiniteDifferences(network, BATCH);
        }
    }

    @Test
    void gradientsOfAShortBatchCountOnlyItsImages() {
        try (VaeNetwork network = open(TINY, BATCH, 2, HostKernels::new)) {
            compareWithFiniteDifferences(network, 4);
            compareWithFiniteDifferences(network, 1);
        }
    }

    @Test
    void gradientsOfNd4jsOperationsAreFiniteDifferencesToo() {
        try (VaeNetwork network = open(TINY, BATCH, 1, Nd4jKernels::new)) {
            compareWithFiniteDifferences(network, 5);
        }
    }

    /** Central differences in single precision: a smaller step drowns in rounding, a larger one meets kinks of ReLU. */
    private static void compareWithFiniteDifferences(VaeNetwork network, int count) {
        VaeWeights start = Formula.weights(TINY, 1);
        ImageBatch batch = new ImageBatch(Formula.pixels(count, TINY.pixels(), 2), null, 0, count);
        Noise noise = fixed(network, Formula.noise(BATCH * TINY.latent(), 3), TINY.latent());
        network.write(start);
        float[] gradient = network.gradient(batch, noise);
        float[] values = start.toArray();
        double step = 1e-3;
        for (int i = 0; i < values.length; i++) {
            float original = values[i];
            values[i] = (float) (original + step);
            double above = loss(network, values, batch, noise);
            values[i] = (float) (original - step);
            double below = loss(network, values, batch, noise);
            values[i] = original;
            assertThat((above - below) / (2 * step) / count)
                    .as("parameter %d", i)
                    .isCloseTo(gradient[i], within(1.5e-3));
        }
    }

    private static double loss(VaeNetwork network, float[] values, ImageBatch batch, Noise noise) {
        network.write(VaeWeights.of(TINY, values));
        return network.loss(batch, noise);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void hostLoopsAndNd4jOperationsTakeTheSameSteps(int shards) {
        VaeShape shape = new VaeShape(60, 32, 4);
        try (VaeNetwork host = open(shape, 10, shards, HostKernels::new);
                VaeNetwork nd4j = open(shape, 10, shards, Nd4jKernels::new)) {
            host.write(Formula.weights(shape, 4));
            nd4j.write(Formula.weights(shape, 4));
            byte[] pixels = Formula.pixels(97, shape.pixels(), 5);
            for (int step = 1; step <= 10; step++) {
                int first = 10 * (step - 1);
                ImageBatch batch = new ImageBatch(pixels, null, first, Math.min(10, 97 - first));
                float[] noise = Formula.noise(10 * shape.latent(), step);
                AdamRate rate = AdamRate.of(1e-2, step);
                double a = host.step(batch, rate, fixed(host, noise, shape.latent()));
                double b = nd4j.step(batch, rate, fixed(nd4j, noise, shape.latent()));
                assertThat(a).as("loss of step %d", step).isCloseTo(b, within(1e-5 * b));
            }
            // Adam divides by the root of tiny squares, so single weights may differ by more than a rounding error.
            assertThat(host.read().toArray()).containsExactly(nd4j.read().toArray(), within(2e-4f));
        }
    }

    @Test
    void divergenceIsZeroAtThePriorAndPositiveElsewhere() {
        assertThat(divergence(0f, 0f)).isZero();
        for (float mean : new float[] {-2f, -0.1f, 0f, 1f}) {
            for (float logVariance : new float[] {-3f, -0.01f, 0.5f}) {
                assertThat(divergence(mean, logVariance)).isPositive();
            }
        }
        assertThat(divergence(1f, 0f)).isCloseTo(0.5, within(1e-7));
    }

    private static double divergence(float mean, float logVariance) {
        Backend.prepareThread();
        try (Matrix codes = Matrix.zeros(1, 2);
                Matrix bias = Matrix.zeros(1, 2);
                Matrix latents = Matrix.zeros(1, 1);
                Matrix latentGradient = Matrix.zeros(1, 1);
                Matrix biasGradient = Matrix.zeros(1, 2);
                HostKernels kernels = new HostKernels()) {
            kernels.write(codes, new float[] {mean, logVariance}, 0);
            Kernels.LatentArrays arrays = new Kernels.LatentArrays(codes, bias, latents, latentGradient, biasGradient);
            return kernels.latent(arrays).draw(new float[] {0.3f}, 1);
        }
    }
}
