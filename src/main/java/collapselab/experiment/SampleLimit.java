package collapselab.experiment;

/** Whether models are fitted to finitely many samples: the switch of the statistical error. */
public enum SampleLimit implements Choice {
    /** n samples, as in the papers. */
    FINITE("n samples", "models are fitted to n samples: what they miss by chance is the statistical error"),
    /** Population moments: no statistical error. */
    INFINITE("n = \u221e", "models are fitted to the last one's exact distribution: no statistical error");

    private final Words words;

    SampleLimit(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
