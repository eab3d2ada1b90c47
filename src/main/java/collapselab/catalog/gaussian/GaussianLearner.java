package collapselab.catalog.gaussian;

import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Optional;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.numbers.gamma.Erfc;

/** Fits and samples normal distributions, on statistics where that is exact, else on points. */
final class GaussianLearner implements Learner<GaussianSample, GaussianModel, GaussianSnapshot> {
    /** How far out the tail begins, in real standard deviations. */
    static final double TAIL = 2;

    private final GaussianParameters parameters;
    private final Protocol protocol;
    private final boolean onPoints;
    private final Moments.Scratch scratch = new Moments.Scratch();

    GaussianLearner(Setting<GaussianParameters> setting) {
        parameters = setting.parameters();
        protocol = setting.protocol();
        onPoints = needsPoints(setting);
    }

    /** Whether the regime draws the same points again, so that statistics are not enough. */
    static boolean needsPoints(Setting<?> setting) {
        Protocol protocol = setting.protocol();
        return switch (setting.regime()) {
            case SUBSAMPLE -> true;
            case REPLACE, ACCUMULATE, REPLACE_MULTIPLE ->
                protocol.realSource() == RealSource.REDRAWN
                        && protocol.realSamples() > 0
                        && protocol.realSamples() < protocol.samples();
        };
    }

    @Override
    public GaussianSample real(int n, Draws draws, Progress progress) {
        progress.report(0);
        GaussianModel real = GaussianModel.standard(parameters.dimension(), draws.chains());
        if (onPoints) {
            return Points.draw(real, n, 1, draws, protocol.samples());
        }
        int kept = protocol.realSamples();
        if (draws.generation() > 0 || protocol.realSource() == RealSource.FRESH || kept == 0) {
            return Moments.draw(real, n, 1, draws, 0, scratch);
        }
        Moments head = Moments.draw(real, kept, 1, draws, 1, scratch);
        Moments whole = kept == n ? head : head.concat(Moments.draw(real, n - kept, 1, draws, 0, scratch));
        return whole.startingWith(head);
    }

    @Override
    public GaussianModel fit(
            GaussianSample training, Optional<GaussianModel> previous, Draws draws, Progress progress) {
        progress.report(0);
        return training.fit(parameters.estimator());
    }

    @Override
    public GaussianSample sample(GaussianModel model, int n, Draws draws, Progress progress) {
        progress.report(0);
        return onPoints
                ? Points.draw(model, n, parameters.temperature(), draws, protocol.samples())
                : Moments.draw(model, n, parameters.temperature(), draws, 0, scratch);
    }

    @Override
    public double[][] measure(GaussianModel model, GaussianModel first, Draws draws, Progress progress) {
        int d = parameters.dimension();
        int chains = draws.chains();
        double[][] values = new double[GaussianExperiment.METRICS.size()][chains];
        for (int c = 0; c < chains; c++) {
            double variance = model.factor().trace(c) / d;
            double log = model.factor().logDeterminant(c) / d;
            double shift = 0;
            for (int i = 0; i < d; i++) {
                shift += model.mean(i, c) * model.mean(i, c) / d;
            }
            values[0][c] = variance;
            values[1][c] = Double.isInfinite(log) ? Double.NaN : log;
            values[2][c] = shift;
            values[3][c] = Math.max(0, shift + variance + 1 - 2 * rootTrace(model.factor(), c) / d);
            values[4][c] = tail(model.mean(0, c), model.factor().get(0, 0, c)) / tail(0, 1);
            if ((c & 15) == 15) {
                progress.report((double) c / chains);
            }
        }
        return values;
    }

    /** tr (L L')^(1/2), the sum of L's singular values. */
    private static double rootTrace(FactorBlock factor, int chain) {
        int d = factor.dimension();
        if (d == 1) {
            return factor.get(0, 0, chain);
        }
        if (d == 2) {
            double determinant = factor.get(0, 0, chain) * factor.get(1, 1, chain);
            return Math.sqrt(factor.trace(chain) + 2 * determinant);
        }
        double scale = Math.sqrt(factor.trace(chain));
        if (scale == 0) {
            return 0;
        }
        RealMatrix l = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                l.setEntry(i, j, factor.get(i, j, chain) / scale);
            }
        }
        double sum = 0;
        for (double eigenvalue : new EigenDecomposition(l.multiply(l.transpose())).getRealEigenvalues()) {
            sum += Math.sqrt(Math.max(0, eigenvalue));
        }
        return sum * scale;
    }

    /** P(|x| > 2) for x of N(mean, deviation^2). */
    private static double tail(double mean, double deviation) {
        if (deviation == 0) {
            return Math.abs(mean) > TAIL ? 1 : 0;
        }
        double root = deviation * Math.sqrt(2);
        return 0.5 * (Erfc.value((TAIL - mean) / root) + Erfc.value((TAIL + mean) / root));
    }

    @Override
    public GaussianSnapshot snapshot(
            GaussianModel model, GaussianModel first, GaussianSample training, Draws draws, Progress progress) {
        FactorBlock factor = model.factor();
        boolean plane = parameters.dimension() > 1;
        return new GaussianSnapshot(
                draws.seed(0),
                draws.generation(),
                training.size(),
                Doubles.of(model.mean(0, 0), plane ? model.mean(1, 0) : 0),
                Doubles.of(factor.get(0, 0, 0), plane ? factor.get(1, 0, 0) : 0, plane ? factor.get(1, 1, 0) : 0),
                training.points(Math.min(GaussianSnapshot.MOST_POINTS, protocol.samples())));
    }
}
