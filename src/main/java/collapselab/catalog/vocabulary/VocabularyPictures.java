package collapselab.catalog.vocabulary;

import collapselab.experiment.Rounded;
import collapselab.experiment.Setting;
import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Tiles;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws one generation of the first chain: a tile and a bar for each word by its real rank, words lost for good crossed out. */
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
        BitSet held = new Sources(setting, vocabulary.size()).held(history.get(0), shown);
        IntStream ranks = IntStream.range(0, shares.length);
        Set<Integer> lost = ranks.filter(word -> !held.get(word)).boxed().collect(Collectors.toSet());
        List<String> labels =
                IntStream.range(0, shares.length).mapToObj(vocabulary::label).toList();
        Tiles tiles = new Tiles(
                "",
                describe(setting, vocabulary, shown, lost.size()),
                labels,
                strength(shares, setting.protocol().samples()),
                setting.regime().role(),
                lost);
        Bars bars = new Bars(
                "share by rank (blue: real)",
                "Below: the share of each word by its real rank, and the real shares.",
                axis(setting, vocabulary),
                labels,
                Doubles.of(shares),
                setting.regime().role(),
                Doubles.of(vocabulary.shares()),
                lost);
        return List.of(tiles, bars);
    }

    /** By the logarithm of the share, from what one sample is worth to the largest share. */
    private static Doubles strength(double[] shares, int samples) {
        double most = Arrays.stream(shares).max().orElse(1);
        double least = Math.min(1.0 / samples, most / 2);
        double span = Math.log(most / least);
        return Doubles.of(Arrays.stream(shares)
                .map(share -> share > 0 ? Math.max(0.01, Math.log(share / least) / span) : 0)
                .toArray());
    }

    /** Of many words from half of what one sample, or the rarest real word, is worth. */
    private static Axis axis(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        if (vocabulary.size() <= FEW) {
            return Axis.linear("", 0, 1);
        }
        double least = Math.min(1.0 / setting.protocol().samples(), vocabulary.share(vocabulary.size() - 1));
        return new Axis("", least / 2, 1, true);
    }

    private static String describe(
            Setting<VocabularyParameters> setting, Vocabulary vocabulary, VocabularySnapshot shown, int lost) {
        int best = 0;
        for (int k = 1; k < shown.shares().size(); k++) {
            best = shown.shares().get(k) > shown.shares().get(best) ? k : best;
        }
        int word = (int) shown.words().get(best);
        int occurring = shown.words().size();
        return setting.regime().label() + ", generation " + shown.generation() + ": " + occurring + " of "
                + vocabulary.size() + " words occur, " + (vocabulary.size() - occurring - lost)
                + " are missing but can return, " + lost + " are lost for good; the most frequent, "
                + vocabulary.name(word) + ", has "
                + Rounded.said(100 * shown.shares().get(best))
                + " % (real: " + Rounded.said(100 * vocabulary.share(word)) + " %)";
    }
}
