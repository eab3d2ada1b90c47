package collapselab.view;

import static collapselab.view.TestWindow.fire;
import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.text;
import static collapselab.view.TestWindow.type;
import static collapselab.view.TestWindow.until;
import static collapselab.view.TestWindow.visible;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
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

/** The window under the hands of a robot, with no display. */
@ExtendWith(ApplicationExtension.class)
final class LabWindowTest {
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
    void theWindowShowsARunOfItsFirstExperiment(FxRobot robot) {
        test.ready();
        assertThat(text(robot, "headline")).isEqualTo("Drift: each generation learns from 100 samples of the last");
        assertThat(text(robot, "numbers")).contains("generation 0 of 49", "4 chains, seeds 1–4", "a number");
        until(() -> text(robot, "value-replace").equals("1"));
        assertThat(robot.lookup("#panel-accumulate").tryQuery()).isPresent();
        assertThat(fx(() -> robot.lookup("#explain")
                        .queryParent()
                        .getChildrenUnmodifiable()
                        .size()))
                .isEqualTo(1);
    }

    @Test
    void draggingASliderComputesAnewAndStaysWhereItIs(FxRobot robot) {
        test.ready();
        robot.interact(() -> {
            lab.playback().seek(20);
            Slider slider = robot.lookup("#slider-slope").queryAs(Slider.class);
            slider.setValueChanging(true);
            slider.setValue(0.6);
            slider.setValue(0.7);
            slider.setValue(0.8);
            slider.setValueChanging(false);
        });
        until(() -> !lab.stale());
        test.ready();
        assertThat(test.setting("slope")).isEqualTo("4");
        assertThat(text(robot, "generation")).isEqualTo("Generation 20");
        until(() -> lab.session().runs().size() == 2);
    }

    @Test
    void aRefusedValueSaysWhyAndChangesNothing(FxRobot robot) {
        test.ready();
        RunSpec<?> before = test.spec();
        type(robot, "field-samples", "1");
        assertThat(text(robot, "refusal-samples")).contains("samples=1 is too small");
        assertThat(test.spec()).isEqualTo(before);
        type(robot, "field-samples", "many");
        assertThat(text(robot, "refusal-samples")).contains("not a finite number");
        type(robot, "field-samples", "20000");
        assertThat(fx(() -> robot.lookup("#refusal-samples").query().isVisible()))
                .isFalse();
        assertThat(test.setting("samples")).isEqualTo("20000");
    }

    @Test
    void resetAppearsWhenChangedAndDeleteDoesTheSame(FxRobot robot) {
        test.ready();
        assertThat(fx(() -> robot.lookup("#reset-samples").query().isVisible())).isFalse();
        type(robot, "field-samples", "300");
        until(() -> robot.lookup("#reset-samples").query().isVisible());
        robot.interact(
                () -> robot.lookup("#reset-samples").queryAs(Button.class).fire());
        assertThat(test.setting("samples")).isEqualTo("100");
        type(robot, "field-samples", "300");
        robot.interact(() -> robot.lookup("#slider-samples").query().requestFocus());
        press(robot, KeyCode.DELETE);
        assertThat(test.setting("samples")).isEqualTo("100");
    }

    @Test
    void settingsAreUndoneAndRedone(FxRobot robot) {
        test.ready();
        type(robot, "field-samples", "300");
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(test.setting("samples")).isEqualTo("100");
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        assertThat(test.setting("samples")).isEqualTo("300");
    }

    @Test
    void keysMoveThroughTheGenerations(FxRobot robot) {
        test.ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.RIGHT);
        assertThat(fx(() -> lab.playback().cursor())).isEqualTo(1);
        press(robot, KeyCode.CONTROL, KeyCode.RIGHT);
        assertThat(fx(() -> lab.playback().cursor())).isEqualTo(11);
        press(robot, KeyCode.END);
        until(() -> text(robot, "generation").equals("Generation 49"));
        press(robot, KeyCode.LEFT);
        press(robot, KeyCode.HOME);
        assertThat(fx(() -> lab.playback().cursor())).isZero();
        press(robot, KeyCode.SPACE);
        assertThat(fx(() -> lab.playback().playing())).isTrue();
        until(() -> lab.playback().cursor() > 2);
        press(robot, KeyCode.SPACE);
        assertThat(fx(() -> lab.playback().playing())).isFalse();
    }

    @Test
    void lettersActOnlyWhereNobodyTypes(FxRobot robot) {
        test.ready();
        robot.interact(() -> robot.lookup("#field-samples").query().requestFocus());
        press(robot, KeyCode.M);
        assertThat(fx(() -> lab.settings().spec().regimes().size())).isEqualTo(2);
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.M);
        assertThat(fx(() -> lab.settings().spec().regimes().size())).isEqualTo(4);
        boolean log = fx(() ->
                robot.lookup("#chart-left-log").queryAs(ToggleButton.class).isSelected());
        press(robot, KeyCode.L);
        until(() -> robot.lookup("#chart-left-log").queryAs(ToggleButton.class).isSelected() != log);
    }

    @Test
    void anExpensiveRunIsStartedHeldAndCancelled(FxRobot robot) {
        test.ready();
        test.trek().holdFrom(3);
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        until(() -> text(robot, "cost").contains("500 MB"));
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        until(() -> lab.shown().filter(run -> run.furthest() == 3).isPresent());
        until(() -> robot.lookup("#hold").query().getParent().isVisible());
        robot.interact(() -> robot.lookup("#hold").queryAs(Button.class).fire());
        until(() -> text(robot, "hold").equals("Resume") && text(robot, "state").contains("Paused"));
        robot.interact(() -> robot.lookup("#hold").queryAs(Button.class).fire());
        until(() -> text(robot, "hold").equals("Pause"));
        robot.interact(() -> robot.lookup("#cancel").queryAs(Button.class).fire());
        until(() -> lab.shown().orElseThrow().state() == Run.State.CANCELLED);
        until(() -> robot.lookup("#run").query().isVisible());
    }

    @Test
    void aChangedParameterOfAnExpensiveRunKeepsItsResult(FxRobot robot) {
        test.ready();
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        robot.interact(() -> robot.lookup("#run").queryAs(Button.class).fire());
        test.ready();
        Run result = fx(() -> lab.shown().orElseThrow());
        type(robot, "field-slope", "3");
        until(() -> text(robot, "cost").startsWith("Settings have changed"));
        assertThat(fx(() -> lab.shown().orElseThrow())).isSameAs(result);
    }

    @Test
    void aRunOfTheSessionComesBackWithItsSettings(FxRobot robot) {
        test.ready();
        Run first = fx(() -> lab.shown().orElseThrow());
        type(robot, "field-samples", "300");
        until(() -> !lab.stale());
        test.ready();
        until(() -> robot.lookup(".run-entry").queryAll().size() == 2);
        robot.interact(() -> ((Button) robot.lookup(".run-entry").queryAll().stream()
                        .skip(1)
                        .findFirst()
                        .map(Node.class::cast)
                        .orElseThrow())
                .fire());
        assertThat(fx(() -> lab.shown().orElseThrow())).isSameAs(first);
        until(() -> robot.lookup("#field-samples")
                .queryAs(TextField.class)
                .getText()
                .equals("100"));
    }

    @Test
    void themeAndTextSizeChangeAtOnce(FxRobot robot) {
        test.ready();
        for (Look.Choice choice : Look.Choice.values()) {
            robot.interact(() -> window.commands().look(choice));
            test.ready();
        }
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.CONTROL, KeyCode.ADD);
        until(() -> text(robot, "text-size").equals("110 %"));
        robot.interact(() -> window.commands().textSize(1000));
        until(() -> text(robot, "text-size").equals("300 %"));
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT0);
        until(() -> text(robot, "text-size").equals("100 %"));
    }

    @Test
    void theHelpSheetListsEveryAction(FxRobot robot) {
        test.ready();
        robot.interact(() -> robot.lookup("#timeline").query().requestFocus());
        press(robot, KeyCode.F1);
        until(() -> robot.lookup("#help").query().isVisible());
        assertThat(fx(() -> robot.lookup(".help-label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(window.commands().keyboard().actions().stream()
                        .map(Action::label)
                        .toList());
        press(robot, KeyCode.ESCAPE);
        until(() -> !robot.lookup("#help").query().isVisible());
    }

    @Test
    void clickingTheTimelineGoesThere(FxRobot robot) {
        test.ready();
        robot.clickOn("#timeline");
        until(() -> Math.abs(lab.playback().cursor() - 24) <= 2);
    }

    /** Runs the expensive experiment up to a generation of one regime. */
    private void trainUpTo(FxRobot robot, int generation, DataRegime regime) {
        test.trek().holdFrom(generation, Set.of(regime));
        robot.interact(
                () -> robot.lookup("#experiment-trek").queryAs(Button.class).fire());
        robot.interact(() -> lab.settings().compare(List.of(DataRegime.REPLACE, DataRegime.ACCUMULATE), refusal -> {}));
        until(() -> lab.settings().plan().isPresent());
        fire(robot, "run");
    }

    @Test
    void aModelInTrainingIsShownWhereItsPicturesWillBe(FxRobot robot) {
        trainUpTo(robot, 0, DataRegime.REPLACE);
        until(() ->
                visible(robot, "training-replace") && words(robot, "replace").contains("training generation 0"));
        assertThat(words(robot, "replace")).contains("half way");
        until(() -> read(robot, "replace").contains("A line."));
        assertThat(said(robot, "accumulate")).isEqualTo("Generation 0 follows that of Replace …");
        assertThat(visible(robot, "training-accumulate")).isFalse();
    }

    @Test
    void aModelInTrainingStandsUnderThePicturesOfTheLastOne(FxRobot robot) {
        trainUpTo(robot, 2, DataRegime.ACCUMULATE);
        until(() -> visible(robot, "training-accumulate")
                && words(robot, "accumulate").contains("training generation 2"));
        assertThat(visible(robot, "training-replace")).isFalse();
        until(() -> read(robot, "accumulate").startsWith("Accumulate, generation 1."));
        test.trek().go();
        test.ready();
        assertThat(visible(robot, "training-accumulate")).isFalse();
    }

    /** The words of a panel's strip of training. */
    private static List<String> words(FxRobot robot, String regime) {
        return fx(() -> robot.lookup("#training-" + regime + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList());
    }

    /** What a panel's picture reads as. */
    private static String read(FxRobot robot, String regime) {
        return fx(() -> String.valueOf(
                robot.lookup("#panel-" + regime + " .panel-picture").query().getAccessibleText()));
    }

    /** What a panel says in place of a picture. */
    private static String said(FxRobot robot, String regime) {
        return fx(() -> robot.lookup("#panel-" + regime + " .panel-message")
                .queryAs(Labeled.class)
                .getText());
    }

    @Test
    void aRegimeIsAddedWithItsPanel(FxRobot robot) {
        test.ready();
        robot.clickOn("#regime-subsample");
        until(() -> robot.lookup("#panel-subsample").tryQuery().isPresent());
        assertThat(fx(() -> lab.settings().spec().regimes())).contains(DataRegime.SUBSAMPLE);
    }
}
