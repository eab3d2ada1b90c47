package collapselab.catalog.regression;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;
import java.util.List;

/**
 * One batch with inputs of its own, as its least squares estimate alone: X'X is not needed, for over all inputs the estimate
 * is the labelling model plus sigma z / chi with T - d + 1 degrees of freedom, a multivariate t.
 */
final class Estimates implements Labelled {
    private final int size;
    private final Coefficients estimate;
    private final List<Lot> lots;

    private Estimates(int size, Coefficients estimate, List<Lot> lots) {
        this.size = size;
        this.estimate = estimate;
        this.lots = lots;
    }

    /**
     * A batch.
     *
     * @param from what labels it; unbiased
     * @param size T, above d
     * @param noise sigma
     * @param draws randomness
     * @param index of the first of d + 1 draws
     */
    static Estimates draw(Coefficients from, int size, double noise, Draws draws, int index) {
        int d = from.dimension();
        int chains = draws.chains();
        double[] chi = new double[chains];
        draws.chis(index + d, size - d + 1, chi);
        double[][] drawn = new double[d][chains];
        for (int i = 0; i < d; i++) {
            double[] row = drawn[i];
            draws.normals(index + i, row);
            for (int c = 0; c < chains; c++) {
                row[c] = from.deviation(i, c) + noise * row[c] / chi[c];
            }
        }
        int address = 8 * draws.generation() + index;
        List<Lot> lots = d > 1
                ? List.of()
                : List.of(new Lot(draws.seed(0), address, address + 1, size, chi[0] * chi[0], drawn[0][0], noise));
        return new Estimates(size, Coefficients.unbiased(drawn), lots);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Labelled concat(Labelled more) {
        throw new UnsupportedOperationException("estimates alone cannot be pooled");
    }

    @Override
    public Labelled first(int count) {
        if (count < size) {
            throw new IllegalStateException("an estimate has no points");
        }
        return this;
    }

    @Override
    public Labelled choose(int count, Draws draws) {
        return first(count);
    }

    @Override
    public Coefficients fit(Fitting fitting, Progress progress) {
        progress.report(0);
        return estimate;
    }

    @Override
    public Doubles points(double slope, int most) {
        return Doubles.of(Lot.points(lots, slope, most));
    }
}
