package collapselab.catalog.mixture;

import collapselab.experiment.Choice;

/** Where a fit begins. */
public enum Start implements Choice {
    /** The groups k-means finds, as in the paper. */
    KMEANS("k-means", "the groups that k-means finds, each generation anew"),
    /** The last generation's model. */
    PREVIOUS("Previous", "the last generation's model; at generation 0, k-means");

    private final Words words;

    Start(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }
}
