package collapselab.catalog.kde;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A training set in the limit of infinitely many points: sum_j w_j p0 * N(0, j h^2 I), with w_j the part of it that was drawn
 * through j kernels. Exact, and the same for every chain (Kazdan et al. 2024, appendix C).
 */
final class Population implements KdeSample {
    private final RealData real;
    private final int size; // what it weighs beside other batches
    private final double[] weights; // w
    private final double bandwidth;

    private Population(RealData real, int size, double[] weights, double bandwidth) {
        this.real = real;
        this.size = size;
        this.weights = weights;
        this.bandwidth = bandwidth;
    }

    /**
     * The real data.
     *
     * @param real what they are; has a mixture
     * @param size what they weigh beside other batches
     * @param bandwidth h
     */
    static Population real(RealData real, int size, double bandwidth) {
        return new Population(real, size, new double[] {1}, bandwidth);
    }

    private Population of(int newSize, double[] newWeights) {
        return new Population(real, newSize, newWeights, bandwidth);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Population concat(KdeSample more) {
        Population other = (Population) more;
        int total = Math.addExact(size, other.size);
        double[] sum = Arrays.copyOf(weights, Math.max(weights.length, other.weights.length));
        for (int j = 0; j < sum.length; j++) {
            double part = j < other.weights.length ? other.weights[j] : 0;
            sum[j] += (part - sum[j]) * other.size / total;
        }
        return of(total, sum);
    }

    @Override
    public Population first(int count) {
        return of(count, weights);
    }

    @Override
    public Population choose(int count, Draws draws) {
        return of(count, weights);
    }

    @Override
    public Population smoothed(double h, int n, Draws draws, Scratch scratch) {
        double[] shifted = new double[weights.length + 1];
        System.arraycopy(weights, 0, shifted, 1, weights.length);
        return of(n, shifted);
    }

    @Override
    public double spread(int chain, double[] mean) {
        double kernels = 0;
        for (int j = 1; j < weights.length; j++) {
            kernels += j * weights[j];
        }
        Arrays.setAll(mean, real::mean);
        return real.variance() + kernels * real.dimension() * bandwidth * bandwidth;
    }

    @Override
    public double meanLogDensity(int chain, Yardstick yardstick, double h, Progress progress) {
        List<double[]> terms = new ArrayList<>();
        double[] most = new double[Yardstick.POINTS];
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int j = 0; j < weights.length; j++) {
            progress.report((double) j / weights.length);
            if (weights[j] > 0) {
                double log = Math.log(weights[j]);
                double[] term = yardstick.logDensity(chain, j + 1, h).clone();
                for (int i = 0; i < term.length; i++) {
                    term[i] += log;
                    most[i] = Math.max(most[i], term[i]);
                }
                terms.add(term);
            }
        }
        double mean = 0;
        for (int i = 0; i < most.length; i++) {
            double sum = 0;
            for (double[] term : terms) {
                sum += Math.exp(term[i] - most[i]);
            }
            mean += (most[i] + Math.log(sum)) / most.length;
        }
        return mean;
    }

    @Override
    public double[] outline(int chain, int quantiles) {
        return new double[0];
    }

    @Override
    public Doubles shown(int most) {
        return Doubles.of(weights);
    }
}
