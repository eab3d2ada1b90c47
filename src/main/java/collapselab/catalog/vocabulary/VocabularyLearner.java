package collapselab.catalog.vocabulary;

import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Urn;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;

/** Counts words, and draws counts of words. A model is the tally it is fitted to: its shares are counts over the size. */
final class VocabularyLearner implements Learner<Tally, Tally, VocabularySnapshot> {
    /** x ln x of small counts, which are most. */
    private static final double[] X_LOG_X = new double[1 << 11];

    static {
        for (int x = 2; x < X_LOG_X.length; x++) {
            X_LOG_X[x] = x * Math.log(x);
        }
    }

    private final Protocol protocol;
    private final double temperature;
    private final boolean finite;
    private final double[] real;
    private final double realSquares;
    private final int firstRare;
    private final Urn urn = new Urn();

    VocabularyLearner(Setting<VocabularyParameters> setting, Vocabulary vocabulary) {
        protocol = setting.protocol();
        temperature = setting.parameters().temperature();
        finite = setting.parameters().statistical() == SampleLimit.FINITE;
        real = vocabulary.shares();
        realSquares = 1 - vocabulary.heterozygosity();
        firstRare = vocabulary.firstRare(protocol.samples());
    }

    @Override
    public Tally real(int n, Draws draws, Progress progress) {
        progress.report(0);
        Tally all = Tally.of(real, draws.chains(), urn);
        if (!finite) {
            Tally exact = all.scaled(n);
            return exact.startingWith(all.scaled(protocol.realSamples()));
        }
        int kept = protocol.realSource() == RealSource.KEPT && draws.generation() == 0 ? protocol.realSamples() : 0;
        if (kept == 0) {
            return all.draw(n, draws, 0);
        }
        Tally head = all.draw(kept, draws, 1);
        return (kept == n ? head : head.concat(all.draw(n - kept, draws, 0))).startingWith(head);
    }

    @Override
    public Tally fit(Tally training, Optional<Tally> previous, Draws draws, Progress progress) {
        progress.report(0);
        return training.listed();
    }

    @Override
    public Tally sample(Tally model, int n, Draws draws, Progress progress) {
        progress.report(0);
        Tally drawnFrom = temperature == 1 ? model : model.tempered(temperature);
        return finite ? drawnFrom.draw(n, draws, 0) : drawnFrom.scaled(n);
    }

    @Override
    public double[][] measure(Tally model, Tally first, Draws draws, Progress progress) {
        progress.report(0);
        double[][] values = new double[VocabularyExperiment.METRICS.size()][draws.chains()];
        for (int c = 0; c < draws.chains(); c++) {
            measure(model, c, values);
        }
        return values;
    }

    private void measure(Tally model, int chain, double[][] values) {
        int[] words = model.words(chain);
        double[] counts = model.counts(chain);
        double size = model.total();
        double squares = 0;
        double together = 0;
        double logs = 0;
        for (int k = 0; k < words.length; k++) {
            double count = counts[k];
            squares += count * count;
            together += count * real[words[k]];
            logs += xLogX(count);
        }
        squares /= size * size;
        values[0][chain] = words.length == 1 ? 0 : 1 - squares;
        values[1][chain] = Math.max(0, Math.log(size) - logs / size);
        values[2][chain] = words.length;
        int rare = Arrays.binarySearch(words, firstRare);
        values[3][chain] = words.length - (rare < 0 ? -1 - rare : rare);
        values[4][chain] = Math.max(0, squares - 2 * together / size + realSquares);
    }

    private static double xLogX(double x) {
        int whole = (int) x;
        return whole == x && whole < X_LOG_X.length ? X_LOG_X[whole] : x * Math.log(x);
    }

    @Override
    public VocabularySnapshot snapshot(Tally model, Tally first, Tally training, Draws draws, Progress progress) {
        int[] words = model.words(0);
        double[] counts = model.counts(0);
        return new VocabularySnapshot(
                draws.generation(),
                Doubles.generate(words.length, k -> words[k]),
                Doubles.generate(words.length, k -> counts[k] / model.total()));
    }
}
