package collapselab.catalog.vocabulary;

import java.util.Arrays;

/**
 * How many words are left under replace, from below and above (Suresh et al. 2024, theorem 1 and corollary 1): with g_1 = 1,
 * g_(k+1) = 1 - exp(-g_k), a word of share p is left after k fits with a chance between 1 - exp(-n p g_k) and 1 - exp(-n p
 * g_k) max(0, 1 - 3 n p^2 - 3 k p). The lower bound is the value itself where counts are independent Poisson numbers.
 */
final class Survival {
    private final Vocabulary vocabulary;
    private final int first;
    private final int n;
    private final double[] floor; // filled as they are asked for; NaN before
    private final double[] bound;
    private final double[] reach; // g_k

    /**
     * Of the words from a rank on.
     *
     * @param first their first rank, from 0
     * @param n words drawn a generation
     * @param generations how many
     */
    Survival(Vocabulary vocabulary, int first, int n, int generations) {
        this.vocabulary = vocabulary;
        this.first = first;
        this.n = n;
        floor = new double[generations];
        bound = new double[generations];
        Arrays.fill(floor, Double.NaN);
        reach = new double[generations];
        double g = 1;
        for (int k = 0; k < generations; k++) {
            reach[k] = g;
            g = -Math.expm1(-g);
        }
    }

    /** Expected number of words left at a generation, from below. */
    synchronized double floor(int generation) {
        fill(generation);
        return floor[generation];
    }

    /** Expected number of words left at a generation, from above. */
    synchronized double bound(int generation) {
        fill(generation);
        return bound[generation];
    }

    private void fill(int generation) {
        if (!Double.isNaN(floor[generation])) {
            return;
        }
        double low = 0;
        double high = 0;
        for (int word = first; word < vocabulary.size(); word++) {
            double p = vocabulary.share(word);
            double lost = Math.exp(-n * p * reach[generation]);
            low += 1 - lost;
            high += 1 - lost * Math.max(0, 1 - 3 * n * p * p - 3 * (generation + 1) * p);
        }
        floor[generation] = low;
        bound[generation] = high;
    }
}
