package collapselab.catalog.digits;

import collapselab.experiment.Knob;
import collapselab.experiment.SpecException;
import collapselab.kernel.neural.VaeShape;

/**
 * Parameters of the digits experiment.
 *
 * @param epochs passes over the training set in each generation, 1 to 1000
 * @param hidden ReLU units of the encoder and of the decoder, 1 to 4096
 * @param latent latent dimensions Z, 1 to 512
 * @param batch images an Adam step, 1 to 8192
 * @param learningRate Adam's step size, above 0, at most 1
 * @param output what a generated image is
 * @param start the weights a generation starts from
 */
public record DigitsParameters(
        @Knob(
                label = "Epochs",
                help = "passes over the training set in each generation",
                min = 1,
                max = 50,
                scale = Knob.Scale.LOG)
        int epochs,

        @Knob(label = "Hidden units", help = "ReLU units of encoder and decoder", min = 50, max = 800)
        int hidden,

        @Knob(label = "Latent dimensions", help = "of the code an image is squeezed into", min = 2, max = 50)
        int latent,

        @Knob(label = "Batch", help = "images in a step of the optimiser", min = 16, max = 512, scale = Knob.Scale.LOG)
        int batch,

        @Knob(
                label = "Learning rate",
                help = "step size of the optimiser Adam",
                min = 0.0001,
                max = 0.01,
                scale = Knob.Scale.LOG)
        double learningRate,

        @Knob(label = "Generated images", help = "what a generated image is made of")
        Decoding output,

        @Knob(label = "Training starts", help = "which weights a generation starts from")
        Start start) {
    /** Pixels of a digit. */
    static final int PIXELS = 28 * 28;

    public DigitsParameters {
        within("epochs", epochs, 1_000);
        within("hidden", hidden, 4_096);
        within("latent", latent, 512);
        within("batch", batch, 8_192);
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new SpecException(
                    "learningRate=" + learningRate + " is out of range: use a number above 0, at most 1.");
        }
    }

    private static void within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new SpecException(name + "=" + value + " is out of range: use 1 to " + most + ".");
        }
    }

    VaeShape shape() {
        return new VaeShape(PIXELS, hidden, latent);
    }
}
