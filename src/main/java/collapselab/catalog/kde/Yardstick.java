package collapselab.catalog.kde;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Real points that no model is trained on, the same at every generation of a chain, and how well generation 0 knows them. Log
 * densities of the real data behind some kernels are remembered: they are the same at all generations.
 */
final class Yardstick {
    /** How many held-out points a chain has (Kazdan et al. 2024, section 2.2). */
    static final int POINTS = 500;

    private final RealData real;
    private final double[][][] places; // (chains, d, POINTS)
    private final List<List<double[]>> logs; // (chains, kernels so far, POINTS)
    private final double[] first; // (chains) nats

    private Yardstick(RealData real, double[][][] places) {
        this.real = real;
        this.places = places;
        logs = Stream.generate(() -> (List<double[]>) new ArrayList<double[]>())
                .limit(places.length)
                .toList();
        first = new double[places.length];
    }

    /** The yardstick of some chains, from their first training set. */
    static Yardstick of(RealData real, KdeSample training, double bandwidth, Draws draws, Progress progress) {
        int chains = draws.chains();
        Yardstick yardstick = new Yardstick(
                real,
                IntStream.range(0, chains)
                        .mapToObj(c -> places(real, draws.seed(c)))
                        .toArray(double[][][]::new));
        for (int c = 0; c < chains; c++) {
            Progress part = progress.part((double) c / chains, (c + 1.0) / chains);
            yardstick.first[c] = -training.meanLogDensity(c, yardstick, bandwidth, part);
        }
        return yardstick;
    }

    /** One chain's held-out points, (d, POINTS). */
    static double[][] places(RealData real, long seed) {
        int d = real.dimension();
        double[] points = real.draw(POINTS, new Randomness(seed).stream(0, Purpose.MEASURE));
        double[][] places = new double[d][POINTS];
        for (int i = 0; i < points.length; i++) {
            places[i % d][i / d] = points[i];
        }
        return places;
    }

    /** One chain's points, (d, POINTS). */
    double[][] places(int chain) {
        return places[chain];
    }

    /** Generation 0's negative log-likelihood, nats a point. */
    double first(int chain) {
        return first[chain];
    }

    /** ln of p0 * N(0, kernels h^2 I) at one chain's points; h is always the same, kernels grow one by one. */
    double[] logDensity(int chain, int kernels, double h) {
        List<double[]> known = logs.get(chain);
        while (known.size() < kernels) {
            known.add(real.logDensities(places[chain], (known.size() + 1) * h * h));
        }
        return known.get(kernels - 1);
    }
}
