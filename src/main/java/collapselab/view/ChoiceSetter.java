package collapselab.view;

import collapselab.experiment.Choice;
import collapselab.experiment.Schema;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

/** One of a few named values: a row of segments, or a list where there are more than three. */
final class ChoiceSetter {
    private ChoiceSetter() {}

    /** Makes the control of a choice. */
    static ParameterControl of(Desk desk, Schema.Field field) {
        ParameterControl control = new ParameterControl(
                desk, field.name(), field.knob().label(), field.knob().help());
        if (field.choices().size() > 3) {
            list(control, field);
        } else {
            HBox row = new HBox();
            row.getStyleClass().add("segments");
            List<ToggleButton> segments = field.choices().stream()
                    .map(c -> segment(control, field, c))
                    .toList();
            row.getChildren().addAll(segments);
            control.setter(
                    () -> {
                        for (int i = 0; i < segments.size(); i++) {
                            segments.get(i)
                                    .setSelected(field.choices().get(i).text().equals(control.text()));
                        }
                    },
                    row);
        }
        return control;
    }

    private static ToggleButton segment(ParameterControl control, Schema.Field field, Choice choice) {
        ToggleButton segment = new ToggleButton(choice.label());
        segment.setId(field.name() + "-" + choice.text());
        segment.setTooltip(Nodes.tip(Sentences.capital(choice.help()) + "."));
        segment.setAccessibleText(field.knob().label() + ": " + choice.label() + ", " + choice.help());
        segment.setMaxWidth(Double.MAX_VALUE);
        segment.setMinWidth(0);
        HBox.setHgrow(segment, Priority.ALWAYS);
        segment.setOnAction(event -> {
            control.choose(choice.text());
            control.show();
        });
        return segment;
    }

    private static void list(ParameterControl control, Schema.Field field) {
        ComboBox<Choice> list = new ComboBox<>();
        list.setId("list-" + field.name());
        list.getItems().addAll(field.choices());
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(Choice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public Choice fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        list.setOnAction(event -> {
            if (list.getValue() != null && !list.getValue().text().equals(control.text())) {
                control.choose(list.getValue().text());
            }
        });
        control.setter(
                () -> {
                    field.choices().stream()
                            .filter(c -> c.text().equals(control.text()))
                            .findFirst()
                            .ifPresent(list::setValue);
                    list.setAccessibleText(field.knob().label() + ": " + control.text());
                },
                list);
    }
}
