package collapselab.kernel.neural;

import java.util.List;

/** The activations of a batch and the loss's gradients by them, shared by all shards; where one array is both, it is overwritten. */
final class VaeArrays implements AutoCloseable {
    /** (B, D). */
    final Matrix images;
    /** (B, H) after the encoder's ReLU. */
    final Matrix encoded;
    /** (B, 2 Z) means and log-variances, then the gradient by them. */
    final Matrix codes;
    /** (B, Z). */
    final Matrix latents;
    /** (B, H) after the decoder's ReLU. */
    final Matrix decoded;
    /** (B, D) logits of the pixels, then the gradient by them. */
    final Matrix logits;
    /** (B, H). */
    final Matrix encodedGradient;
    /** (B, Z). */
    final Matrix latentGradient;
    /** (B, H). */
    final Matrix decodedGradient;

    VaeArrays(VaeShape shape, int batch) {
        images = Matrix.zeros(batch, shape.pixels());
        encoded = Matrix.zeros(batch, shape.hidden());
        codes = Matrix.zeros(batch, 2 * shape.latent());
        latents = Matrix.zeros(batch, shape.latent());
        decoded = Matrix.zeros(batch, shape.hidden());
        logits = Matrix.zeros(batch, shape.pixels());
        encodedGradient = Matrix.zeros(batch, shape.hidden());
        latentGradient = Matrix.zeros(batch, shape.latent());
        decodedGradient = Matrix.zeros(batch, shape.hidden());
    }

    @Override
    public void close() {
        List.of(images, encoded, codes, latents, decoded, logits, encodedGradient, latentGradient, decodedGradient)
                .forEach(Matrix::close);
    }
}
