package collapselab.view;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can do with a key.
 *
 * @param id name in tests
 * @param label what it does
 * @param keys how the help sheet writes its keys
 * @param combinations the keys
 * @param typed the characters that do it wherever they lie on the keyboard; mostly empty
 * @param run does it
 */
record Action(String id, String label, String keys, List<KeyCombination> combinations, String typed, Runnable run) {
    Action {
        combinations = List.copyOf(combinations);
    }

    /** An action by keys. */
    static Action of(String id, String label, String keys, Runnable run, KeyCombination... combinations) {
        return new Action(id, label, keys, List.of(combinations), "", run);
    }

    /** An action by characters, which lie elsewhere on other keyboards. */
    static Action typed(String id, String label, String keys, String typed, Runnable run) {
        return new Action(id, label, keys, List.of(), typed, run);
    }

    static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    /** With Ctrl, or Command on a Mac. */
    static KeyCombination ctrl(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    static KeyCombination ctrlShift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }
}
