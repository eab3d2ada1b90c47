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
import java.util.concurrent.BrokenBarrierException;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Our side of {@code src/bench/python/vae.py}: reads a word a line and answers with a number: {@code train}, {@code sample},
 * {@code draw} and {@code products} in seconds, {@code fit} and {@code resident} in MB after a fit and its samples.
 */
public final class VaeWorker {
    private static final Training EPOCH = new Training(1, 128, 1e-3);

    private final UniformRandomProvider random = new Randomness(1).stream(0, Purpose.FIT);
    private final byte[] pixels;
    private final Vae vae = Vae.open(VaeShape.MNIST, 128);
    private final VaeProducts products = new VaeProducts();
    private VaeWeights weights = VaeWeights.random(VaeShape.MNIST, random);

    private VaeWorker(byte[] pixels) {
        this.pixels = pixels;
    }

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException, InterruptedException, BrokenBarrierException {
        VaeWorker worker = new VaeWorker(BenchImages.load());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(Backend.current().describe() + ", " + Backend.current().blas() + ", Java "
                + Runtime.version().feature());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null; word = in.readLine()) {
            out.println(worker.answer(word));
        }
    }

    private double answer(String word) throws IOException, InterruptedException, BrokenBarrierException {
        return switch (word) {
            case "train" ->
                seconds(() -> weights = vae.train(weights, pixels, BenchImages.COUNT, EPOCH, random, Progress.NONE));
            case "sample" -> seconds(() -> vae.sample(weights, BenchImages.COUNT, Output.MEAN, random, Progress.NONE));
            case "draw" ->
                seconds(() -> vae.sample(weights, BenchImages.COUNT, Output.BERNOULLI, random, Progress.NONE));
            case "products" -> products.seconds(BenchImages.COUNT / 128);
            case "fit" -> fit();
            default -> throw new IllegalArgumentException(word);
        };
    }

    /** A generation: fresh weights, an epoch, a set of samples; then the resident memory in MB. */
    private double fit() throws IOException {
        VaeWeights fresh = VaeWeights.random(VaeShape.MNIST, random);
        VaeWeights trained = vae.train(fresh, pixels, BenchImages.COUNT, EPOCH, random, Progress.NONE);
        vae.sample(trained, BenchImages.COUNT, Output.MEAN, random, Progress.NONE);
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                .sum();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
