package collapselab.view;

import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** The FX thread computes nothing and reads no file, in any of the real experiments. */
@ExtendWith(ApplicationExtension.class)
final class FxThreadTest {
    /** Digits that are drawn, few of them: no test may need the network. */
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private FxWatch watch;
    private TestWindow test;
    private Lab lab;

    @Start
    void start(Stage stage) {
        watch = FxWatch.begin();
        RunSpec<?> first = RunSpec.read("gaussian?generations=20&seeds=4&regime=replace,accumulate", CATALOG);
        test = TestWindow.open(stage, CATALOG, first, folder);
        lab = test.lab();
    }

    @Stop
    void stop() {
        test.close();
        watch.close();
    }

    private void change(FxRobot robot, String name, String text) {
        robot.interact(() -> lab.settings().set(name, text));
    }

    @Test
    void itComputesNothingWhileSettingsChange(FxRobot robot) {
        test.ready();
        robot.interact(
                () -> robot.lookup("#slider-samples").queryAs(Slider.class).setValue(0.7));
        test.ready();
        change(robot, "dimension", "5");
        change(robot, "real", "0.1");
        test.ready();
        robot.interact(lab.settings()::undo);
        robot.interact(lab.settings()::redo);
        robot.interact(() -> lab.settings().compare(List.of(DataRegime.values()), refusal -> {}));
        test.ready();
        robot.interact(() -> lab.restore(lab.session().runs().get(1)));
        test.ready();
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
            test.ready();
            robot.interact(() -> lab.playback().seek(1));
            test.ready();
        }
        assertThat(watch.entered()).isEmpty();
    }

    @Test
    void itReadsNoFile(FxRobot robot) throws IOException {
        Path file = test.file("points.csv", "x,y\n1,2\n2,1\n3,5\n4,3\n");
        Path text = test.file("words.txt", "one two two three three three four\n".repeat(9));
        test.ready();
        robot.interact(() -> test.window().desk().files().take(file));
        until(() -> lab.settings().draft().text("file").equals(file.toString()));
        test.ready();
        robot.interact(
                () -> robot.lookup("#choose-columns").queryAs(MenuButton.class).show());
        until(() -> robot.lookup("#choose-columns")
                        .queryAs(MenuButton.class)
                        .getItems()
                        .size()
                == 2);
        robot.interact(
                () -> robot.lookup("#choose-columns").queryAs(MenuButton.class).hide());
        robot.interact(() -> test.window().desk().files().draw());
        until(() -> test.window().desk().files().sketch().isPresent());
        robot.interact(() -> test.window().desk().files().cancel());
        robot.interact(() -> lab.settings().open(RunSpec.read("vocabulary?generations=5&seeds=2", CATALOG)));
        test.ready();
        robot.interact(() -> test.window().desk().files().take(text));
        until(() -> lab.settings().draft().text("file").equals(text.toString()));
        test.ready();
        robot.interact(() -> test.window().desk().files().take(folder.resolve("missing.txt")));
        until(() -> lab.settings().draft().text("file").equals(text.toString()));
        assertThat(watch.entered()).isEmpty();
    }

    /** The probes are there: what enters is seen. */
    @Test
    void whoeverComputesOnItIsSeen(FxRobot robot) {
        test.ready();
        robot.interact(() -> lab.settings().spec().settled());
        assertThat(watch.entered()).contains("collapselab.catalog.gaussian.GaussianExperiment.check");
    }
}
