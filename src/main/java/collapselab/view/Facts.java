package collapselab.view;

import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Standing;
import collapselab.experiment.Verdict;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read from a run at a generation, beside its pictures.
 *
 * @param run which; empty before the first
 * @param generation where
 * @param standings what the panels show
 * @param findings how the panels stand against theory, in the run's order, by metric id
 * @param explanation what the experiment says about it
 */
record Facts(
        Optional<Run> run,
        int generation,
        List<Standing> standings,
        Map<String, List<Finding>> findings,
        List<String> explanation) {
    static final Facts NONE = new Facts(Optional.empty(), -1, List.of(), Map.of(), List.of());

    Facts {
        standings = List.copyOf(standings);
        findings = Map.copyOf(findings);
        explanation = List.copyOf(explanation);
    }

    /**
     * How one panel stands.
     *
     * @param verdict the outcome
     * @param law the law it is judged by, if any is known
     */
    record Finding(Verdict verdict, Optional<Law> law) {}

    /** Reads a run; slow where chains are many. */
    static Facts of(Run run, int generation) {
        List<Standing> standings = new ArrayList<>();
        Map<String, List<Finding>> findings = new HashMap<>();
        if (generation >= 0) {
            run.panels().forEach(panel -> panel.standing(generation).ifPresent(standings::add));
            for (Metric metric : run.spec().experiment().metrics()) {
                findings.put(
                        metric.id(),
                        run.panels().stream()
                                .map(panel -> finding(panel, metric.id(), generation))
                                .toList());
            }
        }
        return new Facts(Optional.of(run), generation, standings, findings, explain(run.spec(), standings));
    }

    private static Finding finding(Panel<?, ?> panel, String metric, int generation) {
        Optional<Law> law =
                panel.laws().stream().filter(l -> l.metric().equals(metric)).findFirst();
        return new Finding(panel.verdict(metric, generation), law);
    }

    /** What an experiment says about settings before anything is computed. */
    static <P extends Record> List<String> explain(RunSpec<P> spec, List<Standing> standings) {
        return spec.experiment().explain(spec, standings);
    }
}
