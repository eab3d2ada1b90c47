package collapselab.session;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs in the background. The panels of a live experiment are computed at the same time, those of an expensive one in
 * turn, a generation each; everything finished is recorded at once.
 */
public final class Runner implements AutoCloseable {
    /** At most this many generations of a long run are measured: as many as a chart has pixels to show. */
    static final int MEASURED = 400;

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
        // Panels that one thread computes go side by side, generation by generation.
        List<List<Panel<P, V>>> groups =
                experiment.live() ? panels.stream().map(List::of).toList() : List.of(panels);
        LaneProgress lanes = new LaneProgress(groups.size(), run.gate());
        int seeds = spec.protocol().seeds();
        run.onChoice(() -> {
            var unused = CompletableFuture.runAsync(() -> picture(experiment, panels, run, Progress.NONE), live)
                    .thenRun(run.gate()::tell);
        });
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Panel<P, V>> group = groups.get(i);
            PanelWork<P, V> work = new PanelWork<>(experiment, run, group, lanes.lane(i));
            Runnable learn = () -> group.forEach(Panel::learn);
            if (experiment.live()) {
                // The chains that are pictured go first in all panels: pictures need not wait for ensembles.
                futures.add(CompletableFuture.runAsync(() -> work.run(0, 1), first)
                        .thenRunAsync(() -> run.chosen().ifPresent(work::picture), live)
                        .thenRunAsync(learn, live)
                        .thenRunAsync(() -> work.run(1, seeds), live));
            } else {
                futures.add(CompletableFuture.runAsync(
                        () -> {
                            learn.run();
                            work.run(0, seeds);
                        },
                        expensive));
            }
        }
        // A panel that fails ends the run at once, a cancelled run when all its panels stand still.
        futures.forEach(each -> each.exceptionally(thrown -> fail(run, thrown)));
        var unused = CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
                .thenRun(() -> picture(experiment, panels, run, run.gate()))
                .thenRun(() -> run.end(Run.State.DONE, ""))
                .exceptionally(thrown -> fail(run, thrown))
                .thenRun(() -> run.end(Run.State.CANCELLED, ""));
        return run;
    }

    /** Pictures one chain in all panels: they share their random numbers, so that only the regimes differ. */
    private static <P extends Record, V> void picture(
            Experiment<P, V> experiment, List<Panel<P, V>> panels, Run run, Progress progress) {
        int chain = run.chosen().orElseGet(() -> TypicalChain.of(panels));
        panels.forEach(panel -> PanelLearner.picture(experiment, panel, chain, progress));
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
}
