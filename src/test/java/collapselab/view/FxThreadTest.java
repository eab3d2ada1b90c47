package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.export.DrawnPoints;
import collapselab.kernel.data.DigitSource;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The FX thread computes nothing and reads no file, in any of the real experiments. */
@ExtendWith(ApplicationExtension.class)
final class FxThreadTest {
    /** Digits that are drawn, few of them: no test may need the network. */
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private FxWatch watch;
    private LabWindow window;
    private Lab lab;

    @Start
    void start(Stage stage) {
        watch = FxWatch.begin();
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
        window = new LabWindow(CATALOG, new Look(Look.Choice.DARK, 100), new Desk.Options(exports, false, true));
        lab = window.desk().lab();
        window.open(RunSpec.read("gaussian?generations=20&seeds=4&regime=replace,accumulate", CATALOG), false);
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @Stop
    void stop() {
        window.close();
        watch.close();
    }

    private static <T> T fx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, read);
    }

    private void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain; " + fx(lab.settings()::problem), e);
        }
    }

    private void ready(String experiment) {
        until(() -> lab.shown()
                        .filter(run -> run.spec().experiment().id().equals(experiment)
                                && run.state() == Run.State.DONE
                                && run.spec().equals(lab.settings().draft()))
                        .isPresent()
                && window.desk().facts().run().equals(lab.shown())
                && window.desk().painter().idle());
    }

    private void change(FxRobot robot, String name, String text) {
        robot.interact(() -> lab.settings().set(name, text));
    }

    @Test
    void itComputesNothingWhileSettingsChange(FxRobot robot) {
        ready("gaussian");
        robot.interact(
                () -> robot.lookup("#slider-samples").queryAs(Slider.class).setValue(0.7));
        ready("gaussian");
        change(robot, "dimension", "5");
        change(robot, "real", "0.1");
        ready("gaussian");
        robot.interact(lab.settings()::undo);
        robot.interact(lab.settings()::redo);
        robot.interact(() -> lab.settings().compare(List.of(DataRegime.values()), refusal -> {}));
        ready("gaussian");
        robot.interact(() -> lab.restore(lab.session().runs().get(1)));
        ready("gaussian");
        assertThat(watch.entered()).isEmpty();
    }

    @Test
    void itComputesNothingInAnyExperiment(FxRobot robot) {
        for (Experiment<?, ?> experiment : CATALOG) {
            String small = experiment.live() ? "?samples=50&generations=5&seeds=2" : "?samples=150&generations=2";
            String tiny = experiment.live() ? "" : "&epochs=1&hidden=16&latent=4&batch=64";
            robot.interact(() -> lab.settings().open(RunSpec.read(experiment.id() + small + tiny, CATALOG)));
            if (!experiment.live()) {
                until(() -> lab.settings().plan().isPresent());
                robot.interact(lab::start);
            }
            ready(experiment.id());
            robot.interact(() -> lab.playback().seek(1));
            ready(experiment.id());
        }
        assertThat(watch.entered()).isEmpty();
    }

    @Test
    void itReadsNoFile(FxRobot robot) throws IOException {
        Path file = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n2,1\n3,5\n4,3\n");
        Path text = Files.writeString(folder.resolve("words.txt"), "one two two three three three four\n".repeat(9));
        ready("gaussian");
        robot.interact(() -> window.desk().files().take(file));
        until(() -> lab.settings().draft().text("file").equals(file.toString()));
        ready("gaussian");
        robot.interact(
                () -> robot.lookup("#choose-columns").queryAs(MenuButton.class).show());
        until(() -> robot.lookup("#choose-columns")
                        .queryAs(MenuButton.class)
                        .getItems()
                        .size()
                == 2);
        robot.interact(
                () -> robot.lookup("#choose-columns").queryAs(MenuButton.class).hide());
        robot.interact(() -> window.desk().files().draw());
        until(() -> window.desk().files().sketch().isPresent());
        robot.interact(() -> window.desk().files().cancel());
        robot.interact(() -> lab.settings().open(RunSpec.read("vocabulary?generations=5&seeds=2", CATALOG)));
        ready("vocabulary");
        robot.interact(() -> window.desk().files().take(text));
        until(() -> lab.settings().draft().text("file").equals(text.toString()));
        ready("vocabulary");
        robot.interact(() -> window.desk().files().take(folder.resolve("missing.txt")));
        until(() -> lab.settings().draft().text("file").equals(text.toString()));
        assertThat(watch.entered()).isEmpty();
    }
}
