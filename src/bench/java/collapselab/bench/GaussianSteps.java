package collapselab.bench;

import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.catalog.gaussian.GaussianParameters;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Learner;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;

/** Runs the Gaussian recursion through the program's own loop, with nothing measured. */
final class GaussianSteps {
    private GaussianSteps() {}

    /** Some generations of some chains side by side under replace. */
    static void run(int dimension, int samples, int generations, int chains) {
        RunSpec<GaussianParameters> spec = RunSpec.of(new GaussianExperiment(new OwnData()))
                .with("dimension", Integer.toString(dimension))
                .with("samples", Integer.toString(samples))
                .with("generations", Integer.toString(generations))
                .with("seeds", Integer.toString(chains));
        Setting<GaussianParameters> setting = spec.setting(DataRegime.REPLACE);
        run(new GaussianExperiment(new OwnData()).open(setting, Progress.NONE), setting);
    }

    private static <S extends Sample<S>, M, V> void run(Learner<S, M, V> learner, Setting<?> setting) {
        var protocol = setting.protocol();
        try (var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed(), protocol.seeds()))) {
            for (int g = 0; g < protocol.generations(); g++) {
                training.next(Wanted.NOTHING, Progress.NONE);
            }
        }
    }
}
