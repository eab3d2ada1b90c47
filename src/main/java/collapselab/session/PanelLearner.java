package collapselab.session;

import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.Sample;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.List;

/** What computes a panel: a learner, and the block of chains that it is at. What is finished goes into the panel's recording. */
final class PanelLearner<S extends Sample<S>, M, V> implements AutoCloseable {
    private final Panel<?, V> panel;
    private final Learner<S, M, V> learner;
    private final int total;
    private final int stride;
    private RecursiveTraining<S, M, V> training;
    private boolean first;
    private int generation;

    private PanelLearner(Panel<?, V> panel, Learner<S, M, V> learner) {
        this.panel = panel;
        this.learner = learner;
        total = panel.setting().protocol().generations();
        learner.watched(panel.onlooker());
        stride = (total + Runner.MEASURED - 1) / Runner.MEASURED;
    }

    static <P extends Record, V> PanelLearner<?, ?, V> open(
            Experiment<P, V> experiment, Panel<P, V> panel, Progress progress) {
        return new PanelLearner<>(panel, experiment.open(panel.setting(), progress));
    }

    /** Computes one chain once more, for its pictures; its numbers are the same alone and among others. */
    static <P extends Record, V> void picture(
            Experiment<P, V> experiment, Panel<P, V> panel, int chain, Progress whole) {
        if (chain == panel.recording().pictured()) {
            return;
        }
        Progress still = whole.part(1, 1);
        try (Learner<?, ?, V> learner = experiment.open(panel.setting(), still)) {
            panel.recording().picture(chain, snapshots(panel, learner, chain, still));
        }
    }

    private static <S extends Sample<S>, M, V> List<V> snapshots(
            Panel<?, V> panel, Learner<S, M, V> learner, int chain, Progress still) {
        Protocol protocol = panel.setting().protocol();
        Chains alone = Chains.from(protocol.seed() + chain, 1);
        var training = new RecursiveTraining<>(learner, protocol, panel.regime(), alone);
        List<V> snapshots = new ArrayList<>();
        for (int g = 0; g < protocol.generations(); g++) {
            snapshots.add(training.next(Wanted.PICTURES, still).snapshot().orElseThrow());
            still.report(1);
        }
        return snapshots;
    }

    /** @param first whether these are the chains whose pictures are kept, which come before all others */
    void begin(Chains chains, boolean first) {
        Protocol protocol = panel.setting().protocol();
        training = new RecursiveTraining<>(learner, protocol, panel.regime(), chains);
        this.first = first;
        generation = 0;
    }

    /** Computes and records the next generation of these chains. */
    void next(Progress progress) {
        boolean measured = generation % stride == 0 || generation == total - 1;
        Wanted wanted = first ? measured ? Wanted.ALL : Wanted.PICTURES : measured ? Wanted.CHAINS : Wanted.NOTHING;
        Generation<V> finished;
        try {
            finished = training.next(wanted, progress);
        } finally {
            panel.onlooker().away();
        }
        if (first) {
            panel.recording().append(finished);
        } else if (measured) {
            panel.recording().widen(finished);
        }
        generation++;
        progress.report(1);
    }

    @Override
    public void close() {
        learner.close();
    }
}
