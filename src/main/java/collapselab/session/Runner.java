package collapselab.session;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Learner;
import collapselab.experiment.Protocol;
import collapselab.experiment.RecursiveTraining;
import collapselab.experiment.RecursiveTraining.Wanted;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Sample;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import collapselab.kernel.random.Chains;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs in the background. The panels of a live experiment are computed side by side, those of an expensive one after
 * the other, chain block by chain block; everything finished is recorded at once.
 */
public final class Runner implements AutoCloseable {
    /** At most this many generations of a long run are measured: as many as a chart has pixels to show. */
    static final int MEASURED = 400;

    /** The share of an expensive panel's progress that getting data and an instrument to judge by is given. */
    private static final double OPENING = 0.03;

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final ExecutorService first;
    private final ExecutorService live;
    private final ExecutorService expensive;

    /**
     * A runner with a thread for expensive runs, whose networks bring their own, and threads for live ones: one less than
     * there are cores, at most four, so that what has arrived can be painted while the rest is computed. The chains that are
     * pictured have threads of their own: before them there is nothing to paint.
     */
    public Runner() {
        first = Workers.pool("first-chains", Math.min(4, Runtime.getRuntime().availableProcessors()));
        live = Workers.pool(
                "runner", Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() - 1)));
        expensive = Workers.pool("trainer", 1);
    }

    /**
     * Starts a run.
     *
     * @param spec what to compute
     * @param onChange called on any thread whenever something was recorded or the state changed; must return at once
     */
    public <P extends Record> Run start(RunSpec<P> spec, Runnable onChange) {
        return start(spec, OptionalInt.empty(), onChange);
    }

    /**
     * Starts a run that pictures a chosen chain.
     *
     * @param chosen its place among the chains, from 0; empty, or beyond the last: the typical one
     */
    public <P extends Record> Run start(RunSpec<P> spec, OptionalInt chosen, Runnable onChange) {
        boolean there =
                chosen.isPresent() && chosen.getAsInt() < spec.protocol().seeds();
        return start(spec.experiment(), spec, there ? chosen : OptionalInt.empty(), onChange);
    }

    private <P extends Record, V> Run start(
            Experiment<P, V> experiment, RunSpec<P> spec, OptionalInt chosen, Runnable onChange) {
        List<Panel<P, V>> panels = new ArrayList<>();
        for (DataRegime regime : spec.regimes()) {
            panels.add(new Panel<>(experiment, spec.setting(regime)));
        }
        Run run = new Run(spec, panels, new Gate(onChange), chosen);
        if (experiment.live()) {
            run.asksWhenLong();
        }
        List<Progress> shares =
                experiment.live() ? sideBySide(panels.size(), run.gate()) : oneAfterTheOther(panels, run.gate());
        List<Work<P, V>> works = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            works.add(new Work<>(experiment, panels.get(i), shares.get(i)));
        }
        int seeds = spec.protocol().seeds();
        run.onChoice(chain -> {
            var unused = CompletableFuture.runAsync(() -> picture(works, chain, Progress.NONE), live)
                    .thenRun(run.gate()::tell);
        });
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        if (experiment.live()) {
            // The chains that are pictured go first in all panels: pictures need not wait for ensembles.
            works.forEach(work -> futures.add(CompletableFuture.runAsync(() -> work.run(run, 0, 1), first)
                    .thenRunAsync(() -> run.chosen().ifPresent(chain -> work.picture(chain, run.gate())), live)
                    .thenRunAsync(work.panel::learn, live)
                    .thenRunAsync(() -> work.run(run, 1, seeds), live)));
        } else {
            futures.add(CompletableFuture.runAsync(
                    () -> {
                        panels.forEach(Panel::learn);
                        works.forEach(work -> work.run(run, 0, seeds));
                    },
                    expensive));
        }
        // A panel that fails ends the run at once, a cancelled run when all its panels stand still.
        futures.forEach(each -> each.exceptionally(thrown -> fail(run, thrown)));
        var unused = CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
                .thenRun(() -> picture(works, run.chosen().orElseGet(() -> TypicalChain.of(panels)), run.gate()))
                .thenRun(() -> run.end(Run.State.DONE, ""))
                .exceptionally(thrown -> fail(run, thrown))
                .thenRun(() -> run.end(Run.State.CANCELLED, ""));
        return run;
    }

    /** Pictures one chain in all panels: they share their random numbers, so that only the regimes differ. */
    private static void picture(List<? extends Work<?, ?>> works, int chain, Progress progress) {
        works.forEach(work -> work.picture(chain, progress));
    }

    private static List<Progress> sideBySide(int panels, Progress whole) {
        LaneProgress lanes = new LaneProgress(panels, whole);
        return IntStream.range(0, panels).mapToObj(lanes::lane).toList();
    }

    /** Shares of the whole as large as what the panels' models are trained on. */
    private static List<Progress> oneAfterTheOther(List<? extends Panel<?, ?>> panels, Progress whole) {
        double sum = panels.stream().mapToDouble(Runner::work).sum();
        List<Progress> shares = new ArrayList<>();
        double done = 0;
        for (Panel<?, ?> panel : panels) {
            double share = work(panel) / sum;
            shares.add(whole.part(done, done + share));
            done += share;
        }
        return shares;
    }

    private static double work(Panel<?, ?> panel) {
        Protocol protocol = panel.setting().protocol();
        return panel.regime().work(protocol)[protocol.generations()];
    }

    /** Ends a run whose work threw something, unless it was only told to stop; its other panels stop at their next report. */
    private static Void fail(Run run, Throwable thrown) {
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        boolean stopped = cause instanceof CancellationException || run.gate().cancelled();
        if (!stopped && run.end(Run.State.FAILED, Failure.sentence(cause))) {
            LOG.error("run failed: {}", run.spec(), cause);
        }
        return null;
    }

    /** Stops the threads; runs that go on are cancelled. */
    @Override
    public void close() {
        first.shutdownNow();
        live.shutdownNow();
        expensive.shutdownNow();
    }

    /** The chains of one panel, block by block. */
    private record Work<P extends Record, V>(Experiment<P, V> experiment, Panel<P, V> panel, Progress progress) {
        /** Computes the chains from one to before another, counted from 0. */
        void run(Run run, int from, int to) {
            run.begin();
            Setting<P> setting = panel.setting();
            double seeds = setting.protocol().seeds();
            double opening = experiment.live() ? 0 : OPENING;
            Progress chained = progress.part(opening, 1);
            chained.report(from / seeds);
            if (from == to) {
                return;
            }
            try (Learner<?, ?, V> learner = experiment.open(setting, progress.part(0, opening))) {
                run.opened(experiment.data(setting.parameters()), to / seeds);
                int block = experiment.chainsAtOnce(setting);
                int count;
                for (int before = from; before < to; before += count) {
                    count = Math.min(block, to - before);
                    Chains chains = Chains.from(setting.protocol().seed() + before, count);
                    Progress part = chained.part(before / seeds, (before + count) / seeds);
                    advance(learner, chains, before == 0, part);
                }
            }
        }

        /** Computes one chain once more, for its pictures; its numbers are the same alone and among others. */
        void picture(int chain, Progress whole) {
            if (chain == panel.recording().pictured()) {
                return;
            }
            Progress still = whole.part(1, 1);
            try (Learner<?, ?, V> learner = experiment.open(panel.setting(), still)) {
                panel.recording().picture(chain, snapshots(learner, chain, still));
            }
        }

        private <S extends Sample<S>, M> List<V> snapshots(Learner<S, M, V> learner, int chain, Progress still) {
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

        private <S extends Sample<S>, M> void advance(
                Learner<S, M, V> learner, Chains chains, boolean first, Progress part) {
            Protocol protocol = panel.setting().protocol();
            int total = protocol.generations();
            double[] work = panel.work();
            int stride = (total + MEASURED - 1) / MEASURED;
            var training = new RecursiveTraining<>(learner, protocol, panel.regime(), chains);
            for (int g = 0; g < total; g++) {
                boolean measured = g % stride == 0 || g == total - 1;
                Wanted wanted =
                        first ? measured ? Wanted.ALL : Wanted.PICTURES : measured ? Wanted.CHAINS : Wanted.NOTHING;
                double end = work[g + 1] / work[total];
                Generation<V> generation = training.next(wanted, part.part(work[g] / work[total], end));
                if (first) {
                    panel.recording().append(generation);
                } else if (measured) {
                    panel.recording().widen(generation);
                }
                part.report(end);
            }
        }
    }
}
