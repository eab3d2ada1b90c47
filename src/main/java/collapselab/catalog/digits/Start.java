package collapselab.catalog.digits;

import collapselab.experiment.Choice;

/** The weights a generation's training starts from. */
public enum Start implements Choice {
    SCRATCH("From scratch", "every generation starts from new random weights"),
    WARM("Warm", "every generation starts from the last one's weights");

    private final Words words;

    Start(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
