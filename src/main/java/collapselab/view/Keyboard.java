package collapselab.view;

import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.EventTarget;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Finds the action of a key. Keys without Ctrl act only while no text field has the focus, and leave to the control with the
 * focus what that needs itself: arrows to a slider, Space to a button that was reached by keyboard. Enter, Escape and a click on
 * anything that takes no text end typing.
 */
final class Keyboard {
    /** Style class of what asks something: while the focus is in it, all keys are its own. */
    static final String ASKING = "asking";

    private final List<Action> actions;

    Keyboard(List<Action> actions) {
        this.actions = List.copyOf(actions);
    }

    List<Action> actions() {
        return actions;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!left(event, scene.getFocusOwner())) {
                act(event, pressed(event));
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (!(scene.getFocusOwner() instanceof TextInputControl) && !event.isShortcutDown()) {
                act(event, typed(event));
            }
        });
        scene.addEventHandler(ActionEvent.ACTION, event -> leave(scene, event.getTarget()));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave(scene, scene.getFocusOwner());
            }
        });
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (!inText(event.getTarget())) {
                leave(scene, scene.getFocusOwner());
            }
        });
    }

    /** Nobody types any longer: keys act again. */
    private static void leave(Scene scene, Object field) {
        if (field instanceof TextInputControl) {
            scene.getRoot().requestFocus();
        }
    }

    private static boolean inText(EventTarget target) {
        return target instanceof Node node
                && Nodes.around(node, TextInputControl.class::isInstance).isPresent();
    }

    private static void act(KeyEvent event, Optional<Action> action) {
        action.ifPresent(found -> {
            found.run().run();
            event.consume();
        });
    }

    private Optional<Action> pressed(KeyEvent event) {
        return actions.stream()
                .filter(action -> action.combinations().stream().anyMatch(keys -> keys.match(event)))
                .findFirst();
    }

    private Optional<Action> typed(KeyEvent event) {
        String character = event.getCharacter();
        return actions.stream()
                .filter(action -> !character.isEmpty() && action.typed().contains(character))
                .findFirst();
    }

    /** Whether a slider is moved by this key: along its own axis, or to an end. */
    private static boolean usedBy(Slider slider, KeyCode code) {
        boolean upright = slider.getOrientation() == Orientation.VERTICAL;
        return switch (code) {
            case HOME, END -> true;
            case LEFT, RIGHT, KP_LEFT, KP_RIGHT -> !upright;
            case UP, DOWN, KP_UP, KP_DOWN -> upright;
            default -> false;
        };
    }

    /** Whether the control with the focus needs this key. */
    private static boolean left(KeyEvent event, Node focus) {
        if (Nodes.around(focus, each -> each.getStyleClass().contains(ASKING)).isPresent()) {
            return true;
        }
        if (focus instanceof TextInputControl) {
            KeyCode code = event.getCode();
            boolean letter = !event.isShortcutDown() && !code.isFunctionKey();
            boolean editing = code == KeyCode.Z || code == KeyCode.Y || (code == KeyCode.C && !event.isShiftDown());
            return letter || editing || code.isNavigationKey();
        }
        if (focus instanceof Slider slider) {
            return usedBy(slider, event.getCode()) && !event.isShortcutDown();
        }
        if (Sketchpad.isCanvas(focus)) {
            return !event.isShortcutDown() && !event.getCode().isFunctionKey();
        }
        boolean button = focus != null && focus.isFocusVisible() && !(focus instanceof Timeline);
        return button && event.getCode() == KeyCode.SPACE;
    }
}
