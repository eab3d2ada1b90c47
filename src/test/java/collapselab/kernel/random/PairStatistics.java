package collapselab.kernel.random;

import java.util.Arrays;
import java.util.List;

/** Pairs of draws of two laws in 20 x 20 bins, which are all as probable if the two are independent. */
final class PairStatistics {
    private static final int SIDE = 20;

    private final Bins first;
    private final Bins second;
    private final long[] counts = new long[SIDE * SIDE];
    private long draws;

    PairStatistics(ContinuousLaw first, ContinuousLaw second) {
        this.first = new Bins(first, SIDE);
        this.second = new Bins(second, SIDE);
    }

    void add(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            counts[first.of(x[i]) * SIDE + second.of(y[i])]++;
        }
        draws += x.length;
    }

    List<Check> checks() {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, (double) draws / counts.length);
        return List.of(Check.chiSquare("pairs", draws, counts, expected));
    }
}
