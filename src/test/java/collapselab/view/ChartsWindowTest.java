package collapselab.view;

import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What the charts say under the mouse, and how their axes hold. */
@ExtendWith(ApplicationExtension.class)
final class ChartsWindowTest {
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

    private static Node surface(FxRobot robot, String card) {
        return fx(() -> robot.from(robot.lookup("#" + card).<Node>query())
                .lookup((Predicate<Node>) Surface.class::isInstance)
                .<Node>query());
    }

    @Test
    void aChartSaysWhatIsUnderTheMouseAndThatAClickGoesThere(FxRobot robot) {
        test.ready();
        Node chart = surface(robot, "chart-left");
        robot.moveTo(chart);
        until(() -> robot.lookup(".hover-tag.flag").tryQuery().isPresent());
        assertThat(text(robot, "message")).contains(" at generation ").endsWith("Click to go there.");
        robot.moveTo("#headline");
        until(() -> robot.lookup(".hover-tag.flag").tryQuery().isEmpty());
        assertThat(text(robot, "message")).isEmpty();
    }

    @Test
    void aPictureSaysWhatIsUnderTheMouse(FxRobot robot) {
        test.ready();
        robot.interact(() -> {
            lab.playback().seek(49);
            test.window().desk().wake();
        });
        test.ready();
        robot.moveTo(surface(robot, "panel-replace"));
        until(() -> text(robot, "message").startsWith("Replace, "));
    }

    @Test
    void axesHoldWhileASliderMovesAndGrowAndAFitsThem(FxRobot robot) {
        test.ready();
        assertThat(grown(robot)).isFalse();
        robot.interact(() -> lab.settings().set("slope", "0.5"));
        test.ready();
        assertThat(grown(robot)).isFalse();
        robot.interact(() -> lab.settings().set("slope", "9"));
        test.ready();
        until(() -> grown(robot));
        int fits = lab.axes().fits();
        press(robot, KeyCode.A);
        until(() -> !grown(robot));
        assertThat(lab.axes().fits()).isGreaterThan(fits);
    }

    private boolean grown(FxRobot robot) {
        return fx(() -> robot.lookup("#chart-left-fit").query().getStyleClass().contains("grown"));
    }

    @Test
    void theSliderKeepsATickAtTheValueBefore(FxRobot robot) {
        test.ready();
        double before =
                fx(() -> robot.lookup("#slider-slope").queryAs(Slider.class).getValue());
        assertThat(fx(() -> robot.lookup("#before-slope").query().isVisible())).isFalse();
        robot.interact(() -> lab.settings().set("slope", "9"));
        test.ready();
        until(() -> robot.lookup("#before-slope").query().isVisible());
        double now =
                fx(() -> robot.lookup("#slider-slope").queryAs(Slider.class).getValue());
        assertThat(now).isNotEqualTo(before);
    }
}
