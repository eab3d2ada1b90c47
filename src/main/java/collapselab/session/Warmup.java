package collapselab.session;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Runs the live experiments for a moment, so that the first drag of a slider finds compiled code: cold, the first runs take ten
 * times as long.
 */
public final class Warmup {
    private static final int ROUNDS = 8;

    /** An experiment gets no further round when this many seconds are over. */
    private static final double BUDGET = 0.3;

    /** Enough to compile what a generation runs through; some experiments have thousands. */
    private static final String GENERATIONS = "60";

    private static final String CHAINS = "8";

    private Warmup() {}

    /** Does so on the calling thread, which takes a second or two. */
    public static void run(List<Experiment<?, ?>> experiments) {
        experiments.stream().filter(Experiment::live).forEach(Warmup::warm);
    }

    private static void warm(Experiment<?, ?> experiment) {
        RunSpec<?> spec =
                RunSpec.opening(experiment).with("generations", GENERATIONS).with("seeds", CHAINS);
        long begun = System.nanoTime();
        for (int round = 0; round < ROUNDS && (System.nanoTime() - begun) * 1e-9 < BUDGET; round++) {
            once(spec);
        }
    }

    private static void once(RunSpec<?> spec) {
        SortedSet<Integer> all = new TreeSet<>();
        Ensemble.of(spec, all, 1).run((DataRegime regime, ChainBlock block) -> {}, fraction -> {});
    }
}
