package collapselab.catalog.digits;

import collapselab.experiment.Choice;
import collapselab.kernel.neural.Output;

/** What a generated image is: the decoder's means, or a draw from its Bernoulli pixels. */
public enum Decoding implements Choice {
    MEAN("Means", "a generated pixel is the decoder's mean", Output.MEAN),
    BERNOULLI("Bernoulli", "a generated pixel is drawn, black or white", Output.BERNOULLI);

    private final String label;
    private final String help;
    private final Output output;

    Decoding(String label, String help, Output output) {
        this.label = label;
        this.help = help;
        this.output = output;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String help() {
        return help;
    }

    Output output() {
        return output;
    }
}
