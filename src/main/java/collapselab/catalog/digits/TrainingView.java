package collapselab.catalog.digits;

import collapselab.experiment.Onlooker;
import collapselab.experiment.Preview;
import collapselab.kernel.neural.TrainingObserver;
import collapselab.plot.Axis;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Pixels;
import collapselab.plot.Role;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows an autoencoder while it is trained: what the same latent codes decode to, and its training loss so far. */
final class TrainingView implements TrainingObserver {
    /** At most this many points in the curve of the loss; each is the mean of the steps it stands for. */
    private static final int POINTS = 120;

    /** The loss axis ends at a multiple of this, nats. */
    private static final double ROUND = 100;

    private final Onlooker onlooker;
    private final int generation;
    private final Role role;
    private final float[] codes;
    private final long size;
    private final int epochs;
    private final double[] losses = new double[POINTS];
    private final int[] steps = new int[POINTS];
    private double first = Double.NaN;

    /**
     * @param codes (SAMPLES, Z) the latent codes that are decoded
     * @param size how many images there are to train on
     */
    TrainingView(Onlooker onlooker, int generation, Role role, float[] codes, long size, int epochs) {
        this.onlooker = onlooker;
        this.generation = generation;
        this.role = role;
        this.codes = codes;
        this.size = size;
        this.epochs = epochs;
    }

    @Override
    public void trained(long images, double loss, Decoder now) {
        int point = (int) Math.min(POINTS - 1, images * POINTS / (size * epochs));
        losses[point] += loss;
        steps[point]++;
        if (Double.isNaN(first)) {
            first = loss;
        }
        if (onlooker.looks()) {
            onlooker.see(preview(images, now));
        }
    }

    private Preview preview(long images, Decoder now) {
        byte[] digits = now.means(codes, DigitsSnapshot.SAMPLES);
        long epoch = Math.min(epochs, images / size + 1);
        Curves curve = curve();
        Doubles nats = curve.curves().get(0).y();
        String stand = "epoch " + epoch + " of " + epochs + ", "
                + String.format(Locale.ROOT, "%.0f", nats.get(nats.size() - 1)) + " nats per image";
        String description = "Digits of generation " + generation + " while it is trained, " + stand + ".";
        return new Preview(generation, stand, List.of(DigitsPictures.free(description, Pixels.of(digits)), curve));
    }

    private Curves curve() {
        int[] known = IntStream.range(0, POINTS).filter(i -> steps[i] > 0).toArray();
        Doubles x = Doubles.generate(known.length, i -> (known[i] + 0.5) * epochs / POINTS);
        Doubles y = Doubles.generate(known.length, i -> losses[known[i]] / steps[known[i]]);
        double top = ROUND * Math.max(1, Math.ceil(first / ROUND));
        return new Curves(
                "Training loss, nats per image",
                "The training loss of generation " + generation + " so far.",
                Axis.counting("epoch", 0, epochs),
                Axis.linear("", 0, top),
                List.of(),
                List.of(new Curve("", role, Curve.Stroke.STRONG, x, y)),
                Doubles.of(),
                role);
    }
}
