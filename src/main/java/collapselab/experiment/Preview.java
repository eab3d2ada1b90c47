package collapselab.experiment;

import collapselab.plot.Plot;
import java.util.List;

/**
 * A model that is being fitted, as it is now.
 *
 * @param generation which
 * @param stand how far its fit is, in a few words, such as {@code epoch 3 of 10, 142 nats per image}
 * @param plots what to show of it, the main picture first; at least one
 */
public record Preview(int generation, String stand, List<Plot> plots) {
    public Preview {
        plots = List.copyOf(plots);
    }
}
