package collapselab.experiment;

import java.util.function.ToDoubleFunction;

/**
 * What is counted over the chains of a panel, as the simplest sign of collapse.
 *
 * @param what what a counted chain is, in words that follow "47 of 64 chains", such as {@code narrower than real}
 * @param holds whether a chain counts
 */
public record Count(String what, Holds holds) {
    /** Whether a chain counts. */
    @FunctionalInterface
    public interface Holds {
        /**
         * Whether it counts.
         *
         * @param now the chain's metrics, by id; NaN where one has no value
         * @param first the same chain's at generation 0
         */
        boolean of(ToDoubleFunction<String> now, ToDoubleFunction<String> first);
    }
}
