package collapselab.experiment;

import java.util.Map;

/**
 * One of the three sources of error that Shumailov et al. (Nature 2024) tell apart, as it stands in a setting.
 *
 * @param kind which
 * @param on whether it is at work
 * @param flip the parameters, name to text, that turn it the other way; empty where it cannot be turned
 * @param sentence what it does here, with its exact prediction
 */
public record ErrorSource(Kind kind, boolean on, Map<String, String> flip, String sentence) {
    /** The three sources. */
    public enum Kind {
        /** Finitely many samples. */
        STATISTICAL("Statistical", "finitely many samples"),
        /** A family of models too small for the data. */
        EXPRESSIVITY("Expressivity", "a family of models too small for the data"),
        /** An imperfect procedure: an optimiser that stops early, a sampler that is biased. */
        APPROXIMATION("Approximation", "an imperfect fit or sampler");

        private final String label;
        private final String help;

        Kind(String label, String help) {
            this.label = label;
            this.help = help;
        }

        /** How the screen calls it. */
        public String label() {
            return label;
        }

        /** What it is, in a few words. */
        public String help() {
            return help;
        }
    }

    public ErrorSource {
        flip = Map.copyOf(flip);
    }
}
