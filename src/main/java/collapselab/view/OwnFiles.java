package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DataException;
import collapselab.kernel.data.PointTable;
import collapselab.plot.Doubles;
import collapselab.session.Failure;
import collapselab.session.Plan;
import java.awt.geom.Point2D;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** How data of the user's come into the window: by a dialog, dropped on it, or drawn. */
final class OwnFiles {
    private final Desk desk;
    private final Map<String, String> last = new HashMap<>();
    private Consumer<String> say = sentence -> {};
    private Optional<Sketch> sketch = Optional.empty();
    private String noticed = "";

    OwnFiles(Desk desk) {
        this.desk = desk;
    }

    private RunSpec<?> spec() {
        return desk.lab().settings().draft();
    }

    /** Takes files that are dropped on a scene; {@code say} is told what is wrong with one. */
    void listen(Scene scene, Consumer<String> say) {
        this.say = say;
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && takes()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.setOnDragDropped(event -> {
            Dragboard board = event.getDragboard();
            if (board.hasFiles() && takes()) {
                take(board.getFiles().get(0).toPath());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** Says once what was taken of the file that the settings name, however it came there; in still pictures nothing. */
    void notice() {
        Optional<Plan> plan =
                desk.lab().settings().plan().filter(known -> !desk.options().still());
        String now = plan.flatMap(known -> known.taken().map(taken -> said(known.spec(), taken)))
                .orElse("");
        if (!now.equals(noticed)) {
            noticed = now;
            if (!now.isEmpty()) {
                say.accept(now);
            }
        }
    }

    private static String said(RunSpec<?> spec, String taken) {
        String file = OwnFile.of(spec).map(own -> spec.text(own.file())).orElseThrow();
        return "Real data are now those of " + Path.of(file).getFileName() + ": " + taken + ".";
    }

    private boolean takes() {
        return OwnFile.of(spec()).flatMap(OwnFile::chosen).isPresent();
    }

    /** Has the experiment on the controls read a file; what is wrong with it is said in the status bar. */
    void take(Path file) {
        OwnFile own = OwnFile.of(spec()).orElseThrow();
        take(own, own.chosen().orElseThrow(), file.toString(), why -> {
            if (!why.isEmpty()) {
                say.accept(why);
            }
        });
    }

    private void take(OwnFile own, String value, String path, Consumer<String> answer) {
        desk.lab().settings().set(own.taking(spec(), value, path), why -> {
            if (why.isEmpty()) {
                last.put(value, path);
            }
            answer.accept(why);
        });
    }

    /**
     * Lets the user name the file first if a choice needs one.
     *
     * @param name the parameter
     * @param value what was chosen for it
     * @param owner the window the dialog belongs to
     * @param answer told, at once or later, why the file that was named is refused; empty: it is not
     * @return whether that was done, so that nothing else must be
     */
    boolean ask(String name, String value, Window owner, Consumer<String> answer) {
        Optional<OwnFile> own = OwnFile.of(spec()).filter(file -> file.choice().equals(name));
        if (own.isEmpty() || spec().text(name).equals(value)) {
            return false;
        }
        String now = spec().text(own.get().file());
        if (!now.isEmpty()) {
            last.put(spec().text(name), now);
        }
        if (!own.get().values().contains(value)) {
            return false;
        }
        String before = last.get(value);
        if (before != null) {
            take(own.get(), value, before, answer);
        } else if (value.equals(OwnFile.DRAWN)) {
            draw();
        } else {
            choose(owner, file -> take(own.get(), value, file, answer));
        }
        return true;
    }

    /** Lets the user choose a file in a dialog; {@code then} is told which, if one is chosen. */
    void choose(Window owner, Consumer<String> then) {
        RunSpec<?> settings = spec();
        desk.painter().read(() -> {
            Optional<File> folder = OwnFile.of(settings)
                    .map(own -> new File(settings.text(own.file()))
                            .getAbsoluteFile()
                            .getParentFile())
                    .filter(File::isDirectory);
            return () -> choose(owner, settings, folder).ifPresent(then);
        });
    }

    private static Optional<String> choose(Window owner, RunSpec<?> settings, Optional<File> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose data");
        boolean points = settings.schema().has(OwnFile.COLUMNS);
        chooser.getExtensionFilters()
                .setAll(
                        points
                                ? new FileChooser.ExtensionFilter("Points (CSV)", "*.csv", "*.tsv", "*.txt")
                                : new FileChooser.ExtensionFilter("Text", "*.txt", "*.md"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        folder.ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toString);
    }

    // ---- drawing

    /** What is being drawn; rests while the controls are another experiment's. */
    Optional<Sketch> sketch() {
        return sketch.filter(now -> draws());
    }

    /** Whether points can be drawn for the experiment on the controls. */
    boolean draws() {
        return OwnFile.of(spec()).filter(OwnFile::draws).isPresent();
    }

    /** Begins to draw, with the points that were drawn before. */
    void draw() {
        OwnFile own = OwnFile.of(spec()).orElseThrow();
        String file =
                spec().text(own.choice()).equals(OwnFile.DRAWN) ? spec().text(own.file()) : last.get(OwnFile.DRAWN);
        if (file == null) {
            begin(List.of());
        } else {
            desk.painter().read(() -> {
                List<Point2D.Double> points = drawn(file);
                return () -> begin(points);
            });
        }
    }

    private void begin(List<Point2D.Double> points) {
        sketch = Optional.of(new Sketch(points));
        desk.wake();
    }

    private static List<Point2D.Double> drawn(String file) {
        try {
            PointTable table = PointTable.read(Path.of(file), "1,2");
            return IntStream.range(0, table.size())
                    .mapToObj(i -> new Point2D.Double(table.get(i, 0), table.get(i, 1)))
                    .toList();
        } catch (DataException e) {
            return List.of(); // the file is gone: what is drawn now is a new one
        }
    }

    void cancel() {
        sketch = Optional.empty();
        desk.wake();
    }

    /** Keeps what was drawn as a file, and makes it the real data. */
    void finish() {
        Sketch done = sketch.orElseThrow();
        if (!done.spreads()) {
            refuse(done, done.size() == 1 ? "One point has no spread to lose: draw more." : "Draw some points first.");
            return;
        }
        Doubles x = done.x();
        Doubles y = done.y();
        var unused = CompletableFuture.supplyAsync(
                        () -> desk.options().exports().drawn(x, y))
                .whenComplete((file, failure) -> Platform.runLater(() -> kept(done, file, failure)));
    }

    private void kept(Sketch done, Path file, Throwable failure) {
        if (sketch.filter(now -> now == done).isEmpty()) {
            return; // cancelled meanwhile
        }
        if (failure != null) {
            refuse(done, Failure.told(failure.getCause()));
            return;
        }
        take(OwnFile.of(spec()).orElseThrow(), OwnFile.DRAWN, file.toString(), why -> {
            if (why.isEmpty()) {
                cancel();
            } else {
                refuse(done, why);
            }
        });
    }

    private void refuse(Sketch done, String sentence) {
        done.refuse(sentence);
        desk.wake();
    }
}
