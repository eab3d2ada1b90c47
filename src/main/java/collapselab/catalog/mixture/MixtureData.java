package collapselab.catalog.mixture;

import collapselab.experiment.Choice;

/** Where real points come from. */
public enum MixtureData implements Choice {
    /** The paper's text: two blobs. */
    TWO_BLOBS("Two blobs", "unit variances around (-2, 0) and (2, 0), half of the points each"),
    /** The paper's released code: one blob, which two components cut in two. */
    ONE_BLOB("One blob", "N(0, I): the released code of Shumailov et al. draws one blob and fits two components"),
    /** Points drawn in the window. */
    DRAWN("Drawn", "points drawn by hand; n of them at random, with replacement"),
    /** Points of a file. */
    CSV("CSV file", "points of a file; n of them at random, with replacement");

    private final Words words;

    MixtureData(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public String text() {
        return Choice.super.text().replace('_', '-');
    }

    @Override
    public Words words() {
        return words;
    }

    /** Whether the points are read from a file. */
    boolean fromFile() {
        return this == DRAWN || this == CSV;
    }
}
