package collapselab.view;

import static collapselab.view.TestWindow.fire;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What the window does where something fails: it says so in a sentence, and goes on. */
@ExtendWith(ApplicationExtension.class)
final class HardTimesTest {

    @TempDir
    private Path folder;

    private TestWindow test;
    private Lab lab;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, folder);
        lab = test.lab();
    }

    @Stop
    void stop() {
        test.close();
    }

    private static String panel(FxRobot robot) {
        return text(robot, "panel-replace .panel-message");
    }

    @Test
    void aThousandMillionGenerationsAreRefusedWhereTheyAreTyped(FxRobot robot) {
        test.ready();
        Run before = lab.shown().orElseThrow();
        robot.interact(() -> robot.lookup("#field-generations")
                .queryAs(javafx.scene.control.TextField.class)
                .setText("1000000000"));
        robot.interact(() -> robot.lookup("#field-generations")
                .queryAs(javafx.scene.control.TextField.class)
                .fireEvent(new javafx.event.ActionEvent()));
        until(() -> text(robot, "refusal-generations").contains("of memory, and there is room for"));
        assertThat(lab.settings().spec()).isEqualTo(before.spec());
        assertThat(lab.settings().draft()).isEqualTo(before.spec());
        assertThat(lab.settings().canUndo()).isFalse();
        robot.interact(() -> lab.settings().set("slope", "2"));
        test.ready();
        assertThat(lab.settings().spec().text("generations")).isEqualTo("50");
    }

    @Test
    void settingsOfLastTimeThatCannotBeComputedGiveWayToTheFirstOnes(FxRobot robot) {
        test.ready();
        Path file = folder.resolve("window.properties");
        new WindowMemory(0, 0, false, Look.Choice.DARK, 100, "trek?generations=1000000000", Set.of(), Set.of())
                .save(file);
        RunSpec<?> last = RunSpec.read(WindowMemory.load(file, sentence -> {}).spec(), lab.experiments());
        robot.interact(() -> test.window().resume(last));
        until(() -> text(robot, "message").contains("those of last time cannot be computed: generations=1000000000"));
        test.ready();
        assertThat(test.spec()).isEqualTo(RunSpec.opening(test.drift()));
    }

    @Test
    void anExperimentWhoseDataAreMissingSaysSoInItsPanels(FxRobot robot) {
        test.ready();
        test.trek().beforeData = () -> {
            throw new SpecException("The folder /data is not there: name another.");
        };
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        until(() -> panel(robot).startsWith("The folder /data is not there: name another."));
        assertThat(text(robot, "headline")).startsWith("Trek");
        robot.interact(
                () -> robot.lookup("#experiment-drift").queryAs(Button.class).fire());
        test.ready();
        until(() -> panel(robot).isEmpty());
        test.trek().beforeData = () -> {};
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        robot.interact(lab::start);
        test.ready();
        assertThat(lab.shown().orElseThrow().spec().experiment()).isEqualTo(test.trek());
    }

    @Test
    void aPictureThatFailsIsSaidAndTheNextOneIsDrawn(FxRobot robot) {
        test.ready();
        for (Throwable failure : List.of(
                new SpecException("No ink."),
                new IllegalStateException("a fault"),
                new NoClassDefFoundError("a/Font"))) {
            test.drift().beforePicture = () -> sneak(failure);
            robot.interact(() -> lab.playback().seek(7));
            robot.interact(() -> test.window().desk().wake());
            until(() -> !panel(robot).isEmpty());
            assertThat(panel(robot)).doesNotContain("Exception", "Error", "a/Font");
            assertThat(text(robot, "message")).isEqualTo(panel(robot));
            test.drift().beforePicture = () -> {};
            robot.interact(() -> lab.playback().seek(9));
            robot.interact(() -> test.window().desk().wake());
            until(() -> panel(robot).isEmpty());
        }
    }

    @SuppressWarnings("unchecked") // the compiler is told that nothing checked is thrown
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    @Test
    void aRunThatTurnsOutLongAsksFirst(FxRobot robot) {
        test.ready();
        test.drift().slow();
        robot.interact(() -> lab.settings().set("seeds", "100000"));
        until(() -> lab.asking().isPresent());
        until(() -> text(robot, "cost").contains("of computing here"));
        assertThat(text(robot, "run")).isEqualTo("Go on");
        Run asking = lab.asking().orElseThrow();
        assertThat(asking.state()).isEqualTo(Run.State.PAUSED);
        double held = asking.fraction();
        assertThat(held).isLessThan(1);
        fire(robot, "run");
        test.drift().go();
        until(() -> asking.fraction() > held);
        robot.interact(() -> lab.settings().set("seeds", "4"));
        test.ready();
    }
}
