package collapselab.catalog.regression;

import collapselab.experiment.Sample;
import collapselab.kernel.random.Draws;
import java.util.Optional;

/**
 * What a generation is trained on.
 *
 * @param parameters how many points generators have
 * @param samples T
 * @param predictor the measured model's data
 * @param generator the generators' data; empty where they are fitted to the same
 */
record TrainingSet(RegressionParameters parameters, int samples, Labelled predictor, Optional<Labelled> generator)
        implements Sample<TrainingSet> {
    @Override
    public int size() {
        return predictor.size();
    }

    @Override
    public TrainingSet concat(TrainingSet more) {
        return new TrainingSet(
                parameters,
                samples,
                predictor.concat(more.predictor),
                generator.map(data -> data.concat(more.generator.orElseThrow())));
    }

    @Override
    public TrainingSet first(int count) {
        return new TrainingSet(
                parameters,
                samples,
                predictor.first(count),
                generator.map(data -> data.first(parameters.generatorCount(count, samples))));
    }

    @Override
    public TrainingSet choose(int count, Draws draws) {
        return new TrainingSet(
                parameters,
                samples,
                predictor.choose(count, draws),
                generator.map(data -> data.choose(parameters.generatorCount(count, samples), draws.part(1))));
    }
}
