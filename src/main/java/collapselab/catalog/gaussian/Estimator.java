package collapselab.catalog.gaussian;

import collapselab.experiment.Choice;

/** What the sum of squares is divided by. */
public enum Estimator implements Choice {
    /** n - 1: right on average at every generation. */
    UNBIASED("Unbiased (n\u22121)", "divides by n - 1: right on average"),
    /** n: maximum likelihood, a little too small on average. */
    MLE("MLE (n)", "divides by n: maximum likelihood");

    private final Words words;

    Estimator(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public Words words() {
        return words;
    }

    /** The divisor for a number of points. */
    int divisor(int points) {
        return this == UNBIASED ? points - 1 : points;
    }
}
