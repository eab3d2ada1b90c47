package collapselab.kernel.data;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often each word occurs in a text. A word is a run of letters, digits and their accents, with single apostrophes or
 * hyphens allowed inside; capitals count as small letters. Immutable.
 */
public final class WordCounts {
    private static final String RUN = "[\\p{L}\\p{N}\\p{M}]++";
    private static final Pattern WORD = Pattern.compile(RUN + "(?:['\u2019-]" + RUN + ")*+");

    /** A word and how often it occurs. */
    private record Entry(String word, long count) {}

    private final List<Entry> entries;
    private final String checksum;

    private WordCounts(List<Entry> entries, String checksum) {
        this.entries = entries;
        this.checksum = checksum;
    }

    /**
     * Counts the words of a text.
     *
     * @param file UTF-8, plain or packed by gzip
     * @throws DataException if it cannot be read or has fewer than two different words
     */
    public static WordCounts read(Path file) {
        TextFile source = TextFile.read(file);
        Map<String, long[]> counts = new HashMap<>();
        Matcher matcher = WORD.matcher(source.text());
        while (matcher.find()) {
            counts.computeIfAbsent(matcher.group().toLowerCase(Locale.ROOT), word -> new long[1])[0]++;
        }
        if (counts.size() < 2) {
            throw new DataException(file + " has " + (counts.isEmpty() ? "no words" : "one word only")
                    + " where at least two different ones are needed; choose another text.");
        }
        List<Entry> sorted = counts.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), entry.getValue()[0]))
                .sorted(Comparator.comparingLong(Entry::count).reversed().thenComparing(Entry::word))
                .toList();
        return new WordCounts(sorted, source.checksum());
    }

    /** How many different words there are; at least 2. */
    public int size() {
        return entries.size();
    }

    /**
     * What is taken of the text: such as {@code 12,345 words, 2,345 different ones; left out: the 1,345 rarest, 1,400 words}.
     *
     * @param most how many different ones are taken, the most frequent
     */
    public String taken(int most) {
        String all = Figures.grouped(words(0)) + " words, " + Figures.grouped(size()) + " different ones";
        return size() <= most
                ? all
                : all + "; left out: the " + Figures.grouped(size() - most) + " rarest, " + Figures.grouped(words(most))
                        + (words(most) == 1 ? " word" : " words");
    }

    /** How many words of the text are of a rank or a later one. */
    private long words(int rank) {
        return entries.stream().skip(rank).mapToLong(Entry::count).sum();
    }

    /** A word by its rank from 0: the most frequent first, equally frequent ones by name. */
    public String word(int rank) {
        return entries.get(rank).word();
    }

    /** How often a word occurs. */
    public long count(int rank) {
        return entries.get(rank).count();
    }

    /** SHA-256 of the file's bytes, lower-case hexadecimal. */
    public String checksum() {
        return checksum;
    }
}
