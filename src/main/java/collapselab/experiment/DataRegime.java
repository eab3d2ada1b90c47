package collapselab.experiment;

import collapselab.plot.Role;

/** What becomes of a generation's batch of n samples when the next model is trained. */
public enum DataRegime implements Choice {
    /** Only the newest batch is trained on. */
    REPLACE(
            "Replace",
            "every sample thrown away",
            Role.REPLACE,
            "Shumailov et al., Nature 631:755-759 (2024), doi 10.1038/s41586-024-07566-y"),
    /** All batches are trained on: the pool grows by n each generation. */
    ACCUMULATE(
            "Accumulate",
            "all data kept, new added",
            Role.ACCUMULATE,
            "Gerstgrasser, Schaeffer et al., arXiv:2404.01413 (2024)"),
    /** All batches are kept, and n points of the pool are drawn at random, without replacement. */
    SUBSAMPLE(
            "Subsample",
            "all data kept, n drawn at random",
            Role.SUBSAMPLE,
            "Kazdan, Schaeffer et al., arXiv:2410.16713 (2024)");

    private final Words words;
    private final Role role;
    private final String citation;

    DataRegime(String label, String help, Role role, String citation) {
        words = new Words(label, help);
        this.role = role;
        this.citation = citation;
    }

    /** How many batches of n samples the first models are trained on, all together. */
    public double trained(int generations) {
        return this == ACCUMULATE ? generations * (generations + 1.0) / 2 : generations;
    }

    @Override
    public Words words() {
        return words;
    }

    /** What its data stand for in every plot. */
    public Role role() {
        return role;
    }

    /** The paper that studies it. */
    public String citation() {
        return citation;
    }
}
