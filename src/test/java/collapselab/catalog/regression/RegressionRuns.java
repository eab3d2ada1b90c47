package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of the experiment for its tests. */
final class RegressionRuns {
    private static final RegressionExperiment EXPERIMENT = new RegressionExperiment();

    private RegressionRuns() {}

    /** The setting of a spec with one regime, such as {@code samples=20&dimension=3}. */
    @SuppressWarnings("unchecked") // the spec names this experiment
    static Setting<RegressionParameters> setting(String text) {
        var spec = (RunSpec<RegressionParameters>) RunSpec.parse("regression?" + text, List.of(EXPERIMENT));
        spec.check();
        return spec.setting(spec.regimes().get(0));
    }

    /** The generations of a setting's chains, by its own seed. */
    static List<Generation<RegressionSnapshot>> simulate(Setting<RegressionParameters> setting) {
        return run(new RegressionLearner(setting), setting);
    }

    /** The same with a learner of choice. */
    static List<Generation<RegressionSnapshot>> run(
            Learner<TrainingSet, RegressionModel, RegressionSnapshot> learner, Setting<RegressionParameters> setting) {
        Protocol protocol = setting.protocol();
        try (var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed(), protocol.seeds()))) {
            List<Generation<RegressionSnapshot>> generations = new ArrayList<>();
            for (int g = 0; g < protocol.generations(); g++) {
                generations.add(training.next(Wanted.ALL, Progress.NONE));
            }
            return generations;
        }
    }

    /** A metric's values over the chains. */
    static double[] values(Generation<?> generation, String metric) {
        int index = IntStream.range(0, RegressionExperiment.METRICS.size())
                .filter(m -> RegressionExperiment.METRICS.get(m).id().equals(metric))
                .findFirst()
                .orElseThrow();
        return generation.metrics().get(index).toArray();
    }

    static double mean(double... values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    /** How many standard errors, estimated from the values, their mean is above a number. */
    static double standardErrors(double[] values, double expected) {
        double mean = mean(values);
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return (mean - expected) / Math.sqrt(square / (values.length - 1) / values.length);
    }

    /** All combinations of regime and source of real data that the loop can run. */
    static boolean possible(DataRegime regime, RealSource source) {
        return regime != DataRegime.REPLACE_MULTIPLE || source == RealSource.FRESH;
    }
}
