package collapselab.experiment;

import java.util.Map;

/**
 * Where a panel stands at the generation that is shown.
 *
 * @param regime the panel's regime
 * @param generation the generation shown
 * @param medians over the chains, by metric id; without those that have no value
 */
public record Standing(DataRegime regime, int generation, Map<String, Double> medians) {
    public Standing {
        medians = Map.copyOf(medians);
    }
}
