package collapselab.kernel.neural;

import java.util.List;

/** One shard's part of a variational autoencoder: its rows of the batch, and its rows of each weight matrix. */
final class VaeShard {
    private final int batch;
    private final Split split;
    private final Kernels.Loader loader;
    private final List<Runnable> encode;
    private final Kernels.Latent latent;
    private final List<Runnable> decode;
    private final Kernels.BernoulliOutput output;
    private final List<Runnable> decoderBackward;
    private final List<Runnable> encoderBackward;
    private final List<LayerUpdate> updates;
    private final float[] noise;
    private double loss;

    VaeShard(Kernels k, List<Layer> layers, VaeArrays a, Split split) {
        this.split = split;
        batch = a.images.rows();
        int from = split.from(batch);
        int to = split.to(batch);
        Matrix images = a.images.rows(from, to);
        Matrix encoded = a.encoded.rows(from, to);
        Matrix codes = a.codes.rows(from, to);
        Matrix latents = a.latents.rows(from, to);
        Matrix decoded = a.decoded.rows(from, to);
        Matrix logits = a.logits.rows(from, to);
        Matrix encodedGradient = a.encodedGradient.rows(from, to);
        Matrix latentGradient = a.latentGradient.rows(from, to);
        Matrix decodedGradient = a.decodedGradient.rows(from, to);
        List<Matrix> parts = layers.stream()
                .map(layer -> layer.biasGradientParts().rows(split.shard(), split.shard() + 1))
                .toList();
        noise = new float[latents.size()];
        loader = k.loader(images);
        encode = List.of(
                layers.get(0).forward(k, images, encoded),
                k.biasRelu(encoded, layers.get(0).bias()),
                layers.get(1).forward(k, encoded, codes));
        latent = k.latent(new Kernels.LatentArrays(codes, layers.get(1).bias(), latents, latentGradient, parts.get(1)));
        decode = List.of(
                layers.get(2).forward(k, latents, decoded),
                k.biasRelu(decoded, layers.get(2).bias()),
                layers.get(3).forward(k, decoded, logits));
        output = k.bernoulli(logits, layers.get(3).bias(), images, parts.get(3));
        decoderBackward = List.of(
                layers.get(3).backward(k, logits, decodedGradient),
                k.reluGradient(decodedGradient, decoded, parts.get(2)),
                layers.get(2).backward(k, decodedGradient, latentGradient));
        encoderBackward = List.of(
                layers.get(1).backward(k, codes, encodedGradient),
                k.reluGradient(encodedGradient, encoded, parts.get(0)));
        updates = List.of(
                update(k, layers, 3, a.decoded, a.logits),
                update(k, layers, 2, a.latents, a.decodedGradient),
                update(k, layers, 1, a.encoded, a.codes),
                update(k, layers, 0, a.images, a.encodedGradient));
    }

    private LayerUpdate update(Kernels kernels, List<Layer> layers, int index, Matrix input, Matrix outputGradient) {
        boolean withBias = index % split.shards() == split.shard();
        return new LayerUpdate(kernels, layers.get(index), split, input, outputGradient, withBias);
    }

    /** How many of {@code used} images of a batch are this shard's. */
    int filled(int used) {
        return split.filled(batch, used);
    }

    /** The shard's first row of a batch. */
    int firstRow() {
        return split.from(batch);
    }

    /** Encoder, latents, decoder, and the gradient by the logits; the loss is kept. */
    void forward(ImageBatch images, Noise source) {
        int filled = filled(images.count());
        loader.load(images.pixels(), images.order(), images.first() + firstRow(), filled);
        run(encode);
        source.fill(split.shard(), noise, filled * latentSize());
        loss = latent.draw(noise, filled);
        run(decode);
        loss += output.lossAndGradient(filled, 1f / images.count());
    }

    /** From the gradient by the logits to those by all activations. */
    void backward(ImageBatch images) {
        run(decoderBackward);
        latent.gradient(filled(images.count()), 1f / images.count());
        run(encoderBackward);
    }

    /** Gradients of the shard's weight rows, without an update. */
    void gradient() {
        updates.forEach(LayerUpdate::gradient);
    }

    /** Gradients of the shard's weight rows, and their update. */
    void update(AdamRate rate) {
        for (LayerUpdate update : updates) {
            update.run(rate);
        }
    }

    /** Forgets Adam's moments. */
    void reset() {
        updates.forEach(LayerUpdate::reset);
    }

    /** The loss of this shard's images in the last forward pass: cross-entropy and KL, nats, summed. */
    double loss() {
        return loss;
    }

    /** The encoder's means of a batch into {@code to}, image after image. */
    void encode(ImageBatch images, float[] to) {
        int filled = filled(images.count());
        if (filled == 0) {
            return;
        }
        int first = images.first() + firstRow();
        loader.load(images.pixels(), images.order(), first, filled);
        run(encode);
        latent.means(filled, to, first * latentSize());
    }

    /** Decodes the latents of images {@code first} and following of {@code from} (count, Z). */
    void decode(float[] from, int first, int used, Kernels.Rows target) {
        int filled = filled(used);
        if (filled == 0) {
            return;
        }
        latent.set(from, (first + firstRow()) * latentSize(), filled);
        run(decode);
        output.means(filled, target);
    }

    /** Decodes latents drawn from the prior. */
    void sample(Noise source, int used, Kernels.Rows target) {
        int filled = filled(used);
        if (filled == 0) {
            return;
        }
        source.fill(split.shard(), noise, filled * latentSize());
        latent.set(noise, 0, filled);
        run(decode);
        output.means(filled, target);
    }

    private int latentSize() {
        return noise.length / (split.to(batch) - split.from(batch));
    }

    private static void run(List<Runnable> operations) {
        for (Runnable operation : operations) {
            operation.run();
        }
    }
}
