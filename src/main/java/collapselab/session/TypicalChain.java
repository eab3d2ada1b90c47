package collapselab.session;

import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The chain that is pictured when nobody has chosen one. No chain is the median; the typical one strays the least from it: at the
 * generation where it strays most, |ln v - ln median| of the metric over the panels is least among all chains, over all panels.
 */
final class TypicalChain {
    private TypicalChain() {}

    /** Its place among the chains, from 0; 0 where chains are not drawn side by side. */
    static int of(List<? extends Panel<?, ?>> panels) {
        if (!panels.stream().allMatch(Panel::ensemble)) {
            return 0;
        }
        double[] farthest = strays(panels);
        int best = 0;
        for (int c = 1; c < farthest.length; c++) {
            best = farthest[c] < farthest[best] ? c : best;
        }
        return best;
    }

    /** How far each chain strays from the median where it strays most. */
    static double[] strays(List<? extends Panel<?, ?>> panels) {
        double[] farthest = new double[panels.get(0).setting().protocol().seeds()];
        for (Panel<?, ?> panel : panels) {
            for (int g = 0; g < panel.recording().size(); g++) {
                Optional<Doubles> chains = panel.headline(g);
                chains.ifPresent(values -> stray(values.toArray(), farthest));
            }
        }
        return farthest;
    }

    private static void stray(double[] values, double[] farthest) {
        double median = Quantiles.median(values.clone());
        boolean positive = median > 0 && Arrays.stream(values).allMatch(v -> v > 0);
        for (int c = 0; c < values.length; c++) {
            double gap = positive ? Math.log(values[c] / median) : values[c] - median;
            farthest[c] = Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(farthest[c], Math.abs(gap));
        }
    }
}
