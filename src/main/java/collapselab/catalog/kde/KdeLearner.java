package collapselab.catalog.kde;

import collapselab.experiment.Learner;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import java.util.Optional;

/** Puts kernels on points, draws from them, and measures how well real points are known. */
final class KdeLearner implements Learner<KdeSample, KdeModel, KdeSnapshot> {
    private final KdeParameters parameters;
    private final int batch;
    private final RealData real;
    private final KdeSample.Scratch scratch = new KdeSample.Scratch();

    /**
     * A learner.
     *
     * @param parameters bandwidth
     * @param batch n
     * @param real the real distribution
     */
    KdeLearner(KdeParameters parameters, int batch, RealData real) {
        this.parameters = parameters;
        this.batch = batch;
        this.real = real;
    }

    @Override
    public KdeSample real(int n, Draws draws, Progress progress) {
        progress.report(0);
        return parameters.infinite()
                ? Population.real(real, n, parameters.bandwidth())
                : Points.real(real, n, draws, batch);
    }

    @Override
    public KdeModel fit(KdeSample training, Optional<KdeModel> previous, Draws draws, Progress progress) {
        progress.report(0);
        double bandwidth = parameters.bandwidth(training.size());
        Yardstick yardstick = previous.map(KdeModel::yardstick)
                .orElseGet(() -> Yardstick.of(real, training, bandwidth, draws, progress));
        return new KdeModel(training, bandwidth, yardstick);
    }

    @Override
    public KdeSample sample(KdeModel model, int n, Draws draws, Progress progress) {
        progress.report(0);
        return model.training().smoothed(model.bandwidth(), n, draws, scratch);
    }

    @Override
    public double[][] measure(KdeModel model, KdeModel first, Draws draws, Progress progress) {
        int chains = draws.chains();
        int d = real.dimension();
        double scale = 1 / real.variance();
        double added = d * model.bandwidth() * model.bandwidth();
        double[] mean = new double[d];
        double[][] values = new double[KdeExperiment.METRICS.size()][chains];
        for (int c = 0; c < chains; c++) {
            Progress part = progress.part((double) c / chains, (c + 1.0) / chains);
            part.report(0);
            double spread = model.training().spread(c, mean);
            double shift = 0;
            for (int a = 0; a < d; a++) {
                shift += (mean[a] - real.mean(a)) * (mean[a] - real.mean(a));
            }
            values[0][c] = nll(model, c, part);
            values[1][c] = (spread + added) * scale;
            values[2][c] = values[0][c] - model.yardstick().first(c);
            values[3][c] = spread * scale;
            values[4][c] = shift * scale;
        }
        return values;
    }

    private static double nll(KdeModel model, int chain, Progress progress) {
        return -model.training().meanLogDensity(chain, model.yardstick(), model.bandwidth(), progress);
    }

    @Override
    public double[][] outlines(KdeModel model, int chains) {
        double[] first = model.training().outline(0, KdeSnapshot.QUANTILES);
        double[][] rows = new double[first.length][chains];
        for (int c = 0; c < chains && rows.length > 0; c++) {
            double[] outline = c == 0 ? first : model.training().outline(c, KdeSnapshot.QUANTILES);
            for (int i = 0; i < rows.length; i++) {
                rows[i][c] = outline[i];
            }
        }
        return rows;
    }

    @Override
    public KdeSnapshot snapshot(KdeModel model, KdeModel first, KdeSample training, Draws draws, Progress progress) {
        return new KdeSnapshot(
                draws.seed(0),
                draws.generation(),
                training.size(),
                model.bandwidth(),
                nll(model, 0, progress),
                training.shown(KdeSnapshot.MOST_POINTS));
    }
}
