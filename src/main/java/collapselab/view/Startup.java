package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Failure;
import collapselab.session.Warmup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Opens the window on the user's screen, as it was left. */
public final class Startup {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 850;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    /** The part of a screen that the window takes at most: its frame, whose size is not known before, needs room too. */
    private static final double ROOM = 0.95;

    private final List<Experiment<?, ?>> experiments;
    private final Optional<RunSpec<?>> first;
    private final Supplier<String> backend;
    private final Exports exports;
    private final Path file = WindowMemory.file();
    private String trouble = "";
    private final WindowMemory memory = WindowMemory.load(file, sentence -> trouble = sentence);
    private double width = memory.width();
    private double height = memory.height();
    private LabWindow window;
    private Stage stage;
    private MemoryKeeper keeper;

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
        window.arranger().folded(memory.folded());
        window.parameters().open(memory.opened());
        stage.setTitle("Collapse Lab");
        stage.setScene(window.scene());
        Dimension2D least =
                least(Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        stage.setMinWidth(least.getWidth());
        stage.setMinHeight(least.getHeight());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(memory.width() > 0 ? memory.width() : WIDTH, ROOM * screen.getWidth()));
        stage.setHeight(Math.min(memory.height() > 0 ? memory.height() : HEIGHT, ROOM * screen.getHeight()));
        stage.setMaximized(memory.maximized());
        stage.setOnCloseRequest(event -> {
            if (window.asksBeforeClosing()) {
                event.consume();
            }
        });
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> window.failed(e));
        first.ifPresentOrElse(spec -> window.open(spec, true), () -> window.resume(last()));
        if (!trouble.isEmpty()) {
            window.say(trouble);
        }
        stage.show();
        keeper = new MemoryKeeper(this::memory, Platform::runLater, file, memory);
        keeper.start();
        Platform.getPreferences().colorSchemeProperty().addListener(o -> window.commands()
                .look(window.desk().look().choice()));
        window.afterFirstPicture(this::warmUp);
    }

    /** Loads what networks are trained on, and has the code compiled that a drag will need; the first picture goes before. */
    private void warmUp() {
        var unused = CompletableFuture.supplyAsync(backend)
                .exceptionally(Startup::noBackend)
                .thenAccept(text -> Platform.runLater(() -> window.backend(text)))
                .thenRunAsync(() -> Warmup.run(experiments));
    }

    /** The least size of the window, which fits every screen: on a dense one 1024 points may be more than there are. */
    static Dimension2D least(List<Rectangle2D> screens) {
        double width = screens.stream().mapToDouble(Rectangle2D::getWidth).min().orElse(LEAST_WIDTH);
        double height =
                screens.stream().mapToDouble(Rectangle2D::getHeight).min().orElse(LEAST_HEIGHT);
        return new Dimension2D(Math.min(LEAST_WIDTH, ROOM * width), Math.min(LEAST_HEIGHT, ROOM * height));
    }

    /** What the backend's chip and the status bar say where networks cannot be trained, with the reason. */
    private static String noBackend(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        org.slf4j.LoggerFactory.getLogger(Startup.class).warn("no backend", cause);
        return "no networks (" + Failure.sentence(cause) + ")";
    }

    private RunSpec<?> last() {
        try {
            if (!memory.spec().isEmpty()) {
                return RunSpec.read(memory.spec(), experiments);
            }
        } catch (SpecException e) {
            window.say("Back to the first settings, for those of last time are another version's: " + e.getMessage());
        }
        return RunSpec.opening(experiments.get(0));
    }

    /** How the window is. */
    private WindowMemory memory() {
        Look look = window.desk().look();
        if (!stage.isFullScreen()) {
            width = stage.getWidth();
            height = stage.getHeight();
        }
        return new WindowMemory(
                width,
                height,
                stage.isMaximized(),
                look.choice(),
                look.percent(),
                window.desk().lab().settings().spec().toString(),
                window.arranger().folded(),
                window.parameters().open());
    }

    /** Does nothing where the window could not be opened. */
    void close() {
        if (keeper != null) {
            keeper.close();
            window.close();
        }
    }
}
