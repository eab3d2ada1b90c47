package collapselab.catalog.vocabulary;

import collapselab.experiment.Sample;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Urn;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often each word occurs, in every chain: a training set, and, over its size, the model that is fitted to it. Only words
 * that occur are listed. Where nothing is left to chance (n = infinity) counts are expectations and need not be whole.
 * Immutable.
 */
final class Tally implements Sample<Tally> {
    private final double size;
    private final int[][] words; // (chains, words that occur) ascending
    private final double[][] counts; // (chains, words that occur) positive
    private final boolean whole;
    private final Urn urn;
    private final Optional<Tally> head;

    /** Gives one chain's counts of the words in the urn. */
    @FunctionalInterface
    private interface Drawing {
        long[] counts(int chain);
    }

    private Tally(double size, int[][] words, double[][] counts, boolean whole, Urn urn, Optional<Tally> head) {
        this.size = size;
        this.words = words;
        this.counts = counts;
        this.whole = whole;
        this.urn = urn;
        this.head = head;
    }

    /**
     * Shares of all words, the same in all chains.
     *
     * @param shares (K) together 1
     * @param urn memory to draw with
     */
    static Tally of(double[] shares, int chains, Urn urn) {
        int[] all = new int[shares.length];
        Arrays.setAll(all, word -> word);
        int[][] words = new int[chains][];
        double[][] counts = new double[chains][];
        Arrays.fill(words, all);
        Arrays.fill(counts, shares);
        return new Tally(1, words, counts, false, urn, Optional.empty()).listed();
    }

    /** The words that occur in a chain, ascending; not to be changed. */
    int[] words(int chain) {
        return words[chain];
    }

    /** How often they do; not to be changed. */
    double[] counts(int chain) {
        return counts[chain];
    }

    /** What the counts of each chain sum to. */
    double total() {
        return size;
    }

    @Override
    public int size() {
        return (int) Math.min(Integer.MAX_VALUE, size);
    }

    /** Words drawn from these shares or counts with replacement: multinomial. */
    Tally draw(int n, Draws draws, int part) {
        return drawn(n, chain -> urn.draw(draws, chain, part, n));
    }

    private Tally drawn(int n, Drawing drawing) {
        int[][] names = new int[words.length][];
        double[][] drawn = new double[words.length][];
        for (int c = 0; c < words.length; c++) {
            int kinds = words[c].length;
            if (kinds == 1) {
                names[c] = words[c];
                drawn[c] = new double[] {n};
                continue;
            }
            if (whole) {
                urn.fill(words[c], counts[c]);
            } else {
                urn.fillShares(words[c], counts[c]);
            }
            long[] out = drawing.counts(c);
            double[] wide = new double[kinds];
            for (int k = 0; k < kinds; k++) {
                wide[k] = out[k];
            }
            names[c] = words[c];
            drawn[c] = wide;
        }
        return new Tally(n, names, drawn, true, urn, Optional.empty()).listed();
    }

    /** The same without words that do not occur. */
    private Tally listed() {
        for (int c = 0; c < words.length; c++) {
            double[] from = counts[c];
            int alive = 0;
            for (double count : from) {
                alive += count > 0 ? 1 : 0;
            }
            if (alive < from.length) {
                int[] names = new int[alive];
                double[] left = new double[alive];
                for (int k = 0, at = 0; k < from.length; k++) {
                    if (from[k] > 0) {
                        names[at] = words[c][k];
                        left[at++] = from[k];
                    }
                }
                words[c] = names;
                counts[c] = left;
            }
        }
        return this;
    }

    /** Expected counts of n words. */
    Tally scaled(double n) {
        double[][] scaled = new double[counts.length][];
        Arrays.setAll(
                scaled, c -> Arrays.stream(counts[c]).map(x -> x * (n / size)).toArray());
        return new Tally(n, words, scaled, false, urn, Optional.empty());
    }

    /** Shares in proportion to p^(1/tau). */
    Tally tempered(double tau) {
        double[][] shares = new double[counts.length][];
        Arrays.setAll(shares, c -> Vocabulary.tempered(counts[c], tau));
        return new Tally(1, words.clone(), shares, false, urn, Optional.empty()).listed();
    }

    /** These counts, remembering that {@code part} are those of the first words. */
    Tally startingWith(Tally part) {
        return new Tally(size, words, counts, whole, urn, Optional.of(part));
    }

    @Override
    public Tally concat(Tally more) {
        int[][] names = new int[words.length][];
        double[][] sums = new double[words.length][];
        for (int c = 0; c < words.length; c++) {
            names[c] = union(words[c], more.words[c]);
            sums[c] = new double[names[c].length];
            add(names[c], words[c], counts[c], sums[c]);
            add(names[c], more.words[c], more.counts[c], sums[c]);
        }
        return new Tally(size + more.size, names, sums, whole && more.whole, urn, Optional.empty());
    }

    private static int[] union(int[] a, int[] b) {
        int[] all = new int[a.length + b.length];
        int count = 0;
        for (int i = 0, j = 0; i < a.length || j < b.length; count++) {
            int left = i < a.length ? a[i] : Integer.MAX_VALUE;
            int right = j < b.length ? b[j] : Integer.MAX_VALUE;
            all[count] = Math.min(left, right);
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return count == a.length ? a : Arrays.copyOf(all, count);
    }

    private static void add(int[] names, int[] from, double[] counts, double[] sums) {
        for (int k = 0, at = 0; k < from.length; k++, at++) {
            while (names[at] < from[k]) {
                at++;
            }
            sums[at] += counts[k];
        }
    }

    @Override
    public Tally first(int count) {
        return head.filter(part -> part.size == count)
                .orElseThrow(() -> new IllegalStateException("only the counts of the kept words are known"));
    }

    /** Multivariate hypergeometric; expectations stay in proportion. */
    @Override
    public Tally choose(int count, Draws draws) {
        return whole ? drawn(count, chain -> urn.take(draws, chain, count)) : scaled(count);
    }
}
