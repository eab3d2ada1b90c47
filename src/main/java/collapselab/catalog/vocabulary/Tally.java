package collapselab.catalog.vocabulary;

import collapselab.experiment.Sample;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Urn;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often each word occurs, in every chain: a training set, and, over its size, the model that is fitted to it. Words that
 * cannot occur are not listed. Where nothing is left to chance (n = infinity) counts are expectations and need not be whole.
 * Immutable.
 */
final class Tally implements Sample<Tally> {
    private final double size;
    private final int[][] words; // (chains, words that may occur) ascending
    private final double[][] counts; // (chains, words that may occur)
    private final boolean whole;
    private final Urn urn;
    private final Optional<Tally> head;

    /** Gives one chain's counts of the words in the urn. */
    @FunctionalInterface
    private interface Drawing {
        int[] counts(int chain);
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
        return new Tally(1, words, counts, false, urn, Optional.empty());
    }

    /** The words listed for a chain, ascending; not to be changed. */
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
        double[][] drawn = new double[words.length][];
        for (int c = 0; c < words.length; c++) {
            double[] to = new double[words[c].length];
            if (to.length == 1) {
                to[0] = n;
            } else {
                if (c == 0 || counts[c] != counts[c - 1]) {
                    fill(c);
                }
                int[] out = drawing.counts(c);
                for (int k = 0; k < to.length; k++) {
                    to[k] = out[k];
                }
            }
            drawn[c] = to;
        }
        return new Tally(n, words, drawn, true, urn, Optional.empty());
    }

    private void fill(int chain) {
        if (whole) {
            urn.fill(words[chain], counts[chain]);
        } else {
            urn.fillShares(words[chain], counts[chain]);
        }
    }

    /** The same with only the words that occur. */
    Tally listed() {
        int[][] names = words.clone();
        double[][] left = counts.clone();
        for (int c = 0; c < names.length; c++) {
            int alive = 0;
            for (double count : counts[c]) {
                alive += count > 0 ? 1 : 0;
            }
            if (alive < names[c].length) {
                names[c] = new int[alive];
                left[c] = new double[alive];
                for (int k = 0, at = 0; at < alive; k++) {
                    names[c][at] = words[c][k];
                    left[c][at] = counts[c][k];
                    at += counts[c][k] > 0 ? 1 : 0;
                }
            }
        }
        return new Tally(size, names, left, whole, urn, Optional.empty());
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
        return new Tally(1, words.clone(), shares, false, urn, Optional.empty());
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
            if (words[c] == more.words[c]) {
                names[c] = words[c];
                sums[c] = new double[names[c].length];
                for (int k = 0; k < sums[c].length; k++) {
                    sums[c][k] = counts[c][k] + more.counts[c][k];
                }
            } else {
                merge(c, more, names, sums);
            }
        }
        return new Tally(size + more.size, names, sums, whole && more.whole, urn, Optional.empty());
    }

    private void merge(int chain, Tally more, int[][] names, double[][] sums) {
        int[] a = Arrays.copyOf(words[chain], words[chain].length + 1);
        int[] b = Arrays.copyOf(more.words[chain], more.words[chain].length + 1);
        double[] x = Arrays.copyOf(counts[chain], a.length);
        double[] y = Arrays.copyOf(more.counts[chain], b.length);
        a[a.length - 1] = Integer.MAX_VALUE;
        b[b.length - 1] = Integer.MAX_VALUE;
        int[] name = new int[a.length + b.length];
        double[] sum = new double[name.length];
        int at = 0;
        for (int i = 0, j = 0, word = 0; word < Integer.MAX_VALUE; ) {
            word = Math.min(a[i], b[j]);
            // Without branches, for they could not be foretold.
            int left = a[i] == word ? 1 : 0;
            int right = b[j] == word ? 1 : 0;
            name[at] = word;
            sum[at] = left * x[i] + right * y[j];
            at += sum[at] > 0 ? 1 : 0;
            i += left;
            j += right;
        }
        names[chain] = Arrays.copyOf(name, at);
        sums[chain] = Arrays.copyOf(sum, at);
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
