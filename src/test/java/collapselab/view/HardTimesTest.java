package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.plot.Doubles;
import collapselab.session.Run;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** What the window does where something fails: it says so in a sentence, and goes on. */
@ExtendWith(ApplicationExtension.class)
final class HardTimesTest {
    private final Drift drift = new Drift(true);
    private final Drift trek = new Drift(false);
    private LabWindow window;
    private Lab lab;

    @Start
    void start(Stage stage) {
        Exports none = new Exports() {
            @Override
            public void picture(BufferedImage image, RunSpec<?> spec, Path file) {}

            @Override
            public void csv(Run run, Path file) {}

            @Override
            public void report(RunSpec<?> spec, Path file) {}

            @Override
            public Path drawn(Doubles x, Doubles y) {
                throw new IllegalStateException();
            }
        };
        List<Experiment<?, ?>> all = List.of(drift, trek);
        window = new LabWindow(all, new Look(Look.Choice.DARK, 100), new Desk.Options(none, false, false));
        lab = window.desk().lab();
        window.open(RunSpec.forWindow(drift), true);
        stage.setScene(window.scene());
        stage.setWidth(1280);
        stage.setHeight(720);
        stage.show();
    }

    @Stop
    void stop() {
        window.close();
    }

    @AfterEach
    void go() {
        drift.go();
        trek.go();
    }

    private static <T> T fx(Callable<T> read) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, read);
    }

    private static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    private void ready() {
        until(() -> lab.shown().filter(run -> run.state() == Run.State.DONE).isPresent()
                && lab.settings().draft().equals(lab.shown().orElseThrow().spec())
                && window.desk().painter().idle());
    }

    private static String text(FxRobot robot, String query) {
        return fx(() -> robot.lookup(query).queryAs(Labeled.class).getText());
    }

    private static String panel(FxRobot robot) {
        return text(robot, "#panel-replace .panel-message");
    }

    @Test
    void aThousandMillionGenerationsAreRefusedWhereTheyAreTyped(FxRobot robot) {
        ready();
        Run before = lab.shown().orElseThrow();
        robot.interact(() -> robot.lookup("#field-generations")
                .queryAs(javafx.scene.control.TextField.class)
                .setText("1000000000"));
        robot.interact(() -> robot.lookup("#field-generations")
                .queryAs(javafx.scene.control.TextField.class)
                .fireEvent(new javafx.event.ActionEvent()));
        until(() -> text(robot, "#refusal-generations").contains("of memory, and there is room for"));
        assertThat(lab.settings().spec()).isEqualTo(before.spec());
        assertThat(lab.settings().draft()).isEqualTo(before.spec());
        assertThat(lab.settings().canUndo()).isFalse();
        robot.interact(() -> lab.settings().set("slope", "2"));
        ready();
        assertThat(lab.settings().spec().text("generations")).isEqualTo("50");
    }

    @Test
    void settingsOfLastTimeThatCannotBeComputedGiveWayToTheFirstOnes(FxRobot robot) {
        ready();
        robot.interact(() -> window.resume(RunSpec.read("trek?generations=1000000000", lab.experiments())));
        until(() -> text(robot, "#message").contains("those of last time cannot be computed: generations=1000000000"));
        ready();
        assertThat(lab.settings().spec()).isEqualTo(RunSpec.forWindow(drift));
    }

    @Test
    void anExperimentWhoseDataAreMissingSaysSoInItsPanels(FxRobot robot) {
        ready();
        trek.beforeData = () -> {
            throw new SpecException("The folder /data is not there: name another.");
        };
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        until(() -> panel(robot).startsWith("The folder /data is not there: name another."));
        assertThat(text(robot, "#headline")).startsWith("Trek");
        robot.interact(
                () -> robot.lookup("#experiment-drift").queryAs(Button.class).fire());
        ready();
        until(() -> panel(robot).isEmpty());
        trek.beforeData = () -> {};
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        robot.interact(lab::start);
        ready();
        assertThat(lab.shown().orElseThrow().spec().experiment()).isEqualTo(trek);
    }

    @Test
    void aPictureThatFailsIsSaidAndTheNextOneIsDrawn(FxRobot robot) {
        ready();
        for (Throwable failure : List.of(
                new SpecException("No ink."),
                new IllegalStateException("a fault"),
                new NoClassDefFoundError("a/Font"))) {
            drift.beforePicture = () -> sneak(failure);
            robot.interact(() -> lab.playback().seek(7));
            robot.interact(() -> window.desk().wake());
            until(() -> !panel(robot).isEmpty());
            assertThat(panel(robot)).doesNotContain("Exception", "Error", "a/Font");
            assertThat(text(robot, "#message")).isEqualTo(panel(robot));
            drift.beforePicture = () -> {};
            robot.interact(() -> lab.playback().seek(9));
            robot.interact(() -> window.desk().wake());
            until(() -> panel(robot).isEmpty());
        }
    }

    @SuppressWarnings("unchecked") // the compiler is told that nothing checked is thrown
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void aRunThatTurnsOutLongAsksFirst(FxRobot robot) {
        ready();
        drift.slow();
        robot.interact(() -> lab.settings().set("seeds", "100000"));
        until(() -> lab.asking().isPresent());
        until(() -> text(robot, "#cost").contains("of computing here"));
        assertThat(text(robot, "#run")).isEqualTo("Go on");
        Run asking = lab.asking().orElseThrow();
        assertThat(asking.state()).isEqualTo(Run.State.PAUSED);
        double held = asking.fraction();
        assertThat(held).isLessThan(1);
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        drift.go();
        until(() -> asking.fraction() > held);
        robot.interact(() -> lab.settings().set("seeds", "4"));
        ready();
    }
}
