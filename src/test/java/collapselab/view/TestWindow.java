package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Experiment;
import collapselab.experiment.Knob;
import collapselab.experiment.RunSpec;
import collapselab.export.DrawnPoints;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A window under test, without a display, and what tests read of it. */
final class TestWindow {
    /** Seconds until a test gives up waiting: networks and watched code are slow on a busy machine. */
    private static final int PATIENCE = 120;

    private final Path folder;
    private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
    private final LabWindow window;
    private final Lab lab;
    private List<Drift> drifts = List.of();

    /** @param folder where drawn points are kept */
    private TestWindow(List<Experiment<?, ?>> experiments, Path folder) {
        this.folder = folder;
        Exports exports = new Exports() {
            @Override
            public void picture(BufferedImage image, RunSpec<?> spec, Path file) {}

            @Override
            public void csv(Run run, Path file) {}

            @Override
            public void report(RunSpec<?> spec, Path file) {}

            @Override
            public Path drawn(Doubles x, Doubles y) {
                return DrawnPoints.write(folder, LocalDateTime.of(2026, 1, 2, 3, 4, 5), x, y);
            }
        };
        window = new LabWindow(experiments, new Look(Look.Choice.DARK, 100), new Desk.Options(exports, false, false));
        lab = window.desk().lab();
    }

    /** Opens a window on the two experiments for tests, one that is cheap and one that is not; they are let go at the end. */
    static TestWindow open(Stage stage, Path folder) {
        Drift drift = new Drift(true);
        Drift trek = new Drift(false);
        TestWindow test = open(stage, List.of(drift, trek), RunSpec.opening(drift), folder);
        test.drifts = List.of(drift, trek);
        return test;
    }

    /** Opens a window on the FX thread. */
    static TestWindow open(Stage stage, List<Experiment<?, ?>> experiments, RunSpec<?> first, Path folder) {
        TestWindow test = new TestWindow(experiments, folder);
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> test.thrown.add(e));
        test.window.parameters().open(EnumSet.allOf(Knob.Group.class)); // what is closed cannot be looked at
        test.window.open(first, true);
        test.lab.playback().pause(); // a test plays when it says so
        stage.setScene(test.window.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
        stage.requestFocus();
        return test;
    }

    LabWindow window() {
        return window;
    }

    Lab lab() {
        return lab;
    }

    /** The cheap experiment. */
    Drift drift() {
        return drifts.get(0);
    }

    /** The expensive one. */
    Drift trek() {
        return drifts.get(1);
    }

    /** Closes it; nothing may have been thrown. */
    void close() {
        drifts.forEach(Drift::go);
        window.close();
        assertThat(thrown).isEmpty();
    }

    static <T> T fx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(1000 * PATIENCE, read);
    }

    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    /** Waits until what the controls say is computed and shown. */
    void ready() {
        until(() -> lab.shown()
                        .filter(run -> run.state() == Run.State.DONE
                                && run.spec().equals(lab.settings().draft()))
                        .isPresent()
                && window.desk().facts().run().equals(lab.shown())
                && window.desk().painter().idle());
    }

    /** The settings, as soon as it is known whether they can be computed. */
    RunSpec<?> spec() {
        until(() -> !lab.settings().unsettled());
        return fx(lab.settings()::spec);
    }

    /** One of them. */
    String setting(String name) {
        return spec().text(name);
    }

    static String text(FxRobot robot, String id) {
        return fx(() -> robot.lookup("#" + id).queryAs(Labeled.class).getText());
    }

    static boolean visible(FxRobot robot, String id) {
        return fx(() -> {
            Node node = robot.lookup("#" + id).tryQuery().orElse(null);
            while (node != null && node.isVisible() && node.getParent() != null) {
                node = node.getParent();
            }
            return node != null && node.isVisible();
        });
    }

    static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup("#" + id).queryAs(ButtonBase.class).fire());
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            TextField field = robot.lookup("#" + id).queryAs(TextField.class);
            field.requestFocus();
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    /** Writes a file to be read. */
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Drops a file on it. */
    void drop(FxRobot robot, Path file) {
        robot.interact(() -> window.desk().files().take(file));
    }
}
