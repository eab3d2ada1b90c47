package collapselab.app;

import collapselab.app.RandomCommand.Outcome;
import collapselab.app.RandomCommand.Patience;
import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.kernel.data.DigitSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Random specs through all commands: in this process, with what the window would say and draw of them, or by the launcher.
 * {@code mvn -q -Pfuzz}, see src/docs/reliability.md.
 */
final class Fuzz {
    /** Specs that follow from one seed: each such slice can be repeated alone. */
    static final int SLICE = 100;

    private final List<Experiment<?, ?>> catalog = Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));
    private final RandomCommandJudge judge;
    private final Patience patience;
    private final Map<String, Integer> codes = new TreeMap<>();
    private final Path folder;
    private final PrintStream out;
    private int faulty;
    private double slowest;

    private Fuzz(Path folder, PrintStream out, Patience patience) {
        this.folder = folder;
        this.out = out;
        this.patience = patience;
        judge = new RandomCommandJudge(catalog, patience.stop());
        RandomSpecs.writeFiles(folder);
    }

    /**
     * Runs slices of specs and prints what is wrong.
     *
     * @param arguments the first slice, how many, and for the launcher its path
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = System.out; // before what libraries print goes to the log
        Log.prepare(System.getenv());
        int first = Integer.parseInt(arguments[0]);
        int slices = Integer.parseInt(arguments[1]);
        Optional<Path> launcher =
                arguments.length > 2 ? Optional.of(Path.of(arguments[2]).toAbsolutePath()) : Optional.empty();
        Fuzz fuzz = new Fuzz(
                Files.createTempDirectory("fuzz"),
                out,
                new Patience(Double.parseDouble(System.getProperty("fuzz.seconds", "20")), 2));
        for (int slice = first; slice < first + slices; slice++) {
            fuzz.slice(slice, SLICE, launcher);
            out.println("slice " + slice + ": " + fuzz.summary());
        }
        System.exit(fuzz.faulty == 0 ? 0 : 1);
    }

    /** All that is wrong with the first specs of a slice, in this process, however long they take to stop. */
    static List<String> faults(int slice, int count, Path folder) {
        Fuzz fuzz = new Fuzz(folder, new PrintStream(OutputStream.nullOutputStream()), new Patience(20, 600));
        return fuzz.slice(slice, count, Optional.empty());
    }

    private List<String> slice(int slice, int count, Optional<Path> launcher) {
        RandomSpecs specs = new RandomSpecs(slice, catalog, folder);
        List<String> all = new ArrayList<>();
        try (RandomPanels panels = new RandomPanels(patience)) {
            for (int i = 0; i < count; i++) {
                RandomCommand command = RandomCommand.next(specs);
                List<String> faults = guarded(
                        c -> judge.faults(c, launcher.map(l -> launched(c, l)).orElseGet(() -> here(c))), command);
                if (launcher.isEmpty()) {
                    faults.addAll(guarded(c -> panels(panels, c), command));
                }
                if (!faults.isEmpty()) {
                    faulty++;
                    all.add(slice + "/" + i + " " + String.join(" ", command.words()) + "\n    "
                            + String.join("\n    ", faults));
                    out.println(all.get(all.size() - 1));
                }
            }
        }
        return all;
    }

    /** A fault of the program that nothing catches is a fault like others. */
    private static List<String> guarded(Function<RandomCommand, List<String>> trial, RandomCommand command) {
        try {
            return new ArrayList<>(trial.apply(command));
        } catch (RuntimeException | Error e) {
            List<String> trace = new ArrayList<>(List.of("throws " + e));
            for (StackTraceElement at : e.getStackTrace()) {
                if (at.getClassName().startsWith("collapselab.") && trace.size() < 5) {
                    trace.add("at " + at);
                }
            }
            return trace;
        }
    }

    private Outcome here(RandomCommand command) {
        return counted(command, command.here(folder, patience(command)));
    }

    /** The first run of digits draws them and trains the classifier that judges them. */
    private Patience patience(RandomCommand command) {
        boolean digits = command.spec().startsWith("digits?");
        return digits ? new Patience(Math.max(patience.run(), 60), patience.stop()) : patience;
    }

    private Outcome launched(RandomCommand command, Path launcher) {
        try {
            return counted(command, command.by(launcher, folder, patience(command)));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome counted(RandomCommand command, Outcome outcome) {
        String kind = (command.words().isEmpty() ? "" : command.words().get(0)) + " " + outcome.code();
        codes.merge(kind, 1, Integer::sum);
        if (command.spec().startsWith("digits?")) {
            codes.merge("digits " + outcome.code(), 1, Integer::sum);
        }
        slowest = outcome.stopped() ? Math.max(slowest, outcome.ending()) : slowest;
        return outcome;
    }

    private List<String> panels(RandomPanels panels, RandomCommand command) {
        RunSpec<?> spec;
        try {
            spec = RunSpec.parse(command.spec(), catalog);
        } catch (SpecException refused) {
            return List.of();
        }
        return spec.protocol().seeds() > 1000 || spec.protocol().generations() > 1000 ? List.of() : panels.faults(spec);
    }

    private String summary() {
        return faulty + " faulty; command and exit code: " + codes + "; slowest stop " + Math.round(1000 * slowest)
                + " ms";
    }
}
