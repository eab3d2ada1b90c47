package collapselab.kernel.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training against PyTorch: {@code src/test/python/vae_reference.py} made the numbers. */
class VaeReferenceTest {
    /** Rounding differs, and fifty steps amplify it: 2e-6 of the loss, in practice some 1e-7. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void fiftyLossesArePyTorchs(int shards) throws IOException {
        List<Double> expected = losses();
        assertThat(expected).hasSize(50);
        byte[] pixels = Formula.pixels(512, 784, 2);
        Backend.prepareThread();
        try (VaeNetwork network = new VaeNetwork(VaeShape.MNIST, 128, shards, HostKernels::new)) {
            network.write(Formula.weights(VaeShape.MNIST, 1));
            for (int step = 1; step <= 50; step++) {
                float[] noise = Formula.noise(128 * 20, 100 + step);
                ImageBatch batch = new ImageBatch(pixels, null, 128 * ((step - 1) % 4), 128);
                double loss = network.step(
                        batch,
                        AdamRate.of(1e-3, step),
                        (shard, target, count) ->
                                System.arraycopy(noise, network.part(shard).firstRow() * 20, target, 0, count));
                double reference = expected.get(step - 1);
                assertThat(loss / 128).as("step %d", step).isCloseTo(reference, within(2e-6 * reference));
            }
        }
    }

    private static List<Double> losses() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                VaeReferenceTest.class.getResourceAsStream("vae-losses.txt"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Double::valueOf)
                    .toList();
        }
    }
}
