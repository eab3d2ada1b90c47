package collapselab.experiment;

/** What becomes of a generation's batch of n samples when the next model is trained. */
public enum DataRegime implements Choice {
    /** Only the newest batch is trained on. */
    REPLACE(
            "Replace",
            "every earlier sample is thrown away",
            "Shumailov et al., Nature 631:755-759 (2024), doi 10.1038/s41586-024-07566-y"),
    /** All batches are trained on: the pool grows by n each generation. */
    ACCUMULATE(
            "Accumulate",
            "all data are kept, new data are added",
            "Gerstgrasser, Schaeffer et al., arXiv:2404.01413 (2024)"),
    /** All batches are kept, and n points of the pool are drawn at random, without replacement. */
    SUBSAMPLE(
            "Subsample", "all data are kept, n of them are drawn", "Kazdan, Schaeffer et al., arXiv:2410.16713 (2024)");

    private final String label;
    private final String help;
    private final String citation;

    DataRegime(String label, String help, String citation) {
        this.label = label;
        this.help = help;
        this.citation = citation;
    }

    /** How many batches of n samples the first models are trained on, all together. */
    public double trained(int generations) {
        return this == ACCUMULATE ? generations * (generations + 1.0) / 2 : generations;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String help() {
        return help;
    }

    /** The paper that studies it. */
    public String citation() {
        return citation;
    }
}
