package collapselab.bench;

import collapselab.kernel.Progress;
import collapselab.kernel.neural.Backend;
import collapselab.kernel.neural.Output;
import collapselab.kernel.neural.Training;
import collapselab.kernel.neural.Vae;
import collapselab.kernel.neural.VaeShape;
import collapselab.kernel.neural.VaeWeights;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Our side of {@code src/bench/python/vae.py}: reads a word a line and answers {@code train}, {@code sample}, {@code draw}
 * and {@code products} with two numbers, the seconds it took and the seconds it would have taken had every step been as fast
 * as the fastest tenth of them; and {@code fit} with the resident memory in MB after a fit and its samples.
 */
public final class VaeWorker {
    private static final Training EPOCH = new Training(1, 128, 1e-3);

    private final UniformRandomProvider random = new Randomness(1).stream(0, Purpose.FIT);
    private final byte[] pixels;
    private final int images;
    private final Vae vae = Vae.open(VaeShape.MNIST, 128);
    private final VaeProducts products = new VaeProducts();
    private VaeWeights weights = VaeWeights.random(VaeShape.MNIST, random);

    private VaeWorker(byte[] pixels, int images) {
        this.images = images;
        this.pixels = pixels;
    }

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        VaeWorker worker = new VaeWorker(BenchImages.load(), Integer.parseInt(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Backend.current().describe() + ", " + Backend.current().blas() + ", Java "
                + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            out.println(worker.answer(word));
        }
    }

    private String answer(String word) throws IOException {
        return switch (word) {
            case "train" -> seconds(progress -> weights = vae.train(weights, pixels, images, EPOCH, random, progress));
            case "sample" -> seconds(progress -> vae.sample(weights, images, Output.MEAN, random, progress));
            case "draw" -> seconds(progress -> vae.sample(weights, images, Output.BERNOULLI, random, progress));
            case "products" -> seconds(progress -> products.run(images / 128, progress));
            case "fit" -> Double.toString(fit());
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** A generation: fresh weights, an epoch, a set of samples; then the resident memory in MB. */
    private double fit() throws IOException {
        VaeWeights fresh = VaeWeights.random(VaeShape.MNIST, random);
        VaeWeights trained = vae.train(fresh, pixels, images, EPOCH, random, Progress.NONE);
        vae.sample(trained, images, Output.MEAN, random, Progress.NONE);
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .sum();
    }

    /** Times work by its reports, one before each step and one at the end. */
    private static String seconds(Consumer<Progress> work) {
        List<Long> stamps = new ArrayList<>();
        work.accept(fraction -> stamps.add(System.nanoTime()));
        long[] steps = new long[stamps.size() - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = stamps.get(i + 1) - stamps.get(i);
        }
        double total = LongStream.of(steps).sum() / 1e9;
        Arrays.sort(steps);
        return total + " " + steps[steps.length / 10] * steps.length / 1e9;
    }
}
