package collapselab.view;

import collapselab.experiment.Schema;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** The seed: a field, and a button for another one. */
final class SeedSetter {
    /** The other seeds that the button and Shift+R go through, in turn: the next one, so that a talk can be repeated. */
    static final long STEP = 1;

    private SeedSetter() {}

    static ParameterControl of(Desk desk, Schema.Field field) {
        ParameterControl control = new ParameterControl(
                desk, field.name(), field.knob().label(), field.knob().help());
        TextField text = new TextField();
        text.setId("field-" + field.name());
        text.getStyleClass().add("number-field");
        text.setOnAction(event -> control.set(text.getText().strip()));
        text.focusedProperty().addListener((o, before, now) -> {
            if (!now && !text.getText().equals(control.text())) {
                control.set(text.getText().strip());
            }
        });
        Button dice = Nodes.iconButton(Feather.SHUFFLE, "Another seed (Shift+R)", () -> next(desk));
        dice.setId("dice");
        control.head().getChildren().addAll(text, dice);
        control.setter(() -> {
            if (!text.isFocused() && !control.refused()) {
                text.setText(control.text());
            }
            text.setAccessibleText(field.knob().label() + " " + control.text());
        });
        return control;
    }

    /** Goes to the next seed that no chain of the present ensemble has; after the last one to 0. */
    static void next(Desk desk) {
        long seed = desk.lab().settings().draft().protocol().seed();
        int seeds = desk.lab().settings().draft().protocol().seeds();
        long step = Math.max(STEP, seeds);
        long last = Long.MAX_VALUE - (seeds - 1);
        desk.lab().settings().set("seed", Long.toString(seed <= last - step ? seed + step : 0));
    }
}
