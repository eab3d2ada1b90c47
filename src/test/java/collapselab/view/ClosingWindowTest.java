package collapselab.view;

import static collapselab.view.TestWindow.fire;
import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.until;
import static collapselab.view.TestWindow.visible;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class ClosingWindowTest {
    @TempDir
    Path folder;

    private TestWindow test;
    private Stage stage;

    /** One that asks about any work, in the place of the window's. */
    private ClosingSheet sheet;

    @Start
    void open(Stage opened) {
        stage = opened;
        test = TestWindow.open(opened, folder);
        sheet = new ClosingSheet(test.window().desk(), 0);
        StackPane root = (StackPane) test.window().scene().getRoot();
        root.getChildren().removeIf(node -> "closing".equals(node.getId()));
        root.getChildren().add(sheet.node());
    }

    @Stop
    void close() {
        test.close();
    }

    /** Runs the expensive experiment as far as three generations. */
    private void train(FxRobot robot) {
        test.trek().holdFrom(3);
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        until(() -> test.lab().settings().plan().isPresent());
        fire(robot, "run");
        until(() -> test.lab().expensive().filter(run -> run.computed() == 3).isPresent());
    }

    @Test
    void itAsksOnceWithWhatWouldBeLost(FxRobot robot) {
        train(robot);
        assertThat(visible(robot, "closing")).isFalse();
        assertThat(fx(sheet::asks)).isTrue();
        assertThat(visible(robot, "closing")).isTrue();
        int all =
                fx(() -> test.lab().expensive().orElseThrow().spec().protocol().generations());
        assertThat(text(robot, "closing-loss"))
                .matches("Trek has computed for .+: 3 of " + all + " generations would be lost\\.");
        assertThat(fx(sheet::asks)).as("whoever asks again means it").isFalse();
        press(robot, KeyCode.ESCAPE);
        assertThat(visible(robot, "closing")).isFalse();
        assertThat(fx(sheet::asks)).isTrue();
        press(robot, KeyCode.ENTER);
        assertThat(visible(robot, "closing")).isFalse();
        assertThat(fx(stage::isShowing)).isTrue();
        assertThat(fx(() -> test.lab().expensive())).as("it goes on").isPresent();
    }

    @Test
    void theWindowIsClosedAllTheSame(FxRobot robot) {
        train(robot);
        assertThat(fx(sheet::asks)).isTrue();
        fire(robot, "close-window");
        until(() -> !stage.isShowing());
    }

    @Test
    void itDoesNotAskAboutWhatIsFinishedOrSoonComputedAgain(FxRobot robot) {
        test.ready();
        assertThat(fx(sheet::asks)).isFalse();
        train(robot);
        assertThat(fx(() -> new ClosingSheet(test.window().desk(), 1e6).asks())).isFalse();
        assertThat(ClosingSheet.LONG).isEqualTo(20);
    }
}
