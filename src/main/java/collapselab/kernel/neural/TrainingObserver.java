package collapselab.kernel.neural;

/** Sees a variational autoencoder between the steps of its training, which it changes in nothing. */
@FunctionalInterface
public interface TrainingObserver {
    /** Sees nothing. */
    TrainingObserver NONE = (images, loss, now) -> {};

    /**
     * Called after every step, on the thread that trains.
     *
     * @param images how many images were trained on so far, all epochs counted
     * @param loss the step's mean training loss, nats per image
     * @param now the decoder as it is, to be used during the call only
     */
    void trained(long images, double loss, Decoder now);

    /** Decodes with weights that are being trained. */
    @FunctionalInterface
    interface Decoder {
        /** The means of the images of {@code count} latents, (count, Z); (count, D) bytes. */
        byte[] means(float[] latents, int count);
    }
}
