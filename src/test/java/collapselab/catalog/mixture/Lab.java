package collapselab.catalog.mixture;

import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs mixtures for tests. */
final class Lab {
    static final MixtureExperiment EXPERIMENT = new MixtureExperiment(new OwnData());

    private Lab() {}

    @SuppressWarnings("unchecked") // there is one experiment
    static RunSpec<MixtureParameters> spec(String text) {
        return (RunSpec<MixtureParameters>) RunSpec.parse(text, List.of(EXPERIMENT));
    }

    static Setting<MixtureParameters> setting(String text) {
        RunSpec<MixtureParameters> spec = spec(text);
        return spec.setting(spec.regimes().get(0));
    }

    /** The generations asked for, with metrics; the last with a snapshot. */
    static List<Generation<MixtureSnapshot>> run(String text, int... at) {
        Setting<MixtureParameters> setting = setting(text);
        return run(EXPERIMENT.open(setting, Progress.NONE), setting, at);
    }

    private static <S extends Sample<S>, M> List<Generation<MixtureSnapshot>> run(
            Learner<S, M, MixtureSnapshot> learner, Setting<MixtureParameters> setting, int... at) {
        var protocol = setting.protocol();
        var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed(), protocol.seeds()));
        List<Generation<MixtureSnapshot>> wanted = new ArrayList<>();
        for (int g = 0; g <= at[at.length - 1]; g++) {
            int index = g;
            boolean look = IntStream.of(at).anyMatch(a -> a == index);
            var generation = training.next(look ? Wanted.ALL : Wanted.NOTHING, Progress.NONE);
            if (look) {
                wanted.add(generation);
            }
        }
        return wanted;
    }

    static Doubles values(Generation<?> generation, String metric) {
        return generation.metrics().get(metric(metric));
    }

    static double median(Generation<?> generation, String metric) {
        return Quantiles.median(values(generation, metric).toArray());
    }

    private static int metric(String id) {
        return IntStream.range(0, MixtureExperiment.METRICS.size())
                .filter(m -> MixtureExperiment.METRICS.get(m).id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
