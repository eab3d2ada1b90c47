package collapselab.session;

import collapselab.experiment.Experiment;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.List;

/**
 * The panels of a run that one thread computes: chain block by chain block, and in each block in turn a generation of every
 * panel, so that all stand at the same one.
 */
final class PanelWork<P extends Record, V> {
    /** The share of an expensive run's progress that getting data and an instrument to judge by is given. */
    private static final double OPENING = 0.03;

    private final Experiment<P, V> experiment;
    private final Run run;
    private final List<Panel<P, V>> panels;
    private final Progress progress;

    /**
     * @param panels of this run
     * @param progress how far they are, together
     */
    PanelWork(Experiment<P, V> experiment, Run run, List<Panel<P, V>> panels, Progress progress) {
        this.experiment = experiment;
        this.run = run;
        this.panels = panels;
        this.progress = progress;
    }

    /** Computes the chains from one to before another, counted from 0. */
    void run(int from, int to) {
        run.begin();
        double seeds = run.spec().protocol().seeds();
        double opening = experiment.live() ? 0 : OPENING;
        Progress chained = progress.part(opening, 1);
        chained.report(from / seeds);
        if (from == to) {
            return;
        }
        List<PanelLearner<?, ?, V>> learners = new ArrayList<>();
        try {
            for (int i = 0; i < panels.size(); i++) {
                double each = opening / panels.size();
                learners.add(PanelLearner.open(experiment, panels.get(i), progress.part(i * each, (i + 1) * each)));
            }
            run.opened(run.spec().data(), to / seeds);
            int most = panels.stream()
                    .mapToInt(panel -> experiment.chainsAtOnce(panel.setting()))
                    .min()
                    .orElseThrow();
            int count;
            for (int before = from; before < to; before += count) {
                count = Math.min(most, to - before);
                Chains block = Chains.from(run.spec().protocol().seed() + before, count);
                advance(learners, block, before == 0, chained.part(before / seeds, (before + count) / seeds));
            }
        } finally {
            learners.forEach(PanelLearner::close);
        }
    }

    /** Pictures one chain, whose numbers are the same alone and among others. */
    void picture(int chain) {
        panels.forEach(panel -> PanelLearner.picture(experiment, panel, chain, run.gate()));
    }

    private void advance(List<PanelLearner<?, ?, V>> learners, Chains chains, boolean first, Progress part) {
        int generations = run.spec().protocol().generations();
        double all =
                panels.stream().mapToDouble(panel -> panel.work()[generations]).sum();
        learners.forEach(learner -> learner.begin(chains, first));
        double done = 0;
        for (int g = 0; g < generations; g++) {
            for (int i = 0; i < learners.size(); i++) {
                double[] work = panels.get(i).work();
                double end = done + work[g + 1] - work[g];
                learners.get(i).next(part.part(done / all, end / all));
                done = end;
            }
        }
    }
}
