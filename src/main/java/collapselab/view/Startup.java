package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Warmup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window on the user's screen, as it was left. */
public final class Startup {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 850;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;

    private final List<Experiment<?, ?>> experiments;
    private final Optional<RunSpec<?>> first;
    private final Supplier<String> backend;
    private final Exports exports;
    private final Path file = WindowMemory.file();
    private final WindowMemory memory = WindowMemory.load(file);
    private LabWindow window;
    private Stage stage;

    private Startup(
            List<Experiment<?, ?>> experiments, Optional<RunSpec<?>> first, Supplier<String> backend, Exports exports) {
        this.experiments = experiments;
        this.first = first;
        this.backend = backend;
        this.exports = exports;
    }

    /**
     * Opens the window and returns when it is closed.
     *
     * @param experiments what there is, at least one
     * @param first what to show; empty: what was shown last
     * @param backend loads what networks are trained on and says what it is; may take seconds
     * @param exports writes files
     */
    public static void launch(
            List<Experiment<?, ?>> experiments, Optional<RunSpec<?>> first, Supplier<String> backend, Exports exports) {
        CollapseLab.launch(new Startup(experiments, first, backend, exports));
    }

    void show(Stage stage) {
        this.stage = stage;
        window = new LabWindow(
                experiments, new Look(memory.look(), memory.textSize()), new Desk.Options(exports, false, true));
        stage.setTitle("Collapse Lab");
        stage.setScene(window.scene());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(memory.width() > 0 ? memory.width() : WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(memory.height() > 0 ? memory.height() : HEIGHT, screen.getHeight()));
        stage.setMaximized(memory.maximized());
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> window.failed(e));
        window.open(first.orElseGet(this::last), first.isPresent());
        stage.show();
        Platform.getPreferences().colorSchemeProperty().addListener(o -> window.commands()
                .look(window.desk().look().choice()));
        var unused = CompletableFuture.supplyAsync(backend)
                .exceptionally(e -> "no backend for networks")
                .thenAccept(text -> Platform.runLater(() -> window.backend(text)))
                .thenRunAsync(() -> Warmup.run(experiments));
    }

    private RunSpec<?> last() {
        try {
            if (!memory.spec().isEmpty()) {
                return RunSpec.read(memory.spec(), experiments);
            }
        } catch (SpecException e) {
            window.say("Back to the first settings, for those of last time are another version's: " + e.getMessage());
        }
        return RunSpec.forWindow(experiments.get(0));
    }

    void close() {
        Look look = window.desk().look();
        new WindowMemory(
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized(),
                        look.choice(),
                        look.percent(),
                        window.desk().lab().spec().toString())
                .save(file);
        window.close();
    }
}
