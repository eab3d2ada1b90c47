package collapselab.experiment;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A stage of collapse with a stated threshold on how far the chains have come from where each of them was at generation 0. It
 * is reached where the median over the chains is at or beyond the limit and stays there.
 *
 * @param kind early or late (Shumailov et al., Nature 2024, definition 2.1)
 * @param threshold the threshold in words, such as {@code at most half of generation 0's words occur}
 * @param course what is compared with the limit
 * @param limit the least that counts
 */
public record Milestone(Kind kind, String threshold, Course course, double limit) {
    /** Where real data are so many nats less likely, e times, the tails are being lost: own choice. */
    private static final double EARLY_NATS = 1;

    /** Where they are so many nats less likely, 20 times, little resembles them: own choice. */
    private static final double LATE_NATS = 3;

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

    /** How far one chain has come: the more, the further it has collapsed. */
    @FunctionalInterface
    public interface Course {
        /**
         * How far a chain has come; NaN where that cannot be told.
         *
         * @param now the chain's metrics, by id; NaN where one has no value
         * @param first the same chain's at generation 0
         */
        double of(ToDoubleFunction<String> now, ToDoubleFunction<String> first);
    }

    /**
     * Both stages on one course, so that neither is reached without what comes before it.
     *
     * @param course what is compared with the limits
     * @param early the least for early collapse
     * @param late the least for late collapse, no less than {@code early}
     * @param threshold either limit in words
     */
    public static List<Milestone> of(Course course, double early, double late, DoubleFunction<String> threshold) {
        return List.of(
                new Milestone(Kind.EARLY, threshold.apply(early), course, early),
                new Milestone(Kind.LATE, threshold.apply(late), course, late));
    }

    /**
     * Stages by how unlikely real data have become: the tails go first, for what a model hardly ever makes weighs most.
     *
     * @param rise nats that real data are less likely than under generation 0's model
     * @param unit what the nats are counted by, such as {@code point}
     */
    public static List<Milestone> ofLikelihood(Course rise, String unit) {
        return of(
                rise,
                EARLY_NATS,
                LATE_NATS,
                nats -> "real data " + Rounded.said(nats) + (nats == 1 ? " nat a " : " nats a ") + unit
                        + " less likely than under generation 0's model");
    }
}
