package collapselab.kernel.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fits where the processor fuses products and sums, and where it does not. */
class FmaTest {
    /** Prints what was fitted to the same points, two components and three. */
    public static void main(String[] none) {
        Mixture truth = Mixture.of(0.2, -5, 0, 1, 0.3, 1, 0.3, 0, 5, 1, 0, 1, 0.5, 1, 0, 2, 0, 1);
        PlanePoints points = MixtureSampler.draw(truth, 700, new Randomness(1).stream(0, Purpose.FIT));
        for (int components = 2; components <= 3; components++) {
            int[] labels = new int[points.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = i % components;
            }
            Mixture start = ExpectationMaximization.hard(points, labels, components, 1e-6);
            Mixture fit = new ExpectationMaximization()
                    .fit(points, start, new ExpectationMaximization.Rules(1e-6, 1e-9, 200), Progress.NONE)
                    .mixture();
            for (int k = 0; k < components; k++) {
                print(fit.weight(k), fit.meanX(k), fit.meanY(k));
                print(fit.varianceX(k), fit.covariance(k), fit.varianceY(k));
            }
        }
    }

    private static void print(double... numbers) {
        for (double number : numbers) {
            System.out.println("fitted " + number);
        }
    }

    private static List<String> process(String fused) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin/java";
        List<String> command = List.of(
                java, fused, "-Xlog:class+load", "-cp", System.getProperty("java.class.path"), FmaTest.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    private static List<Double> fitted(List<String> lines) {
        List<Double> numbers = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("fitted ")) {
                numbers.add(Double.valueOf(line.substring("fitted ".length())));
            }
        }
        return numbers;
    }

    @Test
    void withoutTheInstructionFitsAreTheSameAndTakeNoDecimalNumbers() throws IOException, InterruptedException {
        List<String> with = process("-XX:+UseFMA");
        List<String> without = process("-XX:-UseFMA");
        List<Double> right = fitted(with);
        List<Double> plain = fitted(without);
        assertThat(right).hasSize(30);
        for (int i = 0; i < right.size(); i++) {
            assertThat(plain.get(i)).isCloseTo(right.get(i), within(1e-12 * Math.max(1, Math.abs(right.get(i)))));
        }
        assertThat(without).noneMatch(line -> line.contains(" java.math.BigDecimal "));
    }

    @Test
    void aProductAndASumAreWhatTheyAre() {
        assertThat(Fma.of(3, 5, -7)).isEqualTo(8);
    }
}
