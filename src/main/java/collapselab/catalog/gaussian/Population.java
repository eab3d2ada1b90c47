package collapselab.catalog.gaussian;

import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Optional;

/**
 * A training set of infinitely many points: its distribution's mean and a factor of its covariance. Its size is only the
 * weight it has beside others.
 */
final class Population implements GaussianSample {
    private final int size;
    private final double[][] mean; // (d, chains)
    private final FactorBlock factor;

    private Population(int size, double[][] mean, FactorBlock factor) {
        this.size = size;
        this.mean = mean;
        this.factor = factor;
    }

    /** What a model is, its covariance times {@code scale}. */
    static Population of(GaussianModel model, int size, double scale) {
        FactorBlock factor = model.factor();
        FactorBlock unit = FactorBlock.identity(factor.dimension(), factor.chains());
        return new Population(size, model.mean(), factor.times(unit, Math.sqrt(scale)));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Population concat(GaussianSample more) {
        Population other = (Population) more;
        int total = size + other.size;
        double share = (double) other.size / total;
        double weight = Math.sqrt(share * (1 - share));
        double[][] together = new double[mean.length][mean[0].length];
        double[][] gap = new double[mean.length][mean[0].length];
        for (int i = 0; i < mean.length; i++) {
            for (int c = 0; c < mean[i].length; c++) {
                double delta = other.mean[i][c] - mean[i][c];
                together[i][c] = mean[i][c] + share * delta;
                gap[i][c] = weight * delta;
            }
        }
        FactorBlock merged = factor.times(Math.sqrt(1 - share)).merge(other.factor.times(Math.sqrt(share)), gap);
        return new Population(total, together, merged);
    }

    @Override
    public Population first(int count) {
        return new Population(count, mean, factor);
    }

    @Override
    public Population choose(int count, Draws draws) {
        return first(count);
    }

    @Override
    public GaussianModel fit(Estimator estimator) {
        return new GaussianModel(mean, factor, factor.dimension());
    }

    @Override
    public Optional<Doubles> points(int most) {
        return Optional.of(Doubles.of());
    }
}
