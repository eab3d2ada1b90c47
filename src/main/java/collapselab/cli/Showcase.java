package collapselab.cli;

import collapselab.cli.Screens.Shot;
import collapselab.cli.Screens.Theme;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.export.ExportException;
import collapselab.export.Heading;
import collapselab.export.OutputFile;
import collapselab.export.TableFile;
import collapselab.export.TableFile.Format;
import collapselab.session.Ensemble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The program's main job without a display: its experiments for a few generations, as pictures, films and tables. */
final class Showcase {
    /** Where everything goes. */
    static final String FOLDER = "collapse-lab-output";

    private static final int WIDTH = 1_440;
    private static final int HEIGHT = 900;

    /** One run that is shown. */
    private record Exhibit(String spec, List<Integer> generations) {}

    /** Small enough for a minute or two on two cores; the digits are fewer and trained for less than by default. */
    private static final List<Exhibit> EXHIBITS = List.of(
            new Exhibit(
                    "gaussian?regime=replace,accumulate,subsample&generations=201&seeds=64", List.of(0, 20, 50, 200)),
            new Exhibit(
                    "digits?samples=3000&generations=5&epochs=6&regime=replace,accumulate&seed=1", List.of(0, 2, 4)));

    private final Call call;
    private final Path folder;

    Showcase(Call call) {
        this.call = call;
        this.folder = call.terminal().find(Path.of(FOLDER));
    }

    /** Makes everything and says what. */
    void run() throws IOException {
        makeFolder();
        List<Experiment<?, ?>> experiments = call.lab().experiments(Optional.empty());
        for (Exhibit exhibit : EXHIBITS) {
            String id = exhibit.spec().substring(0, exhibit.spec().indexOf('?'));
            if (experiments.stream().anyMatch(e -> e.id().equals(id))) {
                show(experiments, RunSpec.parse(exhibit.spec(), experiments), exhibit.generations());
            }
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExportException(
                    "The folder " + folder + " cannot be made here: free its name, or start in a folder that you may"
                            + " write to.",
                    e);
        }
    }

    private void show(List<Experiment<?, ?>> experiments, RunSpec<?> spec, List<Integer> generations)
            throws IOException {
        String id = spec.experiment().id();
        table(spec, folder.resolve(id + ".csv"));
        Map<Integer, OutputFile> files = new TreeMap<>();
        OutputFile film = OutputFile.create(folder.resolve(id + ".gif"));
        try (ProgressLine line = new ProgressLine(call.terminal(), "pictures of " + id)) {
            for (int generation : generations) {
                files.put(generation, OutputFile.create(folder.resolve(picture(id, generation))));
            }
            Shot shot = new Shot(experiments, spec, WIDTH, HEIGHT, Theme.DARK, List.of());
            call.show(shot, files, Optional.of(film), line);
            files.values().forEach(OutputFile::commit);
            film.commit();
        } finally {
            files.values().forEach(OutputFile::close);
            film.close();
        }
        for (int generation : generations) {
            made(picture(id, generation), "the window at generation " + generation);
        }
        made(id + ".gif", "all generations as a film");
    }

    private static String picture(String id, int generation) {
        return id + "-generation-" + generation + ".png";
    }

    private void table(RunSpec<?> spec, Path file) throws IOException {
        Heading heading = new Heading(spec, Build.read().version());
        try (TableFile table = TableFile.to(file, Format.CSV, heading);
                ProgressLine line = new ProgressLine(
                        call.terminal(), "computing " + spec.experiment().id())) {
            Ensemble.of(spec, new TreeSet<>())
                    .run(
                            (regime, block) -> TableFile.add(List.of(table), regime, block, call.signal()::hurry),
                            call.watched(line));
            table.finish();
        }
        made(file.getFileName().toString(), "the metrics of " + spec.shortText());
    }

    private void made(String file, String what) throws IOException {
        call.terminal().print(FOLDER + "/" + file + "  " + what + "\n");
    }
}
