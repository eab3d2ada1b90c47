package collapselab.view;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Standing;
import collapselab.experiment.Verdict;
import collapselab.session.Averages;
import collapselab.session.Balance;
import collapselab.session.Loss;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.Comparator;
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
 * @param findings how the panels stand against theory, in the run's order, by metric id and for what is conserved
 * @param balances spread and drift of the panels, in the run's order; empty where a panel conserves nothing
 * @param lost what the first chains lost and what came back up to here, the newest first
 * @param losing whether anything is lost anywhere in the run so far
 * @param whatIsLost when something counts as lost, in words; empty where nothing is counted
 * @param explanation what the experiment says about it
 */
record Facts(
        Optional<Run> run,
        int generation,
        List<Standing> standings,
        Map<String, List<Finding>> findings,
        List<Optional<Balance>> balances,
        List<Lost> lost,
        boolean losing,
        String whatIsLost,
        List<String> explanation) {
    static final Facts NONE =
            new Facts(Optional.empty(), -1, List.of(), Map.of(), List.of(), List.of(), false, "", List.of());

    Facts {
        standings = List.copyOf(standings);
        findings = Map.copyOf(findings);
        balances = List.copyOf(balances);
        lost = List.copyOf(lost);
        explanation = List.copyOf(explanation);
    }

    /**
     * How one panel stands.
     *
     * @param verdict the outcome
     * @param laws what theory says of the metric, the one it is judged by first
     * @param averages mean and median, if measured
     */
    record Finding(Verdict verdict, List<Law> laws, Optional<Averages> averages) {}

    /** What the first chain of a regime lost, and what came back. */
    record Lost(DataRegime regime, Loss loss) {}

    /** Reads a run; slow where chains are many. */
    static Facts of(Run run, int generation) {
        List<Standing> standings = new ArrayList<>();
        Map<String, List<Finding>> findings = new HashMap<>();
        List<Optional<Balance>> balances = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        boolean losing = false;
        if (generation >= 0) {
            for (Panel<?, ?> panel : run.panels()) {
                panel.standing(generation).ifPresent(standings::add);
                balances.add(panel.balance(generation));
                panel.losses(generation).forEach(loss -> lost.add(new Lost(panel.regime(), loss)));
                losing |= !panel.losses(Integer.MAX_VALUE).isEmpty();
            }
            for (Metric metric : run.spec().experiment().metrics()) {
                findings.put(
                        metric.id(),
                        run.panels().stream()
                                .map(panel -> finding(panel, metric.id(), generation))
                                .toList());
            }
            findings.put(
                    Conservation.METRIC,
                    run.panels().stream().map(Facts::conserved).toList());
        }
        lost.sort(Comparator.comparingInt((Lost each) -> -each.loss().generation()));
        return new Facts(
                Optional.of(run),
                generation,
                standings,
                findings,
                balances,
                lost,
                losing,
                run.panels().get(0).whatIsLost().orElse(""),
                explain(run.spec(), standings));
    }

    private static Finding finding(Panel<?, ?> panel, String metric, int generation) {
        List<Law> laws = panel.laws().stream()
                .filter(law -> law.metric().equals(metric))
                .sorted(Comparator.comparing(law -> law.kind() != Law.Kind.MEAN))
                .toList();
        return new Finding(panel.verdict(metric), laws, panel.averages(metric, generation));
    }

    private static Finding conserved(Panel<?, ?> panel) {
        List<Law> total =
                panel.conservation().map(Conservation::total).map(List::of).orElse(List.of());
        return new Finding(panel.conservedVerdict(), total, Optional.empty());
    }

    /** What an experiment says about settings before anything is computed. */
    static <P extends Record> List<String> explain(RunSpec<P> spec, List<Standing> standings) {
        return spec.experiment().explain(spec, standings);
    }
}
