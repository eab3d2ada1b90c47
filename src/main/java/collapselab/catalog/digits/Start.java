package collapselab.catalog.digits;

import collapselab.experiment.Choice;

/** The weights a generation's training starts from. */
public enum Start implements Choice {
    SCRATCH("From scratch", "every generation starts from new random weights"),
    WARM("Warm", "every generation starts from the last one's weights");

    private final String label;
    private final String help;

    Start(String label, String help) {
        this.label = label;
        this.help = help;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String help() {
        return help;
    }
}
