package collapselab.view;

import static collapselab.view.TestWindow.fire;
import static collapselab.view.TestWindow.fx;
import static collapselab.view.TestWindow.press;
import static collapselab.view.TestWindow.until;
import static collapselab.view.TestWindow.visible;
import static org.assertj.core.api.Assertions.assertThat;

import collapselab.catalog.Catalog;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.kernel.data.DigitSource;
import collapselab.view.Arrangement.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Keys, folding, the stage and Escape, and that no menu, theme or pop-over is styled with what is not there. */
@ExtendWith(ApplicationExtension.class)
final class HandsWindowTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    @TempDir
    private Path folder;

    private TestWindow test;
    private LabWindow window;
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        test = TestWindow.open(stage, CATALOG, RunSpec.read("gaussian?generations=300&seeds=4", CATALOG), folder);
        window = test.window();
    }

    @Stop
    void stop() {
        test.close();
    }

    private boolean playing() {
        return fx(() -> test.lab().playback().playing());
    }

    @Test
    void whoeverHasTypedPlaysWithTheNextKey(FxRobot robot) {
        test.ready();
        for (Experiment<?, ?> experiment : List.of(CATALOG.get(0), CATALOG.get(CATALOG.size() - 1))) {
            robot.interact(() -> test.lab().settings().open(experiment));
            robot.interact(window::show);
            int fields = robot.lookup(".text-field").queryAll().size();
            assertThat(fields).isGreaterThan(3);
            for (int i = 0; i < fields; i++) {
                TextField field =
                        (TextField) robot.lookup(".text-field").queryAll().toArray()[i];
                KeyCode end = i % 2 == 0 ? KeyCode.ENTER : KeyCode.ESCAPE;
                robot.interact(() -> {
                    test.lab().playback().seek(0);
                    test.lab().playback().pause();
                    field.requestFocus();
                });
                press(robot, KeyCode.DIGIT7);
                press(robot, end);
                press(robot, KeyCode.SPACE);
                until(this::playing);
            }
        }
    }

    @Test
    void aClickOnWhatTakesNoTextEndsTyping(FxRobot robot) {
        test.ready();
        robot.clickOn("#field-samples");
        until(() -> "field-samples".equals(window.scene().getFocusOwner().getId()));
        robot.clickOn("#headline");
        until(() -> !(window.scene().getFocusOwner() instanceof TextField));
        robot.interact(() -> test.lab().playback().seek(0));
        press(robot, KeyCode.SPACE);
        until(this::playing);
    }

    @Test
    void noKeyDoesTwoThings() {
        List<Action> actions = window.commands().keyboard().actions();
        for (Action action : actions) {
            assertThat(action.combinations().size() + action.typed().length())
                    .as(action.id())
                    .isPositive();
            for (KeyCombination keys : action.combinations()) {
                KeyEvent event = event((KeyCodeCombination) keys);
                assertThat(actions.stream()
                                .filter(other -> other.combinations().stream().anyMatch(each -> each.match(event)))
                                .map(Action::id))
                        .as(keys.getName())
                        .containsExactly(action.id());
            }
            for (char typed : action.typed().toCharArray()) {
                assertThat(actions.stream().filter(other -> other.typed().indexOf(typed) >= 0))
                        .containsExactly(action);
            }
        }
    }

    private static KeyEvent event(KeyCodeCombination keys) {
        return new KeyEvent(
                KeyEvent.KEY_PRESSED,
                "",
                "",
                keys.getCode(),
                keys.getShift() == KeyCombination.ModifierValue.DOWN,
                keys.getShortcut() == KeyCombination.ModifierValue.DOWN,
                keys.getAlt() == KeyCombination.ModifierValue.DOWN,
                false);
    }

    @Test
    void partsFoldByKeyAndByHandleAndAsTheyWereLeft(FxRobot robot) {
        test.ready();
        press(robot, KeyCode.F2);
        until(() -> !visible(robot, "experiment-gaussian"));
        press(robot, KeyCode.F3);
        until(() -> !visible(robot, "slider-samples"));
        press(robot, KeyCode.F4);
        until(() -> !visible(robot, "chart-left"));
        assertThat(fx(() -> window.arranger().folded())).containsExactlyInAnyOrder(Part.values());
        fire(robot, "fold-experiments");
        fire(robot, "fold-settings");
        fire(robot, "fold-charts");
        until(() -> visible(robot, "chart-left"));
        until(() -> visible(robot, "experiment-gaussian"));
        until(() -> visible(robot, "slider-samples"));
        robot.interact(() -> window.arranger().folded(Set.of(Part.SETTINGS)));
        until(() -> !visible(robot, "slider-samples"));
    }

    @Test
    void escapeUndoesTheInnermostThingOnly(FxRobot robot) {
        test.ready();
        press(robot, KeyCode.F11);
        until(stage::isFullScreen);
        press(robot, KeyCode.S);
        assertThat(fx(() -> window.arranger().now().stage())).isTrue();
        press(robot, KeyCode.F3);
        until(() -> visible(robot, "field-samples"));
        robot.interact(() -> {
            TextField field = robot.lookup("#field-samples").queryAs(TextField.class);
            field.requestFocus();
            field.setText("77");
        });
        press(robot, KeyCode.ESCAPE);
        assertThat(test.setting("samples")).isEqualTo("100");
        assertThat(fx(() -> window.arranger().now().right())).isPositive();
        press(robot, KeyCode.F1);
        press(robot, KeyCode.ESCAPE);
        assertThat(visible(robot, "help")).isFalse();
        assertThat(fx(() -> window.arranger().now().right())).isPositive();
        press(robot, KeyCode.ESCAPE);
        assertThat(fx(() -> window.arranger().now().right())).isZero();
        assertThat(fx(() -> window.arranger().now().stage())).isTrue();
        press(robot, KeyCode.ESCAPE);
        assertThat(fx(() -> window.arranger().now().stage())).isFalse();
        assertThat(fx(stage::isFullScreen)).isTrue();
        press(robot, KeyCode.ESCAPE);
        until(() -> !stage.isFullScreen());
    }

    @Test
    void projectorThemesBeginOnTheStage(FxRobot robot) {
        test.ready();
        robot.interact(() -> window.commands().look(Look.Choice.PROJECTOR_DARK));
        assertThat(fx(() -> window.arranger().now().stage())).isTrue();
        assertThat(fx(() -> window.desk().look().em())).isGreaterThan(20);
        robot.interact(() -> window.commands().look(Look.Choice.DARK));
        assertThat(fx(() -> window.arranger().now().stage())).isFalse();
        assertThat(fx(() -> window.desk().look().em())).isEqualTo(13);
    }

    @Test
    void nothingIsStyledWithWhatIsNotThere(FxRobot robot) {
        List<String> warnings = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                warnings.add(logged.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("javafx.css");
        log.addHandler(listener);
        try {
            test.ready();
            for (Look.Choice choice : Look.Choice.values()) {
                robot.interact(() -> {
                    window.commands().look(choice);
                    window.arranger().staged(false);
                });
                for (MenuButton menu : robot.lookup(".menu-button").queryAllAs(MenuButton.class)) {
                    robot.interact(menu::show);
                    robot.interact(menu::hide);
                }
                for (ComboBoxBase<?> list : robot.lookup(".combo-box").queryAllAs(ComboBoxBase.class)) {
                    robot.interact(list::show);
                    robot.interact(list::hide);
                }
                robot.interact(() -> {
                    Tooltip tip = robot.lookup("#play").queryButton().getTooltip();
                    tip.show(stage);
                    tip.hide();
                });
                press(robot, KeyCode.F1);
                press(robot, KeyCode.ESCAPE);
            }
        } finally {
            log.removeHandler(listener);
        }
        assertThat(warnings).isEmpty();
    }
}
