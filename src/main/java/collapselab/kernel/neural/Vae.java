package collapselab.kernel.neural;

import collapselab.kernel.Progress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * A variational autoencoder with one hidden layer on each side, ReLU units and Bernoulli pixels (Kingma and Welling 2014,
 * doi:10.48550/arXiv.1312.6114): {@code loss = -log p(x | z) + KL(q(z | x) || p(z))}, nats per image.
 *
 * <p>This is a workspace: memory and threads, for any number of fits, one call at a time. The weights live in {@link
 * VaeWeights}. All noise comes from the generator that is passed in; on one kind of machine equal inputs give equal bits,
 * however often the work was paused. Work that is cancelled leaves the workspace as good as new.
 */
public final class Vae implements AutoCloseable {
    /** Threads that share a batch on the CPU. Results depend on it, so it is a constant and not the number of cores. */
    static final int SHARDS = 2;

    private final VaeShape shape;
    private final int batch;
    private final VaeNetwork network;
    private final AtomicBoolean busy = new AtomicBoolean();
    private boolean closed;
    private volatile double lastLoss = Double.NaN;

    /** A workspace on kernels of choice. */
    Vae(VaeShape shape, int batch, int shards, Supplier<Kernels> kernels) {
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be 1 or more: " + batch);
        }
        this.shape = shape;
        this.batch = batch;
        Backend.prepareThread();
        network = new VaeNetwork(shape, batch, Math.min(shards, batch), kernels);
    }

    /**
     * Opens a workspace on the current backend.
     *
     * @param batch images in a step
     * @throws BackendException if the backend that was asked for cannot run
     */
    public static Vae open(VaeShape shape, int batch) {
        Backend backend = Backend.require();
        return backend.gpu()
                ? new Vae(shape, batch, 1, Nd4jKernels::new)
                : new Vae(shape, batch, SHARDS, HostKernels::new);
    }

    /**
     * Trains with Adam from zero moments, unseen; see {@link #train(VaeWeights, byte[], int, Training, UniformRandomProvider,
     * TrainingObserver, Progress)}.
     */
    public VaeWeights train(
            VaeWeights start,
            byte[] pixels,
            int count,
            Training plan,
            UniformRandomProvider random,
            Progress progress) {
        return train(start, pixels, count, plan, random, TrainingObserver.NONE, progress);
    }

    /**
     * Trains with Adam from zero moments. Every epoch visits all images in a new order; a last batch may be short.
     *
     * @param start the weights to start from
     * @param pixels (count, D) bytes
     * @param plan its batch must be this workspace's
     */
    public VaeWeights train(
            VaeWeights start,
            byte[] pixels,
            int count,
            Training plan,
            UniformRandomProvider random,
            TrainingObserver observer,
            Progress progress) {
        if (plan.batch() != batch) {
            throw new IllegalArgumentException("this workspace has batches of " + batch + ", not " + plan.batch());
        }
        checkPixels(pixels, count);
        return use(start, () -> fit(pixels, count, plan, random, observer, progress));
    }

    private VaeWeights fit(
            byte[] pixels,
            int count,
            Training plan,
            UniformRandomProvider random,
            TrainingObserver observer,
            Progress progress) {
        Noise noise = Noise.of(random, network.shards());
        int[] order = PermutationSampler.natural(count);
        network.reset();
        long images = (long) count * plan.epochs();
        int step = 0;
        double loss = 0;
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            PermutationSampler.shuffle(random, order);
            loss = 0;
            for (int first = 0; first < count; first += batch) {
                long before = (long) epoch * count + first;
                progress.report((double) before / images);
                step++;
                ImageBatch next = new ImageBatch(pixels, order, first, Math.min(batch, count - first));
                double sum = network.step(next, AdamRate.of(plan.learningRate(), step), noise);
                loss += sum;
                observer.trained(before + next.count(), sum / next.count(), this::means);
            }
        }
        progress.report(1);
        lastLoss = loss / count;
        return network.read();
    }

    /** Decodes with the weights as they are: what it overwrites is made anew by every step. */
    private byte[] means(float[] latents, int count) {
        return decode(latents, count, new Canvas(images(count), Output.MEAN, null), Progress.NONE);
    }

    private byte[] decode(float[] latents, int count, Canvas canvas, Progress progress) {
        chunks(count, progress, (shard, first, used) -> network.part(shard)
                .decode(latents, first, used, canvas.rows(shard, first)));
        return canvas.pixels;
    }

    /**
     * Decodes latents to images.
     *
     * @param latents (count, Z)
     * @param random for Bernoulli draws; unused for means
     * @return (count, D) bytes
     */
    public byte[] decode(
            VaeWeights weights,
            float[] latents,
            int count,
            Output output,
            UniformRandomProvider random,
            Progress progress) {
        if (latents.length < (long) count * shape.latent()) {
            throw new IllegalArgumentException(latents.length + " numbers are no latents of " + count + " images");
        }
        byte[] pixels = images(count);
        return use(weights, () -> decode(latents, count, new Canvas(pixels, output, random), progress));
    }

    /** Draws latents from the prior N(0, I) and decodes them; (count, D) bytes. */
    public byte[] sample(
            VaeWeights weights, int count, Output output, UniformRandomProvider random, Progress progress) {
        byte[] pixels = images(count);
        return use(weights, () -> {
            Noise noise = Noise.of(random, network.shards());
            Canvas canvas = new Canvas(pixels, output, random);
            chunks(count, progress, (shard, first, used) -> network.part(shard)
                    .sample(noise, used, canvas.rows(shard, first)));
            return pixels;
        });
    }

    /** The encoder's means, (count, Z). */
    public float[] encode(VaeWeights weights, byte[] pixels, int count, Progress progress) {
        checkPixels(pixels, count);
        float[] means = new float[Math.multiplyExact(count, shape.latent())];
        return use(weights, () -> {
            chunks(count, progress, (shard, first, used) -> network.part(shard)
                    .encode(new ImageBatch(pixels, null, first, used), means));
            return means;
        });
    }

    /**
     * The negative evidence lower bound, nats per image: Bernoulli cross-entropy with grey targets plus KL, one latent draw
     * an image.
     */
    public double negativeElbo(
            VaeWeights weights, byte[] pixels, int count, UniformRandomProvider random, Progress progress) {
        checkPixels(pixels, count);
        return use(weights, () -> {
            Noise noise = Noise.of(random, network.shards());
            double loss = 0;
            for (int first = 0; first < count; first += batch) {
                progress.report((double) first / count);
                loss += network.loss(new ImageBatch(pixels, null, first, Math.min(batch, count - first)), noise);
            }
            progress.report(1);
            return loss / count;
        });
    }

    /** The mean training loss of the last epoch of the last finished fit, nats per image; NaN before. */
    public double lastLoss() {
        return lastLoss;
    }

    /** Frees memory and threads; the workspace cannot be used again. */
    @Override
    public void close() {
        enter();
        try {
            if (!closed) {
                closed = true;
                network.close();
            }
        } finally {
            busy.set(false);
        }
    }

    private byte[] images(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative: " + count);
        }
        return new byte[Math.multiplyExact(count, shape.pixels())];
    }

    private void checkPixels(byte[] pixels, int count) {
        if (count < 1 || pixels.length < (long) count * shape.pixels()) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + count + " images");
        }
    }

    /** Runs one call on the network with these weights. */
    private <T> T use(VaeWeights weights, Supplier<T> work) {
        if (!weights.shape().equals(shape)) {
            throw new IllegalArgumentException("weights of " + weights.shape() + " in a workspace of " + shape);
        }
        enter();
        try {
            if (closed) {
                throw new IllegalStateException("the workspace is closed");
            }
            Backend.prepareThread();
            network.write(weights);
            return work.get();
        } finally {
            busy.set(false);
        }
    }

    private void enter() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the workspace is in use by another thread");
        }
    }

    private void chunks(int count, Progress progress, Chunk chunk) {
        for (int first = 0; first < count; first += batch) {
            progress.report((double) first / count);
            int start = first;
            int used = Math.min(batch, count - first);
            network.run(shard -> chunk.run(shard, start, used));
        }
        progress.report(1);
    }

    /** A shard's part of up to {@code batch} images from {@code first}. */
    private interface Chunk {
        void run(int shard, int first, int used);
    }

    /** The images that are being made. */
    private final class Canvas {
        private final byte[] pixels;
        private final Output output;
        private final UniformRandomProvider[] streams = new UniformRandomProvider[network.shards()];

        Canvas(byte[] pixels, Output output, UniformRandomProvider random) {
            this.pixels = pixels;
            this.output = output;
            if (output == Output.BERNOULLI) {
                for (int i = 0; i < streams.length; i++) {
                    streams[i] = Noise.stream(random);
                }
            }
        }

        /** Takes a shard's rows of a batch that starts at image {@code first}. */
        Kernels.Rows rows(int shard, int first) {
            int start = first + network.part(shard).firstRow();
            return (row, means) -> {
                int offset = (start + row) * shape.pixels();
                if (output == Output.MEAN) {
                    Pixels.round(means, pixels, offset);
                } else {
                    Pixels.draw(means, pixels, offset, streams[shard]);
                }
            };
        }
    }
}
