package collapselab.view;

import collapselab.experiment.Range;
import collapselab.experiment.Schema;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A number: a slider over what is sensible, and a field that takes more. */
final class NumberSetter implements ParameterControl.Setter {
    private final ParameterControl control;
    private final SliderScale scale;
    private final TickRow row;
    private final Schema.Field field;
    private final TextField text = new TextField();
    private final Slider slider = new Slider(0, 1, 0);
    private String typed = "";
    private boolean showing;

    private NumberSetter(ParameterControl control, Schema.Field field, Range range) {
        this.control = control;
        this.field = field;
        scale = new SliderScale(field, range);
        row = new TickRow(scale.ticks());
    }

    /** Makes the control of a number. */
    static ParameterControl of(Desk desk, Schema.Field field, Range range) {
        return make(desk, field, range, true);
    }

    /** Makes the control of a number that is typed. */
    static ParameterControl withoutSlider(Desk desk, Schema.Field field, Range range) {
        return make(desk, field, range, false);
    }

    private static ParameterControl make(Desk desk, Schema.Field field, Range range, boolean sliding) {
        ParameterControl control = new ParameterControl(
                desk, field.name(), field.knob().label(), field.knob().help());
        NumberSetter setter = new NumberSetter(control, field, range);
        setter.build(desk, sliding);
        return control;
    }

    private void build(Desk desk, boolean sliding) {
        text.setId("field-" + field.name());
        text.getStyleClass().add("number-field");
        text.setOnAction(event -> commit());
        text.focusedProperty().addListener((o, before, now) -> {
            if (!now && !text.getText().equals(typed)) {
                commit();
            }
        });
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                text.setText(typed);
                control.set(control.text());
            }
        });
        slider.setId("slider-" + field.name());
        slider.setBlockIncrement(0.02);
        slider.valueProperty().addListener((o, before, now) -> {
            if (!showing) {
                control.set(scale.at(now.doubleValue()));
            }
        });
        slider.valueChangingProperty()
                .addListener((o, before, now) -> desk.lab().drag(now));
        control.head().getChildren().add(text);
        if (sliding) {
            row.mark().setId("before-" + field.name());
            control.setter(this, slider, row);
        } else {
            control.setter(this);
        }
    }

    private void commit() {
        if (control.set(scale.meant(text.getText()))) {
            typed = "";
            show();
        }
    }

    @Override
    public void show() {
        String value = control.text();
        String now = scale.shown(value);
        if (!control.refused()
                && !now.equals(typed)
                && !(text.isFocused() && text.getText().equals(now))) {
            typed = now;
            text.setText(now);
            text.setPrefColumnCount(Math.max(4, now.length()));
        }
        text.setAccessibleText(field.knob().label() + " " + now);
        row.before(control.before().filter(old -> !old.equals(value)).stream()
                .mapToDouble(old -> scale.position(Double.parseDouble(old)))
                .findFirst());
        if (!slider.isValueChanging()) {
            showing = true;
            slider.setValue(scale.position(Double.parseDouble(value)));
            showing = false;
        }
        slider.setAccessibleText(
                field.knob().label() + ", " + now + ", " + field.knob().help());
    }
}
