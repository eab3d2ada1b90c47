package collapselab.kernel.neural;

/**
 * The layers of a variational autoencoder: pixels, hidden, latent, hidden, pixels.
 *
 * @param pixels D, pixels of an image
 * @param hidden H, units of the encoder's and of the decoder's hidden layer
 * @param latent Z, dimensions of the latent space
 */
public record VaeShape(int pixels, int hidden, int latent) {
    /** 784-400-20-400-784, the usual network for handwritten digits of 28 x 28 pixels. */
    public static final VaeShape MNIST = new VaeShape(784, 400, 20);

    /** Refuses empty layers. */
    public VaeShape {
        if (pixels < 1 || hidden < 1 || latent < 1) {
            throw new IllegalArgumentException("layers must not be empty: " + pixels + ", " + hidden + ", " + latent);
        }
    }

    /** All weights and biases: 652,824 for {@link #MNIST}. */
    public int parameters() {
        int count = 0;
        for (int layer = 0; layer < 4; layer++) {
            count += (inputs(layer) + 1) * outputs(layer);
        }
        return count;
    }

    /** Inputs of layer 0 to 3. */
    int inputs(int layer) {
        return switch (layer) {
            case 0 -> pixels;
            case 2 -> latent;
            default -> hidden;
        };
    }

    /** Outputs of layer 0 to 3. Layer 1 gives a mean and a log-variance for every latent. */
    int outputs(int layer) {
        return switch (layer) {
            case 1 -> 2 * latent;
            case 3 -> pixels;
            default -> hidden;
        };
    }
}
