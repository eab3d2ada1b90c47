package collapselab.view;

import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.until;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** What the window says of theory, of sources of error and of what is lost. */
@ExtendWith(ApplicationExtension.class)
final class TheoryWindowTest {
    @TempDir
    private Path folder;

    private TestWindow test;
    private LabWindow window;
    private Lab lab;

    @Start
    void start(Stage stage) {
        test = TestWindow.open(stage, folder);
        window = test.window();
        lab = test.lab();
    }

    @Stop
    void stop() {
        test.close();
    }

    @Test
    void theMeanStandsBesideTheMedianWithASentence(FxRobot robot) {
        test.ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.E);
        until(() -> robot.lookup("#chart-left-mean").queryAs(ToggleButton.class).isSelected());
        until(() -> text(robot, "chart-left-lies").contains("mean 1, median 1"));
        robot.interact(() ->
                robot.lookup("#chart-right-mean").queryAs(ToggleButton.class).fire());
        until(() -> !robot.lookup("#chart-left-lies").query().isVisible());
    }

    @Test
    void aChartNamesItsLawAndSaysWhereNoneIsKnown(FxRobot robot) {
        test.ready();
        until(() -> text(robot, "chart-left-law").contains("e^(-slope g/50)  ·  Test 2026"));
        robot.interact(() -> window.metrics(List.of("depth")));
        until(() -> robot.lookup("#chart-left .badge")
                .queryAs(Labeled.class)
                .getText()
                .equals("no law known"));
        assertThat(fx(() -> robot.lookup("#chart-left-law").query().isVisible()))
                .isFalse();
    }

    @Test
    void theVarianceThatIsLostIsFoundAgainInTheDrift(FxRobot robot) {
        test.ready();
        robot.interact(() -> window.metrics(List.of(ChartCard.CONSERVED)));
        test.ready();
        until(() -> text(robot, "chart-left-law").startsWith("spread 1.00 + drift −1.00 = 7.5×10⁻⁴ (law 7.5×10⁻⁴)"));
        until(() -> robot.lookup("#chart-left .playhead").queryAll().size() == 2);
        robot.interact(() -> robot.lookup("#chart-left .badge").queryAllAs(Button.class).stream()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> robot.lookup("#chart-left-law")
                .queryAs(Labeled.class)
                .getTooltip()
                .getText()
                .startsWith("Accumulate"));
    }

    @Test
    void anErrorThatCanBeTurnedIsTurnedInOneStep(FxRobot robot) {
        test.ready();
        RunSpec<?> before = test.spec();
        until(() -> robot.lookup("#error-statistical").query().isDisabled());
        assertThat(fx(() ->
                        robot.lookup("#error-expressivity").query().getParent().isVisible()))
                .isFalse();
        assertThat(text(robot, "error-statistical-line")).contains("stay few");
        robot.interact(() ->
                robot.lookup("#error-approximation").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup("#error-approximation-line").query().isVisible());
        assertThat(fx(() -> lab.settings().spec().text("way")
                        + lab.settings().spec().text("slope")))
                .isEqualTo("up2");
        robot.interact(lab.settings()::undo);
        assertThat(test.spec()).isEqualTo(before);
        until(() -> !robot.lookup("#error-approximation")
                .queryAs(ToggleButton.class)
                .isSelected());
    }

    @Test
    void pinsOnTheTimelineLeadToTheStagesOfCollapse(FxRobot robot) {
        test.ready();
        until(() -> robot.lookup(".pin").queryAll().size() == 4);
        Button late =
                robot.lookup(".pin.late").queryAllAs(Button.class).iterator().next();
        assertThat(fx(() -> late.getTooltip().getText()))
                .contains("generation 35", "Height below 0.5", "the next 2 generations");
        robot.clickOn(late);
        until(() -> lab.playback().cursor() == 35);
    }

    @Test
    void whatIsLostIsLoggedUpToThePlayhead(FxRobot robot) {
        test.ready();
        until(() -> text(robot, "lost").equals("Lost 0"));
        robot.interact(() -> {
            lab.playback().seek(40);
            window.desk().wake();
            robot.lookup("#lost").queryAs(ToggleButton.class).fire();
        });
        test.ready();
        until(() -> text(robot, "lost").equals("Lost 2"));
        until(() -> robot.lookup("#loss-lines .label").queryAllAs(Labeled.class).stream()
                        .filter(line -> line.getText().equals("generation 18: the upper part"))
                        .count()
                == 2);
        assertThat(text(robot, "lost-means")).isEqualTo("Lost: below 0.7.");
    }

    @Test
    void fourRegimesFitBesideEachOther(FxRobot robot) {
        test.ready();
        robot.interact(() -> lab.settings().compare(List.of(DataRegime.values()), refusal -> {}));
        test.ready();
        for (DataRegime regime : DataRegime.values()) {
            Labeled toggle = robot.lookup("#regime-" + regime.text()).queryAs(Labeled.class);
            assertThat(fx(() -> toggle.prefWidth(-1) <= toggle.getWidth())).isTrue();
            Labeled name =
                    robot.lookup("#panel-" + regime.text() + " .panel-name").queryAs(Labeled.class);
            assertThat(fx(() -> name.prefWidth(-1) <= name.getWidth() + 1)).isTrue();
        }
    }
}
