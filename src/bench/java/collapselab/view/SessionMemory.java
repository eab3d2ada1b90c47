package collapselab.view;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.session.Run;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Fifty runs of an experiment one after another, each with another seed, in the session's list as in the window: the heap in
 * use after each ten. Of all live experiments as the window begins them, or of the specs that are given.
 */
public final class SessionMemory {
    private static final int RUNS = 50;
    private static final int EACH = 10;

    private final List<Experiment<?, ?>> experiments =
            Catalog.experiments(DigitSource.of(Optional.empty(), System.getenv()));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Semaphore woken = new Semaphore(0);

    private SessionMemory() {}

    /** Runs it all and prints a line of megabytes an experiment. */
    public static void main(String[] arguments) throws InterruptedException {
        SessionMemory memory = new SessionMemory();
        List<RunSpec<?>> specs = arguments.length == 0
                ? memory.experiments.stream()
                        .filter(Experiment::live)
                        .<RunSpec<?>>map(RunSpec::opening)
                        .toList()
                : List.of(arguments).stream()
                        .<RunSpec<?>>map(text -> RunSpec.parse(text, memory.experiments))
                        .toList();
        for (RunSpec<?> spec : specs) {
            memory.measure(spec);
        }
    }

    private void measure(RunSpec<?> spec) throws InterruptedException {
        StringBuilder line = new StringBuilder(spec.shortText())
                .append(": MB before and after each ")
                .append(EACH);
        line.append(" runs ").append(megabytes());
        try (Lab lab = new Lab(experiments, woken::release, sentence -> {}, Settling.atOnce())) {
            lab.settings().open(spec);
            for (int run = 1; run <= RUNS; run++) {
                lab.settings().set("seed", Integer.toString(run + 1));
                while (!done(lab)) {
                    woken.acquire();
                    lab.tick(0.01);
                }
                if (run % EACH == 0) {
                    line.append(' ').append(megabytes());
                }
            }
            line.append("; runs kept ").append(lab.session().runs().size());
        }
        out.println(line);
    }

    private static boolean done(Lab lab) {
        return !lab.stale()
                && lab.shown().filter(run -> run.state() == Run.State.DONE).isPresent();
    }

    private static String megabytes() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return String.format(Locale.ROOT, "%.1f", used / 1e6);
    }
}
