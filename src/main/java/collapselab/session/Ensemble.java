package collapselab.session;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Setting;
import collapselab.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Computes every chain of a spec and hands the numbers over in the order of regimes and seeds, block by block, so that any
 * number of chains fits into memory. Chains of a live experiment are computed on all threads; an expensive one, which uses
 * all cores by itself, goes block after block. What a chain gives depends on neither.
 */
public final class Ensemble {
    /** A block holds at most this many numbers (32 MB) while it is computed. */
    private static final long MOST_NUMBERS = 1L << 22;

    /** Smaller blocks would cost more in overhead than they gain in balance between the threads. */
    private static final int LEAST_CHAINS = 16;

    /** Where results go. */
    @FunctionalInterface
    public interface Sink {
        /** Takes the next chains; called by the thread that called {@link Ensemble#run}. */
        void accept(DataRegime regime, ChainBlock block);
    }

    private final RunSpec<?> spec;
    private final List<Integer> wanted;
    private final int threads;

    private Ensemble(RunSpec<?> spec, List<Integer> wanted, int threads) {
        this.spec = spec;
        this.wanted = wanted;
        this.threads = threads;
    }

    /**
     * An ensemble on all cores.
     *
     * @param spec what to compute
     * @param wanted the generations to measure; empty: all
     */
    public static Ensemble of(RunSpec<?> spec, SortedSet<Integer> wanted) {
        return of(spec, wanted, Runtime.getRuntime().availableProcessors());
    }

    /**
     * An ensemble.
     *
     * @param spec what to compute
     * @param wanted the generations to measure, all within the spec; empty: all
     * @param threads how many chains may be computed at the same time, at least 1
     * @throws collapselab.experiment.SpecException if it does not fit into memory
     */
    public static Ensemble of(RunSpec<?> spec, SortedSet<Integer> wanted, int threads) {
        int measured = wanted.isEmpty() ? spec.protocol().generations() : wanted.size();
        Footprint.ofEnsemble(spec, measured, threads).check();
        List<Integer> generations = wanted.isEmpty()
                ? IntStream.range(0, spec.protocol().generations()).boxed().toList()
                : List.copyOf(new TreeSet<>(wanted));
        if (generations.get(0) < 0
                || generations.get(generations.size() - 1) >= spec.protocol().generations()) {
            throw new IllegalArgumentException("generations " + wanted + " of " + spec);
        }
        return new Ensemble(spec, generations, threads);
    }

    /** How many generations are measured. */
    public int measured() {
        return wanted.size();
    }

    /** How many rows, one a regime, chain and measured generation, it gives. */
    public long rows() {
        return (long) spec.regimes().size() * spec.protocol().seeds() * wanted.size();
    }

    /**
     * Computes everything. If it is stopped or fails, what the first unfinished block has measured is handed over before
     * this throws.
     *
     * @param sink takes the results
     * @param progress called from several threads at once
     * @throws CancellationException if {@code progress} stops it
     */
    public void run(Sink sink, Progress progress) {
        run(spec, sink, progress);
    }

    private <P extends Record> void run(RunSpec<P> run, Sink sink, Progress progress) {
        int count = run.regimes().size();
        for (int i = 0; i < count; i++) {
            Setting<P> setting = run.setting(run.regimes().get(i));
            lanes(run.experiment(), setting, sink, progress.part((double) i / count, (i + 1.0) / count));
        }
    }

    private <P extends Record, V> void lanes(
            Experiment<P, V> experiment, Setting<P> setting, Sink sink, Progress progress) {
        int chains = setting.protocol().seeds();
        int size = blockSize(experiment, setting, wanted.size(), threads);
        int blocks = 1 + (chains - 1) / size;
        int width = experiment.live() ? Math.min(threads, blocks) : 1;
        LaneProgress shared = new LaneProgress(width, progress);
        List<Lane<P, V>> lanes = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            lanes.add(new Lane<>(experiment, setting, wanted, new Lane.Share(i, width, blocks, size), shared.lane(i)));
        }
        ExecutorService workers = Workers.pool("ensemble", width);
        try {
            lanes.forEach(workers::execute);
            for (int b = 0; b < blocks; b++) {
                Lane.Delivery next = lanes.get(b % width).take();
                if (!next.block().generations().isEmpty()) {
                    sink.accept(setting.regime(), next.block());
                }
                next.rethrow();
            }
        } finally {
            shared.stop();
            end(workers);
        }
    }

    /**
     * How many chains a block has.
     *
     * @param wanted how many generations are measured
     */
    static <P extends Record> int blockSize(Experiment<P, ?> experiment, Setting<P> setting, int wanted, int threads) {
        long numbers = (long) wanted * Math.max(1, experiment.metrics().size());
        int most = (int) Math.max(1, Math.min(experiment.chainsAtOnce(setting), MOST_NUMBERS / numbers));
        if (!experiment.live()) {
            return most;
        }
        int even = 1 + (setting.protocol().seeds() - 1) / (4 * threads);
        return Math.min(most, Math.max(LEAST_CHAINS, even));
    }

    /** Waits until the learners are closed: what they hold outside the heap must not outlive the run. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
