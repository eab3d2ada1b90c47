package collapselab.catalog.vocabulary;

import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws one generation of the first chain: a bar for each word by its real rank, words that died crossed out. */
final class VocabularyPictures {
    /** Of more words, shares differ too much for a linear axis. */
    private static final int FEW = 30;

    private VocabularyPictures() {}

    static List<Plot> of(
            Setting<VocabularyParameters> setting, Vocabulary vocabulary, List<VocabularySnapshot> history) {
        VocabularySnapshot shown = history.get(history.size() - 1);
        double[] shares = new double[vocabulary.size()];
        for (int k = 0; k < shown.words().size(); k++) {
            shares[(int) shown.words().get(k)] = shown.shares().get(k);
        }
        IntStream ranks = IntStream.range(0, shares.length);
        Set<Integer> dead = ranks.filter(word -> shares[word] == 0).boxed().collect(Collectors.toSet());
        return List.of(new Bars(
                "",
                describe(setting, vocabulary, shown),
                axis(setting, vocabulary),
                IntStream.range(0, shares.length).mapToObj(vocabulary::label).toList(),
                Doubles.of(shares),
                setting.regime().role(),
                Doubles.of(vocabulary.shares()),
                dead));
    }

    /** Of many words from half of what one sample, or the rarest real word, is worth. */
    private static Axis axis(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        if (vocabulary.size() <= FEW) {
            return Axis.linear("share", 0, 1);
        }
        double least = Math.min(1.0 / setting.protocol().samples(), vocabulary.share(vocabulary.size() - 1));
        return new Axis("share, by rank", least / 2, 1, true);
    }

    private static String describe(
            Setting<VocabularyParameters> setting, Vocabulary vocabulary, VocabularySnapshot shown) {
        int best = 0;
        for (int k = 1; k < shown.shares().size(); k++) {
            best = shown.shares().get(k) > shown.shares().get(best) ? k : best;
        }
        int word = (int) shown.words().get(best);
        return setting.regime().label() + ", generation " + shown.generation() + ": "
                + shown.words().size() + " of " + vocabulary.size() + " words are left; the most frequent, "
                + vocabulary.name(word) + ", has "
                + Rounded.of(100 * shown.shares().get(best))
                + " % (real: " + Rounded.of(100 * vocabulary.share(word)) + " %)";
    }
}
