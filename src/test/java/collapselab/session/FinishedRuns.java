package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Runs as the window makes them, waited for. */
final class FinishedRuns {
    /** One for all tests: digits are drawn and their classifier trained once. */
    static final List<Experiment<?, ?>> CATALOG = Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    private FinishedRuns() {}

    /** The first panel of a run that is done. */
    static Panel<?, ?> panel(RunSpec<?> spec) {
        try (Runner runner = new Runner()) {
            Semaphore changes = new Semaphore(0);
            Run run = runner.start(spec, changes::release);
            while (run.state() != Run.State.DONE) {
                changes.acquireUninterruptibly();
                assertThat(run.failure()).isEmpty();
            }
            return run.panels().get(0);
        }
    }

    /** The first panel of a spec's run. */
    static Panel<?, ?> panel(String text) {
        return panel(RunSpec.parse(text, CATALOG));
    }
}
