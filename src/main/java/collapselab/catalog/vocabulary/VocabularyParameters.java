package collapselab.catalog.vocabulary;

import collapselab.experiment.Knob;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.SpecException;

/**
 * Parameters of the recursive vocabulary.
 *
 * @param words K, 2 to 100,000; of a text, how many of its most frequent words are taken, or all if it has fewer
 * @param distribution how often the real words occur
 * @param zipfExponent a, 0 to 20
 * @param zipfOffset b, 0 to 1000
 * @param rare the rare word's share, between 0 and 1
 * @param file name of the text
 * @param checksum its SHA-256
 * @param temperature tau: words are drawn in proportion to p^(1/tau); above 0, at most 4
 * @param statistical n words drawn, or all that could be
 */
public record VocabularyParameters(
        @Knob(
                group = Knob.Group.DATA,
                label = "Words K",
                help = "size of the vocabulary; of a text, its most frequent words",
                min = 2,
                max = 10_000,
                scale = Knob.Scale.LOG)
        int words,

        @Knob(group = Knob.Group.DATA, label = "Real distribution", help = "how often the real words occur")
        Distribution distribution,

        @Knob(
                group = Knob.Group.DATA,
                label = "Zipf exponent a",
                help = "p \u221d 1/(rank + b)\u1d43: larger, fewer words say most",
                min = 0,
                max = 3,
                when = "distribution=zipf")
        double zipfExponent,

        @Knob(
                group = Knob.Group.DATA,
                label = "Zipf offset b",
                help = "p \u221d 1/(rank + b)\u1d43: larger, the first words are more alike",
                min = 0,
                max = 10,
                when = "distribution=zipf")
        double zipfOffset,

        @Knob(
                group = Knob.Group.DATA,
                label = "Share of the rare word",
                help = "how often it occurs among real words",
                min = 0.0001,
                max = 0.5,
                scale = Knob.Scale.LOG,
                when = "distribution=rare")
        double rare,

        @Knob(
                group = Knob.Group.DATA,
                label = "Text",
                help =
                        "UTF-8, may be packed by gzip; words are runs of letters and digits, with single ' and - inside, in small"
                                + " letters",
                file = true,
                when = "distribution=text")
        String file,

        @Knob(
                group = Knob.Group.DATA,
                label = "Checksum",
                help = "SHA-256 of the text, to be sure it is the same one",
                when = "distribution=text",
                follows = "distribution=text")
        String checksum,

        @Knob(
                label = "Sampling temperature \u03c4",
                help = "words are drawn in proportion to p^(1/\u03c4): below 1, the frequent ones more often still",
                min = 0.5,
                max = 1.5)
        double temperature,

        @Knob(
                group = Knob.Group.ERRORS,
                label = "Samples",
                help = "n words, or as many as it takes to leave nothing to chance")
        SampleLimit statistical) {
    private static final int MOST_WORDS = 100_000;

    public VocabularyParameters {
        if (words < 2 || words > MOST_WORDS) {
            throw new SpecException("words=" + words + " is out of range: a vocabulary has 2 to " + MOST_WORDS + ".");
        }
        expect(zipfExponent >= 0 && zipfExponent <= 20, "zipfExponent", zipfExponent, "from 0 to 20");
        expect(zipfOffset >= 0 && zipfOffset <= 1000, "zipfOffset", zipfOffset, "from 0 to 1000");
        expect(rare > 0 && rare < 1, "rare", rare, "between 0 and 1");
        expect(temperature > 0 && temperature <= 4, "temperature", temperature, "above 0, at most 4");
    }

    private static void expect(boolean possible, String name, double value, String range) {
        if (!possible) {
            throw new SpecException(name + "=" + value + " is out of range: use a number " + range + ".");
        }
    }
}
