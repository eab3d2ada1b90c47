package collapselab.catalog.digits;

import collapselab.experiment.Choice;
import collapselab.kernel.neural.Output;

/** What a generated image is: the decoder's means, or a draw from its Bernoulli pixels. */
public enum Decoding implements Choice {
    MEAN("Means", "a generated pixel is the decoder's mean", Output.MEAN),
    BERNOULLI("Bernoulli", "a generated pixel is drawn, black or white", Output.BERNOULLI);

    private final Words words;
    private final Output output;

    Decoding(String label, String help, Output output) {
        words = new Words(label, help);
        this.output = output;
    }

    @Override
    public Words words() {
        return words;
    }

    Output output() {
        return output;
    }
}
