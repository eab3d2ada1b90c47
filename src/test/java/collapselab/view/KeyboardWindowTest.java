package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Which keys act while a slider has the focus. */
@ExtendWith(ApplicationExtension.class)
final class KeyboardWindowTest {
    private static final KeyCode[] NAVIGATION = {
        KeyCode.LEFT,
        KeyCode.RIGHT,
        KeyCode.UP,
        KeyCode.DOWN,
        KeyCode.HOME,
        KeyCode.END,
        KeyCode.PAGE_UP,
        KeyCode.PAGE_DOWN
    };

    private final List<String> acted = new ArrayList<>();
    private final Slider level = new Slider(0, 10, 5);
    private final Slider upright = new Slider(0, 10, 5);

    @Start
    void start(Stage stage) {
        upright.setOrientation(Orientation.VERTICAL);
        Scene scene = new Scene(new VBox(level, upright));
        new Keyboard(Stream.of(NAVIGATION)
                        .map(code -> Action.of(
                                code.name(), code.name(), code.name(), () -> acted.add(code.name()), Action.key(code)))
                        .toList())
                .listen(scene);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private List<String> pressedOn(FxRobot robot, Slider slider) {
        robot.interact(() -> {
            acted.clear();
            slider.requestFocus();
        });
        for (KeyCode code : NAVIGATION) {
            robot.push(code);
            robot.interact(slider::requestFocus);
        }
        return acted;
    }

    @Test
    void aSliderKeepsTheKeysThatMoveItAndLeavesTheOthers(FxRobot robot) {
        assertThat(pressedOn(robot, level)).containsExactly("UP", "DOWN", "PAGE_UP", "PAGE_DOWN");
        assertThat(level.getValue()).as("moved by its own keys").isEqualTo(10);
        assertThat(pressedOn(robot, upright)).containsExactly("LEFT", "RIGHT", "PAGE_UP", "PAGE_DOWN");
    }
}
