package collapselab.kernel.mixture;

import collapselab.kernel.Progress;
import java.util.Arrays;

/**
 * Fits mixtures to points by expectation-maximisation (Dempster, Laird and Rubin 1977), with the rules of scikit-learn's
 * {@code GaussianMixture(covariance_type="full")}: weights from nk = sum r + 10 eps, a floor added to the diagonal of each
 * covariance, and an end when the mean log-likelihood, taken before a step, changes by less than a tolerance.
 *
 * <p>Sums are taken about the component's last mean, so narrow components lose no digits. A component that no point belongs to
 * any more keeps a weight of 10 eps / n and moves to the origin, as there; without a floor a component may become singular
 * (see {@link Mixture}). Neither gives NaN.
 *
 * <p>Holds scratch memory: not thread-safe.
 */
public final class ExpectationMaximization {
    /** B: so many points a block that its arrays stay in the first-level cache. */
    private static final int BLOCK = 256;

    /** As many points between two reports take about a millisecond. */
    private static final int REPORT = 1 << 18;

    /** What scikit-learn adds to nk. */
    private static final double LITTLE = 10 * Math.ulp(1.0);

    /** Sums of a component: r, r dx, r dy, r dx dx, r dx dy, r dy dy. */
    private static final int SUMS = 6;

    /**
     * The rules of a fit.
     *
     * @param floor added to the diagonal of each covariance at every step, 0 or more
     * @param tolerance a change of the mean log-likelihood, nats, below which the fit ends
     * @param iterations the most steps
     */
    public record Rules(double floor, double tolerance, int iterations) {}

    /**
     * A finished fit.
     *
     * @param mixture the model after the last step
     * @param logLikelihood mean over the points before the last step, nats: scikit-learn's {@code lower_bound_}
     * @param iterations how many steps were made: {@code n_iter_}
     * @param converged whether the change fell below the tolerance
     */
    public record Fit(Mixture mixture, double logLikelihood, int iterations, boolean converged) {}

    private final double[] x = new double[BLOCK];
    private final double[] y = new double[BLOCK];
    private final double[] largest = new double[BLOCK];
    private final double[] work = new double[BLOCK];
    private final double[] total = new double[BLOCK];
    private double[][] responsibilities = {};
    private double[][] sums = {};
    private int sinceReport;

    /**
     * The fit from a start.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} stops it
     */
    public Fit fit(PlanePoints points, Mixture start, Rules rules, Progress progress) {
        if (start.components() == 1) {
            return new Fit(single(points, rules.floor()), Double.NaN, 1, true);
        }
        Mixture mixture = start;
        double before;
        double now = Double.NEGATIVE_INFINITY;
        int iteration = 0;
        boolean converged = false;
        while (iteration < rules.iterations() && !converged) {
            double fraction = iteration / (iteration + 50.0);
            before = now;
            double[] constants = mixture.constants();
            now = pass(points, constants, true, () -> progress.report(fraction)) / points.total();
            mixture = step(points, constants, rules.floor());
            iteration++;
            converged = Math.abs(now - before) < rules.tolerance();
        }
        return new Fit(mixture, now, iteration, converged);
    }

    /** One component: the points' own mean and covariance, with the floor. */
    private Mixture single(PlanePoints points, double floor) {
        return hard(points, new int[points.size()], 1, floor);
    }

    /** The mean log-likelihood of points under a mixture, nats a point. */
    public double logLikelihood(PlanePoints points, Mixture mixture) {
        return pass(points, mixture.constants(), false, () -> {}) / points.total();
    }

    /**
     * The mixture of groups of points, as if each belonged to its group alone.
     *
     * @param points what is grouped
     * @param labels the group of each point, from 0
     * @param groups how many groups
     * @param floor added to the diagonal of each covariance
     */
    public static Mixture hard(PlanePoints points, int[] labels, int groups, double floor) {
        double[][] sum = new double[groups][SUMS];
        for (int i = 0; i < points.size(); i++) {
            double[] s = sum[labels[i]];
            double w = points.weight(i);
            s[0] += w;
            s[1] += w * points.x(i);
            s[2] += w * points.y(i);
        }
        double[] means = new double[2 * groups];
        for (int k = 0; k < groups; k++) {
            means[2 * k] = sum[k][1] / (sum[k][0] + LITTLE);
            means[2 * k + 1] = sum[k][2] / (sum[k][0] + LITTLE);
        }
        for (int i = 0; i < points.size(); i++) {
            int k = labels[i];
            double[] s = sum[k];
            double dx = points.x(i) - means[2 * k];
            double dy = points.y(i) - means[2 * k + 1];
            double w = points.weight(i);
            s[3] += w * dx * dx;
            s[4] += w * dx * dy;
            s[5] += w * dy * dy;
        }
        double[] numbers = new double[Mixture.STRIDE * groups];
        for (int k = 0; k < groups; k++) {
            double nk = sum[k][0] + LITTLE;
            put(
                    numbers,
                    k,
                    nk,
                    means[2 * k],
                    means[2 * k + 1],
                    sum[k][3] / nk + floor,
                    sum[k][4] / nk,
                    sum[k][5] / nk + floor);
        }
        return normalised(numbers);
    }

    /** One pass over the points: the sum of their log-likelihoods, and, if wanted, {@link #sums}. */
    private double pass(PlanePoints points, double[] constants, boolean wanted, Runnable report) {
        int components = constants.length / Mixture.STRIDE;
        prepare(components, Math.min(BLOCK, points.size()));
        double likelihood = 0;
        for (int from = 0; from < points.size(); from += BLOCK) {
            int n = Math.min(BLOCK, points.size() - from);
            System.arraycopy(points.x(), from, x, 0, n);
            System.arraycopy(points.y(), from, y, 0, n);
            for (int k = 0; k < components; k++) {
                EmLoops.logDensity(x, y, responsibilities[k], n, constants, Mixture.STRIDE * k);
            }
            if (components == 2) {
                two(n);
            } else {
                many(components, n);
            }
            likelihood += points.weights().isPresent()
                    ? weigh(points.weights().get(), from, components, n)
                    : EmLoops.sum(largest, n) + EmLoops.sumOfLogs(total, n);
            if (wanted) {
                accumulate(constants, components, n);
            }
            sinceReport += n * components;
            if (sinceReport >= REPORT) {
                sinceReport = 0;
                report.run();
            }
        }
        return likelihood;
    }

    private void prepare(int components, int n) {
        if (responsibilities.length < components) {
            responsibilities = new double[components][BLOCK];
            sums = new double[SUMS * components][BLOCK];
        }
        for (int s = 0; s < SUMS * components; s++) {
            Arrays.fill(sums[s], 0, n, 0);
        }
    }

    /** Log densities to responsibilities: r1 = 1 / (1 + e), e = exp(l2 - l1); log(e1 + e2) = max(l) - log max(r). */
    private void two(int n) {
        double[] first = responsibilities[0];
        double[] second = responsibilities[1];
        EmLoops.compare(first, second, largest, work, n);
        EmLoops.exp(work, total, n);
        EmLoops.shares(total, first, second, n);
        EmLoops.inverseOfLarger(first, second, total, n);
    }

    /** Log densities to responsibilities: each exp(l - max) over their total; log sum exp(l) = max + log total. */
    private void many(int components, int n) {
        System.arraycopy(responsibilities[0], 0, largest, 0, n);
        for (int k = 1; k < components; k++) {
            EmLoops.larger(responsibilities[k], largest, n);
        }
        Arrays.fill(total, 0, n, 0);
        for (int k = 0; k < components; k++) {
            EmLoops.below(responsibilities[k], largest, work, n);
            EmLoops.exp(work, responsibilities[k], n);
            EmLoops.add(responsibilities[k], total, n);
        }
        EmLoops.invert(total, work, n);
        for (int k = 0; k < components; k++) {
            EmLoops.share(responsibilities[k], work, n);
        }
    }

    /** The weighted sum of log-likelihoods; responsibilities are multiplied by the weights. */
    private double weigh(double[] weights, int from, int components, int n) {
        System.arraycopy(weights, from, work, 0, n);
        for (int k = 0; k < components; k++) {
            EmLoops.multiply(work, responsibilities[k], n);
        }
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += work[j] * (largest[j] + Math.log(total[j]));
        }
        return sum;
    }

    private void accumulate(double[] constants, int components, int n) {
        for (int k = 0; k < components; k++) {
            double mx = constants[Mixture.STRIDE * k];
            double my = constants[Mixture.STRIDE * k + 1];
            double[] r = responsibilities[k];
            int s = SUMS * k;
            EmLoops.addFirst(r, x, mx, sums[s], sums[s + 1], n);
            EmLoops.addSecond(r, y, my, sums[s + 2], sums[s + 5], n);
            EmLoops.addProducts(r, x, y, mx, my, sums[s + 3], sums[s + 4], n);
        }
    }

    /** The M step, from the sums about the last means. */
    private Mixture step(PlanePoints points, double[] constants, double floor) {
        int n = Math.min(BLOCK, points.size());
        double[] numbers = new double[constants.length];
        double[] s = new double[SUMS];
        for (int k = 0; k < numbers.length / Mixture.STRIDE; k++) {
            for (int i = 0; i < SUMS; i++) {
                s[i] = EmLoops.sum(sums[SUMS * k + i], n);
            }
            double nk = s[0] + LITTLE;
            double mx = constants[Mixture.STRIDE * k];
            double my = constants[Mixture.STRIDE * k + 1];
            double dx = (s[1] - LITTLE * mx) / nk;
            double dy = (s[2] - LITTLE * my) / nk;
            double xx = s[3] - dx * (2 * s[1] - dx * s[0]);
            double xy = s[4] - dx * s[2] - dy * s[1] + dx * dy * s[0];
            double yy = s[5] - dy * (2 * s[2] - dy * s[0]);
            put(numbers, k, nk, mx + dx, my + dy, Math.max(0, xx) / nk + floor, xy / nk, Math.max(0, yy) / nk + floor);
        }
        return normalised(numbers);
    }

    private static void put(double[] numbers, int k, double... component) {
        System.arraycopy(component, 0, numbers, Mixture.STRIDE * k, Mixture.STRIDE);
    }

    /** A mixture of weights that add up to 1. */
    private static Mixture normalised(double[] numbers) {
        double sum = 0;
        for (int at = 0; at < numbers.length; at += Mixture.STRIDE) {
            sum += numbers[at];
        }
        for (int at = 0; at < numbers.length; at += Mixture.STRIDE) {
            numbers[at] /= sum;
        }
        return Mixture.of(numbers);
    }
}
