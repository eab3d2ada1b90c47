package collapselab.catalog.vocabulary;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import java.util.BitSet;
import java.util.stream.DoubleStream;

/**
 * Tells lost words from missing ones. A model makes no word that it was not shown, so what comes after a generation has words of
 * its model, of older data that are kept, and of real data. A word that none of them has is lost for good.
 */
final class Sources {
    private final int words;
    private final Protocol protocol;
    private final DataRegime regime;

    /** @param words K */
    Sources(Setting<?> setting, int words) {
        this.words = words;
        protocol = setting.protocol();
        regime = setting.regime();
    }

    /**
     * The words, by rank from 0, that later generations can still have.
     *
     * @param first generation 0
     * @param now the generation
     */
    BitSet held(VocabularySnapshot first, VocabularySnapshot now) {
        BitSet held = new BitSet(words);
        if (everyWordCanReturn()) {
            held.set(0, words);
        } else {
            add(held, now);
            if (generationZeroCanReturn()) {
                add(held, first);
            }
        }
        return held;
    }

    /** Fresh real data have any word. */
    boolean everyWordCanReturn() {
        return real() && protocol.realSource() == RealSource.FRESH;
    }

    /**
     * A pool keeps generation 0's data, and real data that are redrawn are chosen from all of them. Those that are kept apart,
     * the same each time, are in every training set: what the model has includes them.
     */
    boolean generationZeroCanReturn() {
        boolean pool = regime == DataRegime.ACCUMULATE || regime == DataRegime.SUBSAMPLE;
        return pool || (real() && protocol.realSource() == RealSource.REDRAWN);
    }

    private boolean real() {
        return protocol.realSamples(regime.batch(protocol, protocol.generations() - 1)) > 0;
    }

    private static void add(BitSet held, VocabularySnapshot snapshot) {
        DoubleStream.of(snapshot.words().toArray()).forEach(word -> held.set((int) word));
    }
}
