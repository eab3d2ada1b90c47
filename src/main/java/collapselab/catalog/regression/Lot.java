package collapselab.catalog.regression;

import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A batch of points of one chain on one axis, as its statistics: enough to draw points to look at that have exactly these,
 * by the normal law given them (Basu 1955: inputs' directions and residuals are independent of the statistics).
 *
 * @param seed the chain's
 * @param inputs address of what the shown inputs are drawn from: the same for kept inputs in every generation
 * @param labels address, another one, of what their labels' noise is drawn from
 * @param size how many points
 * @param square sum of the squared inputs
 * @param estimate the batch's own least squares coefficient, less the true one
 * @param noise standard deviation of the labels
 */
record Lot(long seed, int inputs, int labels, int size, double square, double estimate, double noise) {
    /** Points of several batches, (2, count) inputs and labels: as many of each as its part of all. */
    static double[] points(List<Lot> lots, double slope, int most) {
        long all = lots.stream().mapToLong(Lot::size).sum();
        double share = Math.min(1, (double) most / Math.max(1, all));
        int[] counts = lots.stream()
                .mapToInt(lot -> (int) Math.floor(share * lot.size()))
                .toArray();
        int total = java.util.stream.IntStream.of(counts).sum();
        double[] flat = new double[2 * total];
        int at = 0;
        for (int i = 0; i < counts.length; i++) {
            lots.get(i).draw(counts[i], slope, flat, at, total);
            at += counts[i];
        }
        return flat;
    }

    private void draw(int count, double slope, double[] flat, int at, int total) {
        var random = new Randomness(seed);
        var input = ZigguratSampler.NormalizedGaussian.of(random.stream(inputs, Purpose.PICTURE));
        var label = ZigguratSampler.NormalizedGaussian.of(random.stream(labels, Purpose.PICTURE));
        double[] u = new double[count];
        double[] e = new double[count];
        double uu = 0;
        double ue = 0;
        for (int p = 0; p < count; p++) {
            u[p] = input.sample();
            e[p] = label.sample();
            uu += u[p] * u[p];
            ue += u[p] * e[p];
        }
        double scale = Math.sqrt(square * count / size / uu);
        for (int p = 0; p < count; p++) {
            double x = scale * u[p];
            flat[at + p] = x;
            flat[total + at + p] = x * (slope + estimate) + noise * (e[p] - u[p] * ue / uu);
        }
    }
}
