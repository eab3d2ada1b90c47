package collapselab.catalog.regression;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;

/** Infinitely many points: X'X / n is the covariance itself and noise has averaged out. Sizes are weights. */
final class Population implements Labelled {
    private final int size;
    private final double[][] error; // (d, chains) of the model that made the labels, averaged over the points

    private Population(int size, double[][] error) {
        this.size = size;
        this.error = error;
    }

    /** Points labelled by a model without error of its own. */
    static Population of(Coefficients from, int size) {
        double[][] error = new double[from.dimension()][from.chains()];
        for (int i = 0; i < error.length; i++) {
            for (int c = 0; c < error[i].length; c++) {
                error[i][c] = from.bias(i, c);
            }
        }
        return new Population(size, error);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Population concat(Labelled more) {
        Population other = (Population) more;
        int total = size + other.size;
        double share = (double) other.size / total;
        double[][] mixed = new double[error.length][error[0].length];
        for (int i = 0; i < mixed.length; i++) {
            for (int c = 0; c < mixed[i].length; c++) {
                mixed[i][c] = error[i][c] + share * (other.error[i][c] - error[i][c]);
            }
        }
        return new Population(total, mixed);
    }

    @Override
    public Population first(int count) {
        return new Population(count, error);
    }

    @Override
    public Population choose(int count, Draws draws) {
        return first(count);
    }

    @Override
    public Coefficients fit(Fitting fitting, Progress progress) {
        progress.report(0);
        return fitting.population(error);
    }

    @Override
    public Doubles points(double slope, int most) {
        return Doubles.of();
    }
}
