package collapselab.catalog.digits;

import collapselab.kernel.Progress;
import collapselab.kernel.data.DigitData;
import collapselab.kernel.neural.Classifier;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.kernel.stats.Entropy;
import collapselab.kernel.stats.Frechet;
import collapselab.plot.Doubles;

/**
 * Looks at generated digits with the eyes of a classifier (784-128-64-10) that was trained once on all real training
 * digits, and compares them with the real test digits. The same for every run, whatever its seed.
 */
final class Judge {
    /** A class is alive while it has at least this share of the generated digits. */
    static final double ALIVE = 0.01;

    private static final Randomness RANDOMNESS = new Randomness(0);

    private final Classifier classifier;
    private final Frechet.Moments real;
    private final byte[] test;
    private final int testCount;
    private final Doubles testShares;

    private Judge(Classifier classifier, DigitData data) {
        this.classifier = classifier;
        test = data.test().images().toArray();
        testCount = data.test().count();
        real = Frechet.Moments.of(classifier.features(test, testCount), testCount, Classifier.FEATURES);
        int[] counts = data.test().labels().counts(Classifier.CLASSES);
        testShares = Doubles.generate(Classifier.CLASSES, k -> (double) counts[k] / testCount);
    }

    /** Trains the classifier. */
    static Judge of(DigitData data, Progress progress) {
        Classifier classifier = Classifier.train(
                data.train().images().toArray(),
                data.train().labels().toArray(),
                data.train().count(),
                RANDOMNESS.stream(0, Purpose.JUDGE),
                progress);
        return new Judge(classifier, data);
    }

    /** The real test digits, (count, D) bytes; not to be changed. */
    byte[] test() {
        return test;
    }

    int testCount() {
        return testCount;
    }

    /** Share of each class among the real test digits. */
    Doubles testShares() {
        return testShares;
    }

    /** Squared Frechet distance of generated digits from the real test digits in the classifier's 64 features. */
    double frechet(byte[] pixels, int count) {
        return Frechet.distance(real, classifier.features(pixels, count), count);
    }

    /** How many of the digits the classifier puts into each class. */
    int[] classes(byte[] pixels, int count) {
        int[] counts = new int[Classifier.CLASSES];
        for (int k : classifier.classify(pixels, count)) {
            counts[k]++;
        }
        return counts;
    }

    /** Entropy of the classes' shares, nats; ln 10 = 2.30 if all are alike. */
    static double entropy(int[] counts) {
        return Entropy.nats(counts);
    }

    /** How many classes have at least 1 % of the digits. */
    static int alive(int[] counts, int total) {
        int alive = 0;
        for (int count : counts) {
            alive += count >= ALIVE * total ? 1 : 0;
        }
        return alive;
    }
}
