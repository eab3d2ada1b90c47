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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs in the background. The panels of a live experiment are computed side by side, those of an expensive one after
 * the other, chain block by chain block; everything finished is recorded at once.
 */
public final class Runner implements AutoCloseable {
    /** At most this many generations of a long run are measured: as many as a chart has pixels to show. */
    private static final int MEASURED = 400;

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final ExecutorService workers;

    /** A runner with a thread for each core, at most four. */
    public Runner() {
        AtomicInteger count = new AtomicInteger();
        ThreadFactory threads = work -> {
            Thread thread = new Thread(work, "runner-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        workers = Executors.newFixedThreadPool(
                Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())), threads);
    }

    /**
     * Starts a run.
     *
     * @param spec what to compute
     * @param onChange called on a working thread whenever something was recorded or the state changed; must return at once
     */
    public <P extends Record> Run start(RunSpec<P> spec, Runnable onChange) {
        return start(spec.experiment(), spec, onChange);
    }

    private <P extends Record, V> Run start(Experiment<P, V> experiment, RunSpec<P> spec, Runnable onChange) {
        List<Panel<P, V>> panels = new ArrayList<>();
        for (DataRegime regime : spec.regimes()) {
            panels.add(new Panel<>(experiment, spec.setting(regime)));
        }
        Run run = new Run(spec, panels, new Gate(onChange));
        List<Progress> shares = experiment.live()
                ? sideBySide(panels.size(), run.gate())
                : oneAfterTheOther(panels, spec.protocol().generations(), run.gate());
        List<Work<P, V>> works = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            works.add(new Work<>(experiment, panels.get(i), shares.get(i)));
        }
        List<CompletableFuture<Void>> futures = new ArrayList<>();
        if (experiment.live()) {
            works.forEach(work -> futures.add(CompletableFuture.runAsync(() -> work.run(run), workers)));
        } else {
            futures.add(CompletableFuture.runAsync(() -> works.forEach(work -> work.run(run)), workers));
        }
        var unused = CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
                .whenComplete((nothing, thrown) -> {
                    finish(run, thrown);
                    onChange.run();
                });
        return run;
    }

    private static List<Progress> sideBySide(int panels, Progress whole) {
        LaneProgress lanes = new LaneProgress(panels, whole);
        return IntStream.range(0, panels).mapToObj(lanes::lane).toList();
    }

    /** Shares of the whole as large as what the panels' models are trained on. */
    private static List<Progress> oneAfterTheOther(
            List<? extends Panel<?, ?>> panels, int generations, Progress whole) {
        double sum = panels.stream()
                .mapToDouble(p -> p.regime().trained(generations))
                .sum();
        List<Progress> shares = new ArrayList<>();
        double done = 0;
        for (Panel<?, ?> panel : panels) {
            double share = panel.regime().trained(generations) / sum;
            shares.add(whole.part(done, done + share));
            done += share;
        }
        return shares;
    }

    private static void finish(Run run, Throwable thrown) {
        if (thrown == null) {
            run.end(Run.State.DONE, "");
            return;
        }
        Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof CancellationException || run.gate().cancelled()) {
            run.end(Run.State.CANCELLED, "");
            return;
        }
        LOG.error("run failed: {}", run.spec(), cause);
        run.gate().cancel();
        run.end(Run.State.FAILED, Failure.sentence(cause));
    }

    /** Stops the threads; runs that go on are cancelled. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** The chains of one panel, block by block. */
    private record Work<P extends Record, V>(Experiment<P, V> experiment, Panel<P, V> panel, Progress progress) {
        void run(Run run) {
            if (run.state() == Run.State.WAITING) {
                run.begin();
            }
            Setting<P> setting = panel.setting();
            Protocol protocol = setting.protocol();
            int seeds = protocol.seeds();
            progress.report(0);
            try (Learner<?, ?, V> learner = experiment.open(setting, progress.part(0, 0))) {
                int before = 0;
                while (before < seeds) {
                    // The chain that is pictured goes first where it is cheap: its pictures need not wait for the rest.
                    int most = before == 0 && experiment.live() ? 1 : experiment.chainsAtOnce(setting);
                    int count = Math.min(most, seeds - before);
                    Chains chains = Chains.from(protocol.seed() + before, count);
                    Progress part = progress.part((double) before / seeds, (double) (before + count) / seeds);
                    advance(learner, chains, before == 0, part);
                    before += count;
                }
            }
        }

        private <S extends Sample<S>, M> void advance(
                Learner<S, M, V> learner, Chains chains, boolean first, Progress part) {
            Protocol protocol = panel.setting().protocol();
            int total = protocol.generations();
            double all = panel.regime().trained(total);
            int stride = (total + MEASURED - 1) / MEASURED;
            var training = new RecursiveTraining<>(learner, protocol, panel.regime(), chains);
            for (int g = 0; g < total; g++) {
                boolean measured = g % stride == 0 || g == total - 1;
                Wanted wanted =
                        first ? measured ? Wanted.ALL : Wanted.PICTURES : measured ? Wanted.METRICS : Wanted.NOTHING;
                double end = panel.regime().trained(g + 1) / all;
                Generation<V> generation =
                        training.next(wanted, part.part(panel.regime().trained(g) / all, end));
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
