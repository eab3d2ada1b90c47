package collapselab.app;

import collapselab.catalog.Catalog;
import collapselab.cli.Display;
import collapselab.cli.Home;
import collapselab.cli.Lab;
import collapselab.cli.Screens;
import collapselab.experiment.Experiment;
import collapselab.export.ExportException;
import collapselab.kernel.Progress;
import collapselab.kernel.data.DataException;
import collapselab.kernel.data.DigitSource;
import collapselab.kernel.data.Mnist;
import collapselab.kernel.neural.Backend;
import collapselab.view.Startup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of this program, each made when it is asked for. */
final class Wiring implements Lab {
    private final Map<String, String> environment;
    private final Home home;

    Wiring(Map<String, String> environment, Home home) {
        this.environment = environment;
        this.home = home;
    }

    @Override
    public List<Experiment<?, ?>> experiments(Optional<Path> data) {
        return Catalog.experiments(DigitSource.of(data, environment));
    }

    @Override
    public String probeBackend() {
        Backend backend = Backend.current();
        backend.refusal().ifPresent(reason -> {
            throw new DataException(reason);
        });
        Backend.warm();
        return backend.describe() + ", " + backend.device() + ", " + backend.blas();
    }

    @Override
    public String digits(Optional<Path> data) {
        DigitSource source = DigitSource.of(data, environment);
        if (source.folder().isEmpty()) {
            return "drawn digits, not MNIST: no folder is named by --data or " + DigitSource.VARIABLE
                    + ", and none is in the cache; to get MNIST: collapse-lab data fetch mnist";
        }
        String why = data.isPresent()
                ? "named by --data"
                : environment.getOrDefault(DigitSource.VARIABLE, "").isBlank()
                        ? "in the cache"
                        : "named by " + DigitSource.VARIABLE;
        return source.load(Progress.NONE).name() + " from " + source.folder().get() + ", " + why;
    }

    @Override
    public Path fetchMnist(Optional<Path> folder, Progress progress) {
        return Mnist.fetch(folder.orElseGet(Mnist::cache), progress);
    }

    @Override
    public List<Path> digitFiles(Optional<Path> data) {
        return DigitSource.of(data, environment).folder().map(Mnist::files).orElse(List.of());
    }

    @Override
    public ThisMachine machine() {
        return new ThisMachine(environment, home);
    }

    @Override
    public Path cache() {
        return Mnist.cache();
    }

    @Override
    public Screens screens() {
        Display.of(environment).missingForPictures().ifPresent(missing -> {
            throw new ExportException(missing);
        });
        Log.quietToolkit();
        return new OffScreen(machine());
    }

    /** Opens the window, and returns when it is closed. */
    void openWindow() {
        Log.quietToolkit();
        DigitSource digits = DigitSource.of(Optional.empty(), environment)
                .fetching(progress -> fetchMnist(Optional.empty(), progress));
        List<Experiment<?, ?>> experiments = Catalog.experiments(digits);
        try {
            Startup.launch(
                    experiments,
                    Optional.empty(),
                    () -> {
                        Backend.warm();
                        return Backend.current().describe();
                    },
                    new WindowExports(this));
        } catch (RuntimeException | Error e) {
            throw machine().explained(e);
        }
    }
}
