package collapselab.kernel.data;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Digits drawn by a simulated pen, for machines without MNIST: 28 x 28 grey bytes that look like handwriting, in the ten
 * classes, set as MNIST sets them. They are not MNIST and are never called so.
 *
 * <p>Each image has draws of its own, so image i of a seed is the same however many are drawn, in whatever order, on any
 * thread.
 */
public final class DrawnDigits {
    /** The seed of the set that the program shows: one fixed set, as there is one MNIST. */
    public static final long SEED = 1998;

    /** Counted up whenever a change of the generator changes an image. */
    private static final int GENERATOR = 1;

    private static final int SIDE = 28;
    private static final int CLASSES = 10;
    private static final int REPORT_EVERY = 64;

    private DrawnDigits() {}

    /**
     * Draws a set to learn from and another to judge by.
     *
     * @param seed of the pen, {@link #SEED} for the set that the program shows
     * @param train images to learn from
     * @param test images to judge by
     */
    public static DigitData generate(long seed, int train, int test) {
        return generate(seed, train, test, Progress.NONE);
    }

    /**
     * Draws a set to learn from and another to judge by.
     *
     * @param seed of the pen, {@link #SEED} for the set that the program shows
     * @param train images to learn from
     * @param test images to judge by
     * @param progress told how far it is
     */
    public static DigitData generate(long seed, int train, int test, Progress progress) {
        double share = train / Math.max(1.0, (double) train + test);
        LabelledImages learn = draw(seed, Purpose.REAL_DATA, train, progress.part(0, share));
        LabelledImages judge = draw(seed, Purpose.MEASURE, test, progress.part(share, 1));
        String counts = Figures.grouped(train) + " + " + Figures.grouped(test);
        String other = seed == SEED ? "" : ", seed " + seed;
        String name = "drawn digits, not MNIST";
        return new DigitData(
                name, false, learn, judge, name + " (generator " + GENERATOR + other + ", " + counts + ")");
    }

    private static LabelledImages draw(long seed, Purpose purpose, int n, Progress progress) {
        Randomness randomness = new Randomness(seed);
        byte[] pixels = new byte[Math.multiplyExact(n, SIDE * SIDE)];
        byte[] labels = new byte[n];
        Pen pen = new Pen();
        for (int i = 0; i < n; i++) {
            UniformRandomProvider rng = randomness.stream(i, purpose);
            labels[i] = (byte) rng.nextInt(CLASSES);
            pen.draw(labels[i], rng, pixels, i * SIDE * SIDE);
            if (i % REPORT_EVERY == 0) {
                progress.report((double) i / n);
            }
        }
        progress.report(1);
        return new LabelledImages(Images.adopt(SIDE, SIDE, pixels), Labels.of(labels));
    }
}
