package collapselab.experiment;

import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;

/**
 * What a panel's pictures are drawn from at one generation.
 *
 * @param history snapshots of the pictured chain, generations 0 to the one that is shown; at least one
 * @param outlines what all chains are drawn from as outlines, (numbers, chains), as {@link Learner#outlines} gives them; empty
 *     where the pictured chain is drawn alone
 * @param name what the pictured chain is called among the others, such as {@code one of 64: 0.33}; empty where it is alone
 * @param <V> the snapshots
 */
public record Scene<V>(List<V> history, List<Doubles> outlines, String name) {
    /** How many earlier generations the pictured chain leaves behind as a trail. */
    private static final int TRAIL = 3;

    public Scene {
        history = List.copyOf(history);
        outlines = List.copyOf(outlines);
    }

    /** One chain alone. */
    public static <V> Scene<V> of(List<V> history) {
        return new Scene<>(history, List.of(), "");
    }

    /** The generation that is shown. */
    public V shown() {
        return history.get(history.size() - 1);
    }

    /** Generation 0. */
    public V first() {
        return history.get(0);
    }

    /** How many chains have outlines. */
    public int chains() {
        return outlines.isEmpty() ? 0 : outlines.get(0).size();
    }

    /** One chain's number of an outline. */
    public double outline(int number, int chain) {
        return outlines.get(number).get(chain);
    }

    /** A few earlier generations evenly apart, the oldest first: where the pictured chain came from. */
    public List<V> trail() {
        int last = history.size() - 1;
        List<V> trail = new ArrayList<>();
        for (int i = 0, before = -1; i < TRAIL; i++) {
            int g = Math.round((float) last * i / TRAIL);
            if (g < last && g > before) {
                trail.add(history.get(g));
                before = g;
            }
        }
        return trail;
    }
}
