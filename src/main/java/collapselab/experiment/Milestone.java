package collapselab.experiment;

import java.util.Map;
import java.util.function.Predicate;

/**
 * A stage of collapse with a stated threshold.
 *
 * @param kind early or late (Shumailov et al., Nature 2024, definition 2.1)
 * @param threshold the threshold in words, such as {@code variance below 1 % of the real}
 * @param reached whether it is passed, from the medians over the chains by metric id; without those that have no value
 */
public record Milestone(Kind kind, String threshold, Predicate<Map<String, Double>> reached) {
    /** The stages. */
    public enum Kind {
        /** The tails are being lost. */
        EARLY("Early collapse"),
        /** Little is left of the real distribution. */
        LATE("Late collapse");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** How the screen calls it. */
        public String label() {
            return label;
        }
    }
}
