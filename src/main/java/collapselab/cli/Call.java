package collapselab.cli;

import collapselab.cli.Screens.Shot;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.export.Inputs;
import collapselab.export.OutputFile;
import collapselab.kernel.Progress;
import collapselab.session.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What every command is given.
 *
 * @param terminal where it was called
 * @param lab what it works with
 * @param signal what stops it
 */
record Call(Terminal terminal, Lab lab, StopSignal signal) {
    /** A data folder as the user named it. */
    Optional<Path> folder(Path named) {
        return Optional.ofNullable(named).map(terminal::find);
    }

    /**
     * The experiments.
     *
     * @param data the value of --data; may be null
     */
    List<Experiment<?, ?>> experiments(Path data) {
        return lab.experiments(folder(data));
    }

    /**
     * The files that a run reads.
     *
     * @param data the value of --data; may be null
     */
    Inputs inputs(RunSpec<?> run, Path data) {
        return Inputs.of(run, lab.digitFiles(folder(data)));
    }

    /**
     * Reads a spec and the files it names; that is given up when the work is stopped.
     *
     * @param text the spec
     * @param seeds the value of --seeds, which is short for seeds= in the spec; may be null
     * @param experiments what it may name
     * @throws SpecException if it is wrong
     * @throws CancellationException if the work is stopped
     */
    RunSpec<?> spec(String text, String seeds, List<Experiment<?, ?>> experiments) {
        String whole = seeds == null ? text : text + (text.indexOf('?') < 0 ? "?" : "&") + "seeds=" + seeds;
        RunSpec<?> run = signal.during(() -> {
            RunSpec<?> read = RunSpec.parse(whole, experiments);
            var unused = read.data(); // which may be a data set to read
            return read;
        });
        signal.check();
        return run;
    }

    /**
     * Reads a generation.
     *
     * @param run the run it must be within
     * @param text what the user wrote
     * @param option where
     */
    static int generation(RunSpec<?> run, String text, String option) {
        int last = run.protocol().generations() - 1;
        if (text.isBlank()) {
            throw new UsageException(
                    option + " lacks a generation: use a whole number from 0 to " + last + " where nothing stands.");
        }
        if (!text.strip().matches("-?\\d{1,9}")) {
            throw new UsageException(
                    option + " " + text + " is not a generation: use a whole number from 0 to " + last + ".");
        }
        int generation = Integer.parseInt(text.strip());
        if (generation < 0) {
            throw new UsageException("There is no generation " + generation + ": the first is 0.");
        }
        if (generation > last) {
            throw new UsageException("Generation " + generation + " is beyond the last, which is " + last
                    + ": ask for an earlier one, or for more with generations=" + (generation + 1) + " in the spec.");
        }
        return generation;
    }

    /** Takes pictures, until the work is stopped: neither the toolkit's start nor the reading of fonts looks at the signal. */
    void show(Shot shot, Map<Integer, OutputFile> pictures, Optional<OutputFile> film, ProgressLine line) {
        signal.during(() -> lab.screens().show(shot, pictures, film, watched(line)));
        signal.check();
    }

    /** A progress that shows a line and stops with the signal. */
    Progress watched(ProgressLine line) {
        return signal.over(line);
    }
}
