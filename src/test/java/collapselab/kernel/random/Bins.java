package collapselab.kernel.random;

/** Intervals of a law of the same probability, to the precision of doubles. */
final class Bins {
    private static final int GUIDE = 1 << 13;

    private final double[] edges;
    private final double[] probabilities;
    private final int[] guide = new int[GUIDE];
    private final double low;
    private final double scale;

    Bins(ContinuousLaw law, int count) {
        edges = new double[count - 1];
        probabilities = new double[count];
        double before = 0;
        for (int i = 0; i < edges.length; i++) {
            edges[i] = law.quantile((i + 1.0) / count);
            double below = law.below().applyAsDouble(edges[i]);
            probabilities[i] = below - before;
            before = below;
        }
        probabilities[count - 1] = law.above().applyAsDouble(edges[count - 2]);
        low = edges[0];
        scale = GUIDE / (edges[count - 2] - low);
        for (int g = 0, bin = 0; g < GUIDE; g++) {
            while (bin < count - 2 && edges[bin] <= low + g / scale) {
                bin++;
            }
            guide[g] = Math.max(0, bin - 1);
        }
    }

    int count() {
        return probabilities.length;
    }

    double probability(int bin) {
        return probabilities[bin];
    }

    /** Where a number lies. */
    int of(double x) {
        int bin = guide[Math.min(GUIDE - 1, Math.max(0, (int) ((x - low) * scale)))];
        while (bin < edges.length && x >= edges[bin]) {
            bin++;
        }
        return bin;
    }
}
