package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.session.Failure;
import collapselab.session.Playback;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import javafx.stage.FileChooser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user takes along: a picture of the panels and charts, in a file or on the clipboard, and the run's numbers. */
final class Takeaway {
    private static final Logger LOG = LoggerFactory.getLogger(Takeaway.class);

    /** Pixels of a picture for one of the screen's. */
    static final double SHARP = 2;

    /** Style class of what a picture is taken of: what can be pressed is hidden. */
    private static final String PICTURED = "pictured";

    /** Seconds until a picture is taken of what is there. */
    private static final long PATIENCE = 3;

    private final Desk desk;
    private final Region stage;
    private final StatusBar status;
    private final Supplier<CompletableFuture<Void>> settle;

    /** A way to write a file. */
    private interface Writing {
        void to(Path file);
    }

    /**
     * Takes things away.
     *
     * @param stage what pictures are taken of
     * @param settle done when everything that is to be seen is painted
     */
    Takeaway(Desk desk, Region stage, StatusBar status, Supplier<CompletableFuture<Void>> settle) {
        this.desk = desk;
        this.stage = stage;
        this.status = status;
        this.settle = settle;
    }

    void savePicture() {
        desk.lab()
                .shown()
                .ifPresent(run -> take(taken -> {
                    BufferedImage image = SwingFXUtils.fromFXImage(taken, null);
                    RunSpec<?> spec = run.spec();
                    choose("png", "Picture (PNG)")
                            .ifPresent(file ->
                                    write(file, to -> desk.options().exports().picture(image, spec, to)));
                }));
    }

    void copyPicture() {
        take(taken -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(taken);
            desk.lab().shown().ifPresent(run -> content.putString(run.spec().toString()));
            Clipboard.getSystemClipboard().setContent(content);
            status.say("Picture copied.");
        });
    }

    void saveCsv() {
        desk.lab().shown().filter(run -> run.furthest() > 0).ifPresent(run -> choose("csv", "Numbers (CSV)")
                .ifPresent(file -> write(file, to -> desk.options().exports().csv(run, to))));
    }

    /** Saves what somebody who helps must know. */
    void saveReport() {
        RunSpec<?> spec = desk.lab().settings().spec();
        choose("txt", "Report (text)")
                .ifPresent(file -> write(file, to -> desk.options().exports().report(spec, to)));
    }

    /**
     * Takes a picture at twice the screen's pixels and without what can be pressed; playback waits for it. What goes on being
     * computed is pictured as far as it is.
     */
    void take(Consumer<WritableImage> then) {
        Playback playback = desk.lab().playback();
        boolean played = playback.playing();
        playback.pause();
        Nodes.style(stage, PICTURED, true);
        desk.sharpness(SHARP);
        var unused = settle.get()
                .completeOnTimeout(null, PATIENCE, TimeUnit.SECONDS)
                .thenRunAsync(
                        () -> {
                            WritableImage taken = picture();
                            Nodes.style(stage, PICTURED, false);
                            desk.sharpness(1);
                            if (played) {
                                playback.play();
                            }
                            then.accept(taken);
                        },
                        Platform::runLater);
    }

    private WritableImage picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(SHARP, SHARP));
        java.awt.Color ground = desk.look().theme().background();
        parameters.setFill(Color.rgb(ground.getRed(), ground.getGreen(), ground.getBlue()));
        return stage.snapshot(parameters, null);
    }

    private Optional<Path> choose(String extension, String kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save");
        String id = desk.lab().shown().map(run -> run.spec().experiment().id()).orElse("collapse-lab");
        int generation = Math.max(0, desk.lab().playback().shown());
        chooser.setInitialFileName(id + (extension.equals("png") ? "-generation-" + generation : "") + "." + extension);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, "*." + extension));
        File file = chooser.showSaveDialog(stage.getScene().getWindow());
        return Optional.ofNullable(file).map(File::toPath);
    }

    private void write(Path file, Writing writing) {
        status.say("Saving " + file.getFileName() + " …");
        var unused = CompletableFuture.runAsync(() -> {
            String outcome;
            try {
                writing.to(file);
                outcome = "Saved " + file;
            } catch (RuntimeException | Error e) {
                LOG.error("cannot write {}", file, e);
                outcome = Failure.sentence(e);
            }
            String said = outcome;
            Platform.runLater(() -> status.say(said));
        });
    }
}
