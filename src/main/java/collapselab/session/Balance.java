package collapselab.session;

import collapselab.experiment.Conservation;
import collapselab.experiment.Law;
import collapselab.experiment.Verdict;
import collapselab.plot.Doubles;
import java.util.List;

/**
 * Where the variance of a panel is at one generation: in its models, or in the drift of its chains.
 *
 * @param spread mean over the chains of what is left in the models
 * @param drift mean over the chains of how far they went
 * @param total what the two means add up to by theory
 * @param verdict how their sum stands against it
 */
public record Balance(double spread, double drift, double total, Verdict verdict) {
    /**
     * Weighs an ensemble.
     *
     * @param law what is conserved
     * @param generation where
     * @param spread the chains' values of the metric that is lost
     * @param drift the chains' values of the one that gains
     */
    static Balance of(Conservation law, int generation, Doubles spread, Doubles drift) {
        Doubles sums = Doubles.generate(spread.size(), i -> spread.get(i) + drift.get(i));
        Law conserved = Law.mean("", law.total(), law.formula(), law.source());
        Verdict verdict = Verdict.of("", List.of(conserved), generation, id -> sums);
        return new Balance(mean(spread), mean(drift), law.total().applyAsDouble(generation), verdict);
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
