package collapselab.kernel.mixture;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Weighted points that stand for infinitely many of a mixture: around each component a square grid in units of its own
 * standard deviations, with the normal density as weights. This is the trapezoidal rule, whose error for smooth functions
 * falls exponentially with the step (Trefethen and Weideman 2014, doi:10.1137/130932132): means and covariances are exact,
 * and so are, to about 1e-6, sums of responsibilities, as long as no component is many times narrower than its neighbours.
 */
public final class Quadrature {
    /** Between neighbouring points, standard deviations. */
    private static final double STEP = 0.4;

    /** Grid lines on either side: what lies beyond, 3e-13, is left out. */
    private static final int LINES = 19;

    private final double[] u;
    private final double[] v;
    private final double[] weights;

    /** The grid. */
    public Quadrature() {
        int side = 2 * LINES + 1;
        int[] inside = IntStream.range(0, side * side)
                .filter(i -> square(i / side - LINES) + square(i % side - LINES) <= LINES * LINES)
                .toArray();
        u = Arrays.stream(inside).mapToDouble(i -> STEP * (i / side - LINES)).toArray();
        v = Arrays.stream(inside).mapToDouble(i -> STEP * (i % side - LINES)).toArray();
        double[] density = new double[inside.length];
        Arrays.setAll(density, i -> Math.exp(-0.5 * (u[i] * u[i] + v[i] * v[i])));
        double sum = DoubleStream.of(density).sum();
        weights = DoubleStream.of(density).map(d -> d / sum).toArray();
        double variance = IntStream.range(0, u.length)
                .mapToDouble(i -> weights[i] * u[i] * u[i])
                .sum();
        double stretch = 1 / Math.sqrt(variance);
        Arrays.setAll(u, i -> stretch * u[i]);
        Arrays.setAll(v, i -> stretch * v[i]);
    }

    private static int square(int i) {
        return i * i;
    }

    /** How many points a component takes. */
    public int size() {
        return u.length;
    }

    /**
     * The points of a mixture.
     *
     * @param mixture what they stand for
     * @param total what their weights add up to
     */
    public PlanePoints of(Mixture mixture, double total) {
        int each = u.length;
        double[] x = new double[each * mixture.components()];
        double[] y = new double[x.length];
        double[] w = new double[x.length];
        for (int k = 0; k < mixture.components(); k++) {
            double[] factor = mixture.factor(k);
            for (int i = 0; i < each; i++) {
                x[k * each + i] = mixture.meanX(k) + factor[0] * u[i];
                y[k * each + i] = mixture.meanY(k) + factor[1] * u[i] + factor[2] * v[i];
                w[k * each + i] = total * mixture.weight(k) * weights[i];
            }
        }
        return PlanePoints.weighted(x, y, w);
    }
}
