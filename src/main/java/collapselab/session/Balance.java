package collapselab.session;

import collapselab.plot.Doubles;

/**
 * Where the variance of a panel is at one generation: in its models, or in the drift of its chains.
 *
 * @param spread mean over the chains of what is left in the models
 * @param drift mean over the chains of how far they went
 * @param total what the two means add up to by theory
 */
public record Balance(double spread, double drift, double total) {
    static Balance of(Doubles spread, Doubles drift, double total) {
        return new Balance(mean(spread), mean(drift), total);
    }

    /** What is there in all. */
    public double sum() {
        return spread + drift;
    }

    private static double mean(Doubles values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum / values.size();
    }
}
