package collapselab.catalog.gaussian;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Fits and samples normal distributions, on statistics where that is exact, else on points. */
final class GaussianLearner implements Learner<GaussianSample, GaussianModel, GaussianSnapshot> {
    private final GaussianParameters parameters;
    private final Protocol protocol;
    private final Setting<GaussianParameters> setting;
    private final Reality reality;
    private final boolean onPoints;
    private final Moments.Scratch scratch = new Moments.Scratch();

    GaussianLearner(Setting<GaussianParameters> setting, Reality reality) {
        this.setting = setting;
        this.reality = reality;
        parameters = setting.parameters();
        protocol = setting.protocol();
        onPoints = keepsPoints(setting);
    }

    /** Tags of the flats that points lie in, where it is not sure beforehand that every training set spans everything. */
    private Optional<int[]> flats(int[] tags) {
        boolean sure = protocol.samples() > reality.dimension()
                && !parameters.data().own()
                && protocol.realSource() != RealSource.REDRAWN;
        return sure ? Optional.empty() : Optional.of(tags);
    }

    /** Of real points: those of a file may come again, and are then in the flat that they were in. */
    private int[] everywhere(int generation) {
        return Flats.tags(
                reality.dimension(), parameters.data().own() ? 0 : generation, new int[] {reality.dimension()});
    }

    /** Whether the regime draws the same points again, so that statistics are not enough. */
    static boolean keepsPoints(Setting<GaussianParameters> setting) {
        Protocol protocol = setting.protocol();
        boolean redrawn = protocol.realSource() == RealSource.REDRAWN
                && protocol.realSamples() > 0
                && protocol.realSamples() < protocol.samples();
        return !setting.parameters().infinite() && (setting.regime() == DataRegime.SUBSAMPLE || redrawn);
    }

    @Override
    public GaussianSample real(int n, Draws draws, Progress progress) {
        progress.report(0);
        if (parameters.infinite()) {
            return Population.of(reality.moments(draws.chains()), n, 1);
        }
        if (onPoints) {
            return Points.draw(
                    reality.source(),
                    reality.dimension(),
                    n,
                    draws,
                    protocol.samples(),
                    flats(everywhere(draws.generation())));
        }
        boolean again = draws.generation() == 0 && protocol.realSource() == RealSource.KEPT;
        int kept = again ? protocol.realSamples() : 0;
        if (!parameters.normal()) {
            return Moments.of(
                    reality.source(),
                    reality.dimension(),
                    everywhere(draws.generation()),
                    parameters.data().own(),
                    n,
                    kept,
                    draws,
                    progress);
        }
        GaussianModel real = reality.moments(draws.chains());
        if (kept == 0) {
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
        if (parameters.infinite()) {
            return Population.of(model, n, parameters.scale());
        }
        if (!onPoints && parameters.normal()) {
            return Moments.draw(model, n, parameters.temperature(), draws, 0, scratch);
        }
        int[] tags = Flats.tags(reality.dimension(), draws.generation(), model.rank());
        Source samples = model.samples(parameters.temperature(), parameters.reach());
        return onPoints
                ? Points.draw(samples, reality.dimension(), n, draws, protocol.samples(), flats(tags))
                : Moments.of(samples, reality.dimension(), tags, false, n, 0, draws, progress);
    }

    @Override
    public double[][] measure(GaussianModel model, GaussianModel first, Draws draws, Progress progress) {
        int d = reality.dimension();
        int chains = draws.chains();
        double realLog = reality.standard() ? 0 : reality.logDeterminant();
        double limit = Reality.TAIL * reality.deviation(0);
        double[][] values = new double[GaussianExperiment.METRICS.size()][chains];
        for (int c = 0; c < chains; c++) {
            double variance = model.factor().trace(c) / d;
            double log = (model.factor().logDeterminant(c) - realLog) / d;
            double shift = 0;
            for (int i = 0; i < d; i++) {
                shift += model.mean(i, c) * model.mean(i, c) / d;
            }
            double together = reality.likeness() * rootTrace(model.factor(), c);
            double tail = Reality.normalTail(model.mean(0, c), model.factor().get(0, 0, c), limit);
            values[0][c] = variance;
            values[1][c] = model.regular(c) && Double.isFinite(log) ? log : Double.NaN;
            values[2][c] = shift;
            values[3][c] = Math.max(0, shift + variance + 1 - 2 * together / d);
            values[4][c] = reality.tail() > 0 ? tail / reality.tail() : Double.NaN;
            if ((c & 15) == 15) {
                progress.report((double) c / chains);
            }
        }
        return values;
    }

    /** tr (R^(1/2) L L' R^(1/2))^(1/2) with the real covariance R = M M': the sum of the singular values of M' L. */
    private double rootTrace(FactorBlock factor, int chain) {
        int d = factor.dimension();
        if (d == 1) {
            return factor.get(0, 0, chain);
        }
        if (d == 2 && reality.standard()) {
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
        RealMatrix product = reality.standard() ? l : realFactor().transpose().multiply(l);
        double sum = 0;
        for (double eigenvalue : new EigenDecomposition(product.multiply(product.transpose())).getRealEigenvalues()) {
            sum += Math.sqrt(Math.max(0, eigenvalue));
        }
        return sum * scale;
    }

    private RealMatrix realFactor() {
        int d = reality.dimension();
        RealMatrix m = MatrixUtils.createRealMatrix(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                m.setEntry(i, j, reality.factor(i, j));
            }
        }
        return m;
    }

    /** Mean and factor on the first two axes, as in a snapshot: m1, m2, L11, L21, L22; for d = 1 m1, L11. */
    @Override
    public double[][] outlines(GaussianModel model, int chains) {
        FactorBlock factor = model.factor();
        if (reality.dimension() == 1) {
            return new double[][] {row(chains, c -> model.mean(0, c)), row(chains, c -> factor.get(0, 0, c))};
        }
        return new double[][] {
            row(chains, c -> model.mean(0, c)),
            row(chains, c -> model.mean(1, c)),
            row(chains, c -> factor.get(0, 0, c)),
            row(chains, c -> factor.get(1, 0, c)),
            row(chains, c -> factor.get(1, 1, c))
        };
    }

    private static double[] row(int chains, IntToDoubleFunction number) {
        double[] row = new double[chains];
        Arrays.setAll(row, number);
        return row;
    }

    @Override
    public GaussianSnapshot snapshot(
            GaussianModel model, GaussianModel first, GaussianSample training, Draws draws, Progress progress) {
        FactorBlock factor = model.factor();
        boolean plane = reality.dimension() > 1;
        return new GaussianSnapshot(
                draws.seed(0),
                draws.generation(),
                training.size(),
                Doubles.of(model.mean(0, 0), plane ? model.mean(1, 0) : 0),
                Doubles.of(factor.get(0, 0, 0), plane ? factor.get(1, 0, 0) : 0, plane ? factor.get(1, 1, 0) : 0),
                training.points(GaussianSnapshot.points(setting, draws.generation())));
    }
}
