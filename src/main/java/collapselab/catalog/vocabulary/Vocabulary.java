package collapselab.catalog.vocabulary;

import collapselab.experiment.OwnData;
import collapselab.kernel.data.WordCounts;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The real distribution: K words by rank, the most frequent first. Immutable. */
final class Vocabulary {
    private final double[] shares;
    private final List<String> names;

    private Vocabulary(double[] shares, List<String> names) {
        this.shares = shares;
        this.names = names;
    }

    /**
     * The words of a setting. Of a text the most frequent ones are taken, as many as {@code words} says or as there are;
     * their shares are those among themselves.
     *
     * @throws collapselab.experiment.SpecException if the text cannot be had
     */
    static Vocabulary of(VocabularyParameters parameters, OwnData own) {
        int words = parameters.words();
        return switch (parameters.distribution()) {
            case UNIFORM -> of(words, rank -> 1);
            case ZIPF ->
                of(words, rank -> StrictMath.pow(rank + 1 + parameters.zipfOffset(), -parameters.zipfExponent()));
            case RARE -> {
                double others = (1 - parameters.rare()) / (words - 1);
                int place = parameters.rare() > others ? 0 : words - 1;
                yield of(words, rank -> rank == place ? parameters.rare() : others);
            }
            case TEXT -> of(own.words(parameters.file(), parameters.checksum()), words);
        };
    }

    private static Vocabulary of(WordCounts text, int most) {
        int words = Math.min(most, text.size());
        return new Vocabulary(
                of(words, text::count).shares,
                IntStream.range(0, words).mapToObj(text::word).toList());
    }

    private static Vocabulary of(int words, IntToDoubleFunction weight) {
        double[] shares = IntStream.range(0, words).mapToDouble(weight).toArray();
        double sum = Arrays.stream(shares).sum();
        return new Vocabulary(Arrays.stream(shares).map(w -> w / sum).toArray(), List.of());
    }

    /** K. */
    int size() {
        return shares.length;
    }

    /** p_0 of a word, by its rank from 0. */
    double share(int word) {
        return shares[word];
    }

    /** p_0, (K); not to be changed. */
    double[] shares() {
        return shares;
    }

    /** A word's name in a sentence: the word in quotes, or its rank from 1. */
    String name(int word) {
        return names.isEmpty() ? "word " + (word + 1) : "\u201c" + names.get(word) + "\u201d";
    }

    /** A word's name under a bar. */
    String label(int word) {
        return names.isEmpty() ? Integer.toString(word + 1) : names.get(word);
    }

    /** The first of the rare words, those that occur less than once among n; K if there are none. */
    int firstRare(int n) {
        int first = shares.length;
        while (first > 0 && shares[first - 1] * n < 1) {
            first--;
        }
        return first;
    }

    /** H_0, the chance that two words drawn are not the same. */
    double heterozygosity() {
        return heterozygosity(shares);
    }

    static double heterozygosity(double[] shares) {
        return 1 - Arrays.stream(shares).map(p -> p * p).sum();
    }

    /** Nats. */
    static double entropy(double[] shares) {
        return -Arrays.stream(shares).map(p -> p > 0 ? p * Math.log(p) : 0).sum();
    }

    /**
     * p^(1/tau) in proportion, what a temperature makes of shares or counts: the largest relative to itself, so that none
     * overflows.
     */
    static double[] tempered(double[] amounts, double tau) {
        double largest = Arrays.stream(amounts).max().orElseThrow();
        double[] weights = Arrays.stream(amounts)
                .map(a -> Math.exp(Math.log(a / largest) / tau))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
}
