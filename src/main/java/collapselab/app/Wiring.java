package collapselab.app;

import collapselab.catalog.Catalog;
import collapselab.cli.Build;
import collapselab.cli.Lab;
import collapselab.cli.Screens;
import collapselab.experiment.Experiment;
import collapselab.export.ExportException;
import collapselab.kernel.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of this program, each made when it is asked for. */
final class Wiring implements Lab {
    private static final String NO_WINDOW = "This build has no window yet; use run and list.";

    private final Map<String, String> environment;

    Wiring(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public List<Experiment<?, ?>> experiments(Optional<Path> data) {
        return Catalog.experiments();
    }

    @Override
    public String backend() {
        return "cpu (ND4J " + Build.read().nd4j() + ", 2 threads)";
    }

    @Override
    public String probeBackend() {
        return backend();
    }

    @Override
    public String digits(Optional<Path> data) {
        return data.map(folder -> "in " + folder).orElse("drawn digits, not MNIST");
    }

    @Override
    public Path fetchMnist(Optional<Path> folder, Progress progress) {
        throw new ExportException("This build cannot download yet; name a data folder with --data.");
    }

    @Override
    public Path cache() {
        return Path.of(environment.getOrDefault("HOME", ""), ".cache", "collapse-lab");
    }

    @Override
    public Screens screens() {
        return (shot, pictures, film, progress) -> {
            throw new ExportException(NO_WINDOW);
        };
    }

    /** Opens the window, and returns when it is closed. */
    Runnable window() {
        return () -> {
            throw new ExportException(NO_WINDOW);
        };
    }
}
