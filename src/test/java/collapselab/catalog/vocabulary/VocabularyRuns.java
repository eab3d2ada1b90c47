package collapselab.catalog.vocabulary;

import collapselab.experiment.Generation;
import collapselab.experiment.Law;
import collapselab.experiment.Learner;
import collapselab.experiment.OwnData;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Runs of the recursive vocabulary for tests. */
final class VocabularyRuns {
    static final VocabularyExperiment EXPERIMENT = new VocabularyExperiment(new OwnData());

    /**
     * The metrics of one generation.
     *
     * @param generation which
     * @param metrics a row each, (chains)
     */
    record Row(int generation, List<Doubles> metrics) {
        Doubles values(String metric) {
            return metrics.get(IntStream.range(0, metrics.size())
                    .filter(m -> VocabularyExperiment.METRICS.get(m).id().equals(metric))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private VocabularyRuns() {}

    /** The setting of a spec's first regime. */
    static Setting<VocabularyParameters> setting(String pairs) {
        RunSpec<VocabularyParameters> spec = RunSpec.of(EXPERIMENT);
        for (String pair : pairs.split("&", -1)) {
            int sign = pair.indexOf('=');
            spec = spec.with(pair.substring(0, sign), pair.substring(sign + 1));
        }
        spec.check();
        return spec.setting(spec.regimes().get(0));
    }

    static Law law(Setting<VocabularyParameters> setting, String metric, Law.Kind kind) {
        return EXPERIMENT.laws(setting).stream()
                .filter(law -> law.metric().equals(metric) && law.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** What is measured at some generations, or at all if none are named. */
    static List<Row> simulate(Setting<VocabularyParameters> setting, int... at) {
        return simulate(EXPERIMENT.open(setting, Progress.NONE), setting, at);
    }

    private static <S extends Sample<S>, M> List<Row> simulate(
            Learner<S, M, VocabularySnapshot> learner, Setting<VocabularyParameters> setting, int... at) {
        var protocol = setting.protocol();
        var training = new RecursiveTraining<>(
                learner, protocol, setting.regime(), Chains.from(protocol.seed(), protocol.seeds()));
        List<Row> rows = new ArrayList<>();
        for (int g = 0; g < protocol.generations(); g++) {
            int index = g;
            boolean wanted = at.length == 0 || IntStream.of(at).anyMatch(a -> a == index);
            var generation = training.next(wanted ? Wanted.METRICS : Wanted.NOTHING, Progress.NONE);
            if (wanted) {
                rows.add(new Row(g, generation.metrics()));
            }
        }
        return rows;
    }

    /** What the first chain's pictures are drawn from. */
    static List<VocabularySnapshot> snapshots(Setting<VocabularyParameters> setting) {
        return snapshots(EXPERIMENT.open(setting, Progress.NONE), setting);
    }

    private static <S extends Sample<S>, M> List<VocabularySnapshot> snapshots(
            Learner<S, M, VocabularySnapshot> learner, Setting<VocabularyParameters> setting) {
        var protocol = setting.protocol();
        var training = new RecursiveTraining<>(learner, protocol, setting.regime(), Chains.from(protocol.seed(), 1));
        return IntStream.range(0, protocol.generations())
                .mapToObj(g -> training.next(Wanted.PICTURES, Progress.NONE))
                .map((Generation<VocabularySnapshot> g) -> g.snapshot().orElseThrow())
                .toList();
    }
}
