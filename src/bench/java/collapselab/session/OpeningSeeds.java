package collapselab.session;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks for the seed that an experiment's opening should have: its first chain, which is pictured, is to stray as little as
 * possible from the median. Arguments: the experiment, how many seeds to try.
 */
public final class OpeningSeeds {
    private OpeningSeeds() {}

    public static void main(String[] args) throws InterruptedException {
        Experiment<?, ?> experiment = Catalog.experiments(DigitSource.of(Optional.empty(), Map.of())).stream()
                .filter(each -> each.id().equals(args[0]))
                .findFirst()
                .orElseThrow();
        double least = Double.POSITIVE_INFINITY;
        try (Runner runner = new Runner()) {
            for (int seed = 1; seed <= Integer.parseInt(args[1]); seed++) {
                RunSpec<?> spec = RunSpec.opening(experiment).with("seed", Integer.toString(seed));
                double stray = TypicalChain.strays(done(runner, spec).panels())[0];
                if (stray < least) {
                    least = stray;
                    System.out.printf("%s: seed %d strays by a factor of %.2f%n", args[0], seed, Math.exp(stray));
                }
            }
        }
    }

    private static Run done(Runner runner, RunSpec<?> spec) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Run[] run = new Run[1];
        run[0] = runner.start(spec, OptionalInt.of(0), () -> {
            if (run[0] != null && run[0].state() == Run.State.DONE) {
                end.countDown();
            }
        });
        while (run[0].state() != Run.State.DONE && !end.await(2, TimeUnit.MILLISECONDS)) {
            // Its last word may have come before it was known here.
        }
        return run[0];
    }
}
