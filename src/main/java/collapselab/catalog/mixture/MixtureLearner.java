package collapselab.catalog.mixture;

import collapselab.experiment.Learner;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.mixture.ExpectationMaximization;
import collapselab.kernel.mixture.KMeans;
import collapselab.kernel.mixture.Mixture;
import collapselab.kernel.mixture.MixtureSampler;
import collapselab.kernel.mixture.PlanePoints;
import collapselab.kernel.mixture.Quadrature;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Fits and samples mixtures. */
final class MixtureLearner implements Learner<MixtureSample, MixtureModel, MixtureSnapshot> {
    /** A component counts as alive while it has this weight. */
    static final double ALIVE = 0.01;

    /** Components of less weight have no points. */
    static final double SEEN = 1e-6;

    /** The floor is at work on a component while it makes up half of its least variance. */
    static final double FLOORED = 2;

    private final MixtureParameters parameters;
    private final int batch;
    private final int head; // how many of generation 0's real points are kept for later
    private final RealPoints real;
    private final Mixture truth;
    private final Quadrature quadrature = new Quadrature();
    private final ExpectationMaximization em = new ExpectationMaximization();
    private final HeldOut heldOut;

    MixtureLearner(Setting<MixtureParameters> setting, RealPoints real) {
        parameters = setting.parameters();
        batch = setting.protocol().samples();
        head = setting.protocol().realSource() == RealSource.KEPT
                ? setting.protocol().realSamples()
                : 0;
        this.real = real;
        truth = real.moments();
        heldOut = new HeldOut(real);
    }

    @Override
    public MixtureSample real(int n, Draws draws, Progress progress) {
        boolean split = draws.generation() == 0 && head > 0 && head < n;
        return points(
                n,
                draws,
                c -> parameters.infinite() ? real.exact(n, quadrature) : drawn(n, split, draws.stream(c)),
                progress);
    }

    /** Real points; those that are kept for later are drawn first, for a draw comes in the order of its components. */
    private PlanePoints drawn(int n, boolean split, UniformRandomProvider random) {
        return split ? real.draw(head, random).followedBy(real.draw(n - head, random), 0) : real.draw(n, random);
    }

    @Override
    public MixtureSample sample(MixtureModel model, int n, Draws draws, Progress progress) {
        return points(
                n,
                draws,
                c -> {
                    Mixture mixture = model.chains().get(c);
                    return parameters.infinite()
                            ? quadrature.of(mixture, n)
                            : MixtureSampler.draw(mixture, n, draws.stream(c));
                },
                progress);
    }

    private MixtureSample points(int n, Draws draws, IntFunction<PlanePoints> chain, Progress progress) {
        List<PlanePoints> chains = new ArrayList<>();
        for (int c = 0; c < draws.chains(); c++) {
            progress.report((double) c / draws.chains());
            chains.add(chain.apply(c));
        }
        return new MixtureSample(chains, n, parameters.infinite(), batch);
    }

    @Override
    public MixtureModel fit(MixtureSample training, Optional<MixtureModel> previous, Draws draws, Progress progress) {
        int count = draws.chains();
        List<Mixture> chains = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            Progress part = progress.part((double) c / count, (c + 1.0) / count);
            part.report(0);
            int chain = c;
            chains.add(
                    fit(training.points(c), previous.map(model -> model.chains().get(chain)), draws, c, part));
        }
        return new MixtureModel(chains);
    }

    private Mixture fit(PlanePoints points, Optional<Mixture> previous, Draws draws, int chain, Progress progress) {
        boolean on = parameters.start() == Start.PREVIOUS && previous.isPresent();
        Mixture start = on ? previous.get() : grouped(points, draws, chain, progress.part(0, 0.1));
        Mixture fitted =
                em.fit(points, start, parameters.rules(), progress.part(0.1, 1)).mixture();
        return on ? fitted : previous.map(fitted::inOrderOf).orElseGet(fitted::leftToRight);
    }

    private Mixture grouped(PlanePoints points, Draws draws, int chain, Progress progress) {
        int[] labels = KMeans.labels(points, parameters.components(), draws.stream(chain), progress);
        return ExpectationMaximization.hard(points, labels, parameters.components(), parameters.floor());
    }

    @Override
    public double[][] measure(MixtureModel model, MixtureModel first, Draws draws, Progress progress) {
        int count = draws.chains();
        List<PlanePoints> unseen = heldOut.of(draws);
        double[][] values = new double[MixtureExperiment.METRICS.size()][count];
        for (int c = 0; c < count; c++) {
            progress.report((double) c / count);
            Mixture mixture = model.chains().get(c);
            Mixture zero = first.chains().get(c);
            double dx = mixture.meanX() - truth.meanX(0);
            double dy = mixture.meanY() - truth.meanY(0);
            values[0][c] = mixture.squaredDistance(zero);
            values[1][c] = mixture.trace() / zero.trace();
            values[2][c] = mixture.leastWeight();
            values[3][c] = em.logLikelihood(unseen.get(c), mixture);
            values[4][c] = count(mixture, k -> mixture.weight(k) >= ALIVE);
            values[5][c] = mixture.trace() / truth.trace();
            values[6][c] = (dx * dx + dy * dy) / truth.trace();
            values[7][c] = count(mixture, k -> floored(mixture, k, parameters));
        }
        return values;
    }

    private static int count(Mixture mixture, java.util.function.IntPredicate of) {
        return (int) IntStream.range(0, mixture.components()).filter(of).count();
    }

    /** Whether half of a component's least variance, or more, is the floor; a component that has no points does not count. */
    static boolean floored(Mixture mixture, int k, MixtureParameters parameters) {
        return parameters.floor() > 0
                && mixture.weight(k) >= SEEN
                && mixture.leastVariance(k) <= FLOORED * parameters.floor();
    }

    /** Six numbers a component: weight, mean and factor of the covariance (w, m1, m2, L11, L21, L22). */
    @Override
    public double[][] outlines(MixtureModel model, int chains) {
        double[][] rows = new double[6 * parameters.components()][chains];
        for (int c = 0; c < chains; c++) {
            Mixture mixture = model.chains().get(c);
            for (int k = 0; k < mixture.components(); k++) {
                double[] factor = mixture.factor(k);
                rows[6 * k][c] = mixture.weight(k);
                rows[6 * k + 1][c] = mixture.meanX(k);
                rows[6 * k + 2][c] = mixture.meanY(k);
                for (int i = 0; i < 3; i++) {
                    rows[6 * k + 3 + i][c] = factor[i];
                }
            }
        }
        return rows;
    }

    @Override
    public MixtureSnapshot snapshot(
            MixtureModel model, MixtureModel first, MixtureSample training, Draws draws, Progress progress) {
        PlanePoints points = training.points(0);
        int shown = parameters.infinite() ? 0 : Math.min(points.size(), MixtureSnapshot.MOST_POINTS);
        double step = (double) points.size() / Math.max(1, shown);
        return new MixtureSnapshot(
                draws.generation(),
                model.chains().get(0),
                Doubles.generate(shown, i -> points.x((int) (i * step))),
                Doubles.generate(shown, i -> points.y((int) (i * step))));
    }
}
