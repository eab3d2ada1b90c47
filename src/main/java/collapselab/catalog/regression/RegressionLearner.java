package collapselab.catalog.regression;

import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.plot.Doubles;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/** Fits linear models and labels data with them. */
final class RegressionLearner implements Learner<TrainingSet, RegressionModel, RegressionSnapshot> {
    private final Setting<RegressionParameters> setting;
    private final RegressionParameters parameters;
    private final Protocol protocol;
    private final Truth truth;
    private final Supply predictors;
    private final Optional<Supply> generators;
    private final Fitting measured;
    private final Fitting plain;

    RegressionLearner(Setting<RegressionParameters> setting) {
        this(setting, Supply.form(setting, 0), Supply.form(setting, 1));
    }

    /** A learner that holds data in given forms, no less than needed. */
    RegressionLearner(Setting<RegressionParameters> setting, Supply.Form ofPredictor, Supply.Form ofGenerator) {
        this.setting = setting;
        parameters = setting.parameters();
        protocol = setting.protocol();
        truth = Truth.of(parameters);
        predictors = new Supply(setting, 0, ofPredictor);
        generators =
                parameters.separateGenerators() ? Optional.of(new Supply(setting, 1, ofGenerator)) : Optional.empty();
        measured = new Fitting(parameters, parameters.ridge());
        plain = new Fitting(parameters, 0);
    }

    private SharedStateContinuousSampler[] normals(Draws draws) {
        boolean needed = predictors.needsNormals()
                || generators.filter(Supply::needsNormals).isPresent();
        return needed ? Supply.normals(draws) : new SharedStateContinuousSampler[0];
    }

    private int generatorCount(int count) {
        return parameters.generatorCount(count, protocol.samples());
    }

    @Override
    public TrainingSet real(int n, Draws draws, Progress progress) {
        progress.report(0);
        SharedStateContinuousSampler[] normals = normals(draws);
        if (draws.generation() == 0) {
            return set(
                    predictors.original(n, draws, normals),
                    generators.map(supply -> supply.original(generatorCount(n), draws, normals)));
        }
        Coefficients exact = Coefficients.exact(parameters.dimension(), draws.chains());
        return set(
                predictors.label(exact, n, 0, draws, normals),
                generators.map(supply -> supply.label(exact, generatorCount(n), 0, draws, normals)));
    }

    @Override
    public TrainingSet sample(RegressionModel model, int n, Draws draws, Progress progress) {
        progress.report(0);
        SharedStateContinuousSampler[] normals = normals(draws);
        int batch = setting.regime().batch(protocol, draws.generation());
        int real = generatorCount(batch - n);
        return set(
                predictors.label(model.generator(), n, batch - n, draws, normals),
                generators.map(
                        supply -> supply.label(model.generator(), generatorCount(batch) - real, real, draws, normals)));
    }

    private TrainingSet set(Labelled predictor, Optional<Labelled> generator) {
        return new TrainingSet(parameters, protocol.samples(), predictor, generator);
    }

    @Override
    public RegressionModel fit(
            TrainingSet training, Optional<RegressionModel> previous, Draws draws, Progress progress) {
        Coefficients predictor = training.predictor().fit(measured, progress.part(0, 0.5));
        Coefficients generator = training.generator()
                .map(data -> data.fit(plain, progress.part(0.5, 1)))
                .orElseGet(() -> parameters.ridge() == 0
                        ? predictor
                        : training.predictor().fit(plain, progress.part(0.5, 1)));
        return new RegressionModel(predictor, generator);
    }

    @Override
    public double[][] measure(RegressionModel model, RegressionModel first, Draws draws, Progress progress) {
        progress.report(0);
        Coefficients fitted = model.predictor();
        int chains = draws.chains();
        double[][] values = new double[RegressionExperiment.METRICS.size()][chains];
        for (int i = 0; i < fitted.dimension(); i++) {
            double inverse = 1 / truth.eigenvalues().get(i);
            for (int c = 0; c < chains; c++) {
                double bias = fitted.bias(i, c);
                double deviation = fitted.deviation(i, c);
                double square = (bias + deviation) * (bias + deviation);
                values[0][c] += square;
                values[1][c] += inverse * square;
                values[2][c] += bias * bias;
                values[3][c] += deviation * deviation;
            }
        }
        return values;
    }

    /** The fitted coefficients, whitened. */
    @Override
    public double[][] outlines(RegressionModel model, int chains) {
        Doubles real = truth.coefficients();
        double[][] rows = new double[real.size()][chains];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < chains; c++) {
                rows[i][c] = real.get(i) + model.predictor().error(i, c);
            }
        }
        return rows;
    }

    @Override
    public RegressionSnapshot snapshot(
            RegressionModel model, RegressionModel first, TrainingSet training, Draws draws, Progress progress) {
        Doubles real = truth.coefficients();
        return new RegressionSnapshot(
                draws.generation(),
                training.size(),
                Doubles.generate(
                        real.size(), i -> real.get(i) + model.predictor().error(i, 0)),
                real.size() > 1
                        ? Doubles.of()
                        : training.predictor().points(real.get(0), RegressionSnapshot.MOST_POINTS));
    }
}
