package collapselab.bench;

import collapselab.kernel.Progress;
import collapselab.kernel.neural.Output;
import collapselab.kernel.neural.Training;
import collapselab.kernel.neural.Vae;
import collapselab.kernel.neural.VaeShape;
import collapselab.kernel.neural.VaeWeights;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The autoencoder of 784-400-20-400-784 on 59,904 images: an epoch of training, and as many samples. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4)
@Measurement(iterations = 12)
public class VaeBenchmark {
    private static final Training EPOCH = new Training(1, 128, 1e-3);

    private final UniformRandomProvider random = new Randomness(1).stream(0, Purpose.FIT);
    private Vae vae;
    private byte[] pixels;
    private VaeWeights weights;

    /** Opens the workspace. */
    @Setup
    public void open() throws IOException {
        pixels = BenchImages.load();
        vae = Vae.open(VaeShape.MNIST, 128);
        weights = VaeWeights.random(VaeShape.MNIST, random);
    }

    /** Closes it. */
    @TearDown
    public void close() {
        vae.close();
    }

    /** One epoch. */
    @Benchmark
    public VaeWeights train() {
        return vae.train(weights, pixels, BenchImages.COUNT, EPOCH, random, Progress.NONE);
    }

    /** Decoder means of as many images. */
    @Benchmark
    public byte[] sample() {
        return vae.sample(weights, BenchImages.COUNT, Output.MEAN, random, Progress.NONE);
    }

    /** Bernoulli draws of as many images. */
    @Benchmark
    public byte[] draw() {
        return vae.sample(weights, BenchImages.COUNT, Output.BERNOULLI, random, Progress.NONE);
    }
}
