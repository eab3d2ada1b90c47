package collapselab.experiment;

import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * What the chains can lose, thing by thing: words, digits, components. All are there in the real data.
 *
 * @param lost when one counts as lost, in words that follow "Lost:"
 * @param size how many there are, numbered from 0
 * @param name what one is called, such as {@code digit 4}
 * @param held which ones are not lost
 * @param <V> what is kept of a generation of the first chain
 */
public record Inventory<V>(String lost, int size, IntFunction<String> name, Held<V> held) {
    /** Tells from snapshots of the first chain what is not lost. */
    @FunctionalInterface
    public interface Held<V> {
        /**
         * What is not lost at a generation.
         *
         * @param first generation 0
         * @param now the generation
         */
        BitSet at(V first, V now);
    }
}
