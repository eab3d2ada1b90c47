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

    /** Enough to compile what a generation runs through; some experiments have thousands. */
    private static final String GENERATIONS = "60";

    private Warmup() {}

    /** Does so on the calling thread, which takes about a second. */
    public static void run(List<Experiment<?, ?>> experiments) {
        for (int round = 0; round < ROUNDS; round++) {
            for (Experiment<?, ?> experiment : experiments) {
                if (experiment.live()) {
                    once(RunSpec.forWindow(experiment).with("generations", GENERATIONS));
                }
            }
        }
    }

    private static void once(RunSpec<?> spec) {
        SortedSet<Integer> all = new TreeSet<>();
        Ensemble.of(spec, all, 1).run((DataRegime regime, ChainBlock block) -> {}, fraction -> {});
    }
}
