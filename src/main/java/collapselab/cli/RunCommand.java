package collapselab.cli;

import collapselab.experiment.RunSpec;
import collapselab.export.ExportException;
import collapselab.export.Heading;
import collapselab.export.Inputs;
import collapselab.export.TableFile;
import collapselab.export.TableFile.Format;
import collapselab.session.Ensemble;
import collapselab.session.Footprint;
import collapselab.session.RunVerdicts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Computes a spec and writes its metrics. */
@Command(
        name = "run",
        description = {
            "Computes a spec such as 'gaussian?samples=50&seed=7' and writes its metrics,",
            "one row a seed and generation; as CSV on standard output if no file is named.",
            "The same spec, version, backend and shards give the same bytes on one processor family."
        })
final class RunCommand implements Callable<Integer> {
    private static final String STDOUT = "-";

    private final Call call;

    @Parameters(paramLabel = "SPEC", description = "What to compute; \"list\" shows the parameters.")
    private String spec;

    @Option(names = "--seeds", paramLabel = "R", description = "Compute seeds seed ... seed+R-1; short for seeds=R.")
    private String seeds;

    @Option(names = "--at", paramLabel = "G,G,...", description = "Write only these generations.")
    private String at;

    @Option(names = "--csv", paramLabel = "F", description = "Write comma-separated values; - is standard output.")
    private Path csv;

    @Option(names = "--json", paramLabel = "F", description = "Write JSON; - is standard output.")
    private Path json;

    @Option(names = "--verdicts", description = "Say on standard error how the run stands against theory.")
    private boolean verdicts;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder that holds mnist/.")
    private Path data;

    RunCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        RunSpec<?> run;
        try {
            run = call.spec(spec, seeds, call.experiments(data));
        } catch (CancellationException e) {
            throw new StoppedException(stopped(List.of()));
        }
        Ensemble ensemble = Ensemble.of(run, generations(run));
        int judges = (verdicts ? 1 : 0) + (json == null ? 0 : 1);
        if (judges > 0) {
            Footprint.ofVerdicts(run, ensemble.measured(), judges).check();
        }
        Heading heading = new Heading(run, Build.read().version());
        Inputs inputs = call.inputs(run, data);
        Stream.of(csv, json)
                .filter(path -> path != null && !path.toString().equals(STDOUT))
                .map(call.terminal()::find)
                .forEach(path -> {
                    inputs.protect(path);
                    DiskRoom.check(path, run, ensemble.rows());
                });
        call.terminal().outFile().ifPresent(file -> inputs.protect("Standard output", file));
        List<TableFile> tables = new ArrayList<>();
        try {
            open(tables, heading);
            if (run.taken().isPresent() || run.standIn().isPresent()) {
                String cure = run.standIn().map(instead -> "; " + instead).orElse("");
                call.terminal().say("Real data: " + heading.data() + cure + ".");
            }
            compute(run, ensemble, tables);
        } finally {
            tables.forEach(TableFile::close);
        }
        return 0;
    }

    private SortedSet<Integer> generations(RunSpec<?> run) {
        SortedSet<Integer> generations = new TreeSet<>();
        for (String word : at == null ? new String[0] : at.split(",", -1)) {
            generations.add(Call.generation(run, word, "--at"));
        }
        return generations;
    }

    private void open(List<TableFile> tables, Heading heading) {
        if (csv == null && json == null) {
            csv = Path.of(STDOUT);
        }
        if (csv != null) {
            tables.add(table(csv, Format.CSV, heading));
        }
        if (json != null) {
            boolean same = csv != null
                    && (csv.equals(json) || tables.get(0).is(call.terminal().find(json)));
            if (same) {
                throw new UsageException("--csv and --json name the same output: give them different names.");
            }
            tables.add(table(json, Format.JSON, heading));
        }
    }

    private TableFile table(Path target, Format format, Heading heading) {
        return target.toString().equals(STDOUT)
                ? TableFile.to(call.terminal().out(), "Standard output", format, heading)
                : TableFile.to(call.terminal().find(target), format, heading);
    }

    private void compute(RunSpec<?> run, Ensemble ensemble, List<TableFile> tables) {
        Optional<RunVerdicts> judged = verdicts ? Optional.of(new RunVerdicts(run)) : Optional.empty();
        List<String> said = new ArrayList<>();
        try (ProgressLine line = new ProgressLine(call.terminal(), "computing")) {
            ensemble.run(
                    (regime, block) -> {
                        TableFile.add(tables, regime, block, call.signal()::hurry);
                        judged.ifPresent(j -> j.add(regime, block));
                    },
                    call.watched(line));
            call.signal().during(() -> {
                tables.forEach(TableFile::conclude);
                said.addAll(judged.map(j -> VerdictTable.lines(j.verdicts())).orElse(List.of()));
            });
        } catch (CancellationException e) {
            throw new StoppedException(stopped(keep(ensemble, tables)));
        } catch (RuntimeException | Error e) {
            List<String> kept = keep(ensemble, tables);
            if (call.signal().stopped()) {
                throw new StoppedException(stopped(kept));
            }
            if (e instanceof ExportException failure) {
                throw with(kept, failure);
            }
            throw e;
        }
        finish(tables);
        said.forEach(call.terminal()::say);
        if (call.terminal().interactive()) {
            tables.stream().filter(t -> !t.name().startsWith("Standard")).forEach(t -> call.terminal()
                    .say("Wrote " + t.rows() + " rows to " + t.name() + "."));
        }
    }

    /** Makes every table whole, also where another one cannot be. */
    private static void finish(List<TableFile> tables) {
        List<ExportException> failures = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (TableFile table : tables) {
            try {
                table.finish();
                whole.add(table.name() + " is whole");
            } catch (ExportException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw with(whole, failures.get(0));
        }
    }

    /** A failure to write a table that says what became of the others. */
    private static ExportException with(List<String> kept, ExportException failure) {
        String sentence = failure.getMessage().replaceAll("\\.$", "");
        return kept.isEmpty()
                ? failure
                : new ExportException(sentence + " (" + String.join(", ", kept) + ").", failure);
    }

    /** Makes whole what there is, each table by itself, and says of each what was kept. */
    private static List<String> keep(Ensemble ensemble, List<TableFile> tables) {
        List<String> said = new ArrayList<>();
        for (TableFile table : tables) {
            try {
                if (table.stop(ensemble.rows())) {
                    said.add(table.name() + " holds " + table.rows() + " of " + ensemble.rows() + " rows");
                }
            } catch (ExportException e) {
                LoggerFactory.getLogger(RunCommand.class).warn("cannot keep {}", table.name(), e);
                said.add(table.name() + " could not be kept");
            }
        }
        return said;
    }

    private static String stopped(List<String> said) {
        return said.isEmpty()
                ? "Stopped before the first row; nothing was written."
                : "Stopped; " + String.join(", ", said) + ".";
    }
}
