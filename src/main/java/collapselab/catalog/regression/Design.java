package collapselab.catalog.regression;

import collapselab.experiment.Choice;

/** Where the inputs of each generation come from. */
public enum Design implements Choice {
    /** Only the labels are new: generation 0's inputs are labelled again by each model, as in Gerstgrasser et al. 2024. */
    KEPT("Kept", "the same inputs X, labelled anew each generation"),
    /** Inputs are new in each generation, as in Dohmatob et al. 2024. */
    FRESH("Fresh", "new inputs X each generation");

    private final Words words;

    Design(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
