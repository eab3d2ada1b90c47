package collapselab.kernel.neural;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a dense network needs of a backend. Each method binds an operation to its arrays once, so that running it later
 * allocates nothing; an instance and all it binds belong to one shard.
 *
 * <p>The matrices of activations and gradients are one shard's R rows of the batch. Where an operation takes {@code
 * filled}, only the first {@code filled} rows hold images of this batch: the last batch of a pass may be short. The other
 * rows are computed too, and weigh nothing.
 */
interface Kernels extends AutoCloseable {
    /** {@code c = a b}, each factor transposed first if asked; {@code c} must be in c order. */
    Runnable product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray c);

    /** {@code a = max(a + bias, 0)}, the bias (1, columns) added to every row. */
    Runnable biasRelu(Matrix a, Matrix bias);

    /** Zeroes {@code gradient} where {@code activations} is zero; its column sums go to {@code biasGradient} (1, columns). */
    Runnable reluGradient(Matrix gradient, Matrix activations, Matrix biasGradient);

    /** Sums of the columns of {@code a} into {@code sums} (1, columns). */
    Runnable columnSums(Matrix a, Matrix sums);

    /** Brings images into {@code images} (R, D). */
    Loader loader(Matrix images);

    /** The latent layer: see {@link Latent}. */
    Latent latent(LatentArrays arrays);

    /** The output layer of Bernoulli pixels: {@code logits} (R, D) without their bias, which become the gradient. */
    BernoulliOutput bernoulli(Matrix logits, Matrix bias, Matrix images, Matrix biasGradient);

    /** The output layer of classes: {@code logits} (R, C) without their bias, which become the gradient. */
    SoftmaxOutput softmax(Matrix logits, Matrix bias, Matrix biasGradient);

    /** Adam's moments for a block of weight rows, and their update. */
    Adam adam(Matrix weights, Matrix gradient);

    /** Copies {@code matrix.size()} numbers from an array into a matrix. */
    void write(Matrix matrix, float[] from, int offset);

    /** Copies a matrix into an array. */
    void read(Matrix matrix, float[] to, int offset);

    /** Frees what the bound operations own; the matrices are not theirs. */
    @Override
    void close();

    /** Brings a shard's images of a batch into its rows; see {@link #loader}. */
    interface Loader {
        /**
         * Loads images {@code order[first]} and following, as intensities 0 to 1; rows beyond {@code filled} become zero.
         *
         * @param pixels images of D bytes
         * @param order indices of images; null for their own order
         */
        void load(byte[] pixels, int[] order, int first, int filled);
    }

    /**
     * The arrays of a latent layer.
     *
     * @param codes (R, 2 Z) means and log-variances without their bias; become their gradient
     * @param bias (1, 2 Z)
     * @param latents (R, Z)
     * @param latentGradient (R, Z) the loss's gradient by the latents, through the decoder
     * @param biasGradient (1, 2 Z)
     */
    record LatentArrays(Matrix codes, Matrix bias, Matrix latents, Matrix latentGradient, Matrix biasGradient) {}

    /** Codes to latents, {@code z = mu + exp(logvar / 2) noise}, and back (Kingma and Welling 2014). */
    interface Latent {
        /**
         * Draws the latents of the codes.
         *
         * @param noise standard normal, (filled, Z)
         * @return the sum over images of KL(N(mu, sigma^2) || N(0, 1)), nats
         */
        double draw(float[] noise, int filled);

        /** Turns the codes into the gradient of {@code scale} times (loss + KL) by them; latentGradient holds the scale already. */
        void gradient(int filled, float scale);

        /** Copies the means of the codes, (filled, Z). */
        void means(int filled, float[] to, int offset);

        /** Sets the latents, (filled, Z). */
        void set(float[] from, int offset, int filled);
    }

    /** Receives a row at a time. */
    interface Rows {
        /** The row must be used up before this returns. */
        void row(int index, float[] values);
    }

    /** Pixels as Bernoulli variables. */
    interface BernoulliOutput {
        /**
         * Turns logits into the gradient of {@code scale} times the loss by them.
         *
         * @return the sum over images and pixels of {@code softplus(y) - x y}, the cross-entropy in nats
         */
        double lossAndGradient(int filled, float scale);

        /** The means, 1 / (1 + exp(-y)), row by row. */
        void means(int filled, Rows target);
    }

    /** Classes. */
    interface SoftmaxOutput {
        /**
         * Turns logits into the gradient of {@code scale} times the loss by them.
         *
         * @param labels the class of image {@code order[first + row]}
         * @return the sum over images of the cross-entropy, nats
         */
        double lossAndGradient(byte[] labels, int[] order, int first, int filled, float scale);

        /** The class with the largest logit, for each image. */
        void classes(int filled, int[] to, int offset);
    }

    /** Adam (Kingma and Ba 2015, doi:10.48550/arXiv.1412.6980) on one block. */
    interface Adam {
        /** Forgets all moments. */
        void reset();

        /** Updates moments and weights by the gradient. */
        void update(AdamRate rate);
    }
}
