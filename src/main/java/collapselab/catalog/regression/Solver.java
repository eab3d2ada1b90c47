package collapselab.catalog.regression;

import collapselab.experiment.Choice;

/** How a model is fitted. */
public enum Solver implements Choice {
    /** To the minimum. */
    EXACT("Exact", "the exact least squares fit"),
    /** By gradient descent from zero, stopped after a number of steps. */
    GRADIENT_DESCENT("Gradient descent", "from zero, stopped early: what is learned slowly is not learned");

    private final Words words;

    Solver(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public String text() {
        return this == EXACT ? "exact" : "gradient-descent";
    }
}
