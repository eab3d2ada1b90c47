package collapselab.bench;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.Milestone;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.session.Event;
import collapselab.session.Loss;
import collapselab.session.Panel;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Prints, as a Markdown table, the generations of the milestones and the loss log of every experiment as the window begins it,
 * over seeds 1, 1001, 2001 and so on. Arguments: how many, then which experiments, all if none is named; either may carry
 * parameters, such as {@code gaussian?samples=20}. Digits come from where COLLAPSELAB_DATA says.
 */
public final class MilestonesTable {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private MilestonesTable() {}

    /** Prints a row for each regime that an experiment compares. */
    public static void main(String[] arguments) {
        int bases = Integer.parseInt(arguments[0]);
        List<Experiment<?, ?>> catalog = Catalog.experiments(DigitSource.of(Optional.empty(), System.getenv()));
        List<String> wanted = arguments.length > 1
                ? Arrays.asList(arguments).subList(1, arguments.length)
                : catalog.stream().map(Experiment::id).toList();
        OUT.println("| experiment | regime | early collapse | late collapse | losses | names lost | returns |");
        OUT.println("|---|---|---|---|---|---|---|");
        try (Runner runner = new Runner()) {
            for (String text : wanted) {
                RunSpec<?> spec = spec(text, catalog);
                List<Run> runs = new ArrayList<>();
                for (int b = 0; b < bases; b++) {
                    runs.add(done(runner, spec.with("seed", Long.toString(1 + 1000L * b))));
                }
                for (int panel = 0; panel < spec.regimes().size(); panel++) {
                    print(text, runs, panel);
                }
            }
        }
    }

    /** The window's spec of an experiment, changed as the text says. */
    private static RunSpec<?> spec(String text, List<Experiment<?, ?>> catalog) {
        String[] parts = text.split("[?&]", -1);
        RunSpec<?> spec = catalog.stream()
                .filter(e -> e.id().equals(parts[0]))
                .findFirst()
                .<RunSpec<?>>map(RunSpec::opening)
                .orElseThrow();
        for (String pair : Arrays.asList(parts).subList(1, parts.length)) {
            spec = spec.with(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return spec.settled();
    }

    private static Run done(Runner runner, RunSpec<?> spec) {
        Semaphore changes = new Semaphore(0);
        Run run = runner.start(spec, changes::release);
        while (run.state() != Run.State.DONE) {
            changes.acquireUninterruptibly();
            if (run.state() == Run.State.FAILED) {
                throw new IllegalStateException(run.failure().orElse(""));
            }
        }
        return run;
    }

    private static void print(String text, List<Run> runs, int panel) {
        Map<Milestone.Kind, List<Integer>> reached = new LinkedHashMap<>();
        List<Integer> losses = new ArrayList<>();
        List<Integer> names = new ArrayList<>();
        List<Integer> returns = new ArrayList<>();
        for (Run run : runs) {
            Panel<?, ?> of = run.panels().get(panel);
            for (Event event : of.events()) {
                reached.computeIfAbsent(event.milestone().kind(), kind -> new ArrayList<>())
                        .add(event.generation());
            }
            List<Loss> log = of.losses(Integer.MAX_VALUE);
            Set<String> distinct =
                    log.stream().flatMap(l -> l.names().stream()).collect(Collectors.toCollection(HashSet::new));
            losses.add(log.stream().mapToInt(l -> l.names().size()).sum());
            returns.add(log.stream().mapToInt(l -> l.returned().size()).sum());
            names.add(distinct.size());
        }
        String regime = runs.get(0).spec().regimes().get(panel).text();
        OUT.println("| "
                + String.join(
                        " | ",
                        text,
                        regime,
                        spread(reached.get(Milestone.Kind.EARLY), runs.size()),
                        spread(reached.get(Milestone.Kind.LATE), runs.size()),
                        spread(losses),
                        spread(names),
                        spread(returns))
                + " |");
    }

    private static String spread(List<Integer> generations, int runs) {
        return generations == null ? "none" : spread(generations) + " in " + generations.size() + " of " + runs;
    }

    /** Least, median and largest. */
    private static String spread(List<Integer> values) {
        int[] sorted = values.stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted[0] + " / " + sorted[sorted.length / 2] + " / " + sorted[sorted.length - 1];
    }
}
