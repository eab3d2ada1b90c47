package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import collapselab.kernel.data.DataException;
import collapselab.kernel.data.PointTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A text: a field, and a button beside it for what can also be chosen, a file or columns of one. */
final class TextSetter implements ParameterControl.Setter {
    private final Desk desk;
    private final ParameterControl control;
    private final Schema.Field field;
    private final TextField text = new TextField();
    private String shown = "";

    private TextSetter(Desk desk, ParameterControl control, Schema.Field field) {
        this.desk = desk;
        this.control = control;
        this.field = field;
    }

    /** Makes the control of a text. */
    static ParameterControl of(Desk desk, Schema.Field field) {
        ParameterControl control = new ParameterControl(
                desk, field.name(), field.knob().label(), field.knob().help());
        new TextSetter(desk, control, field).build();
        return control;
    }

    private void build() {
        text.setId("field-" + field.name());
        text.getStyleClass().add("text-setter");
        text.setOnAction(event -> commit());
        text.focusedProperty().addListener((o, before, now) -> {
            if (now && !control.refused()) {
                text.setText(shown);
            } else if (!now && !text.getText().equals(shown)) {
                commit();
            }
            show();
        });
        text.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                text.setText(shown);
                control.set(control.text());
            }
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(text);
        row.getStyleClass().add("text-row");
        if (field.knob().file()) {
            row.getChildren().add(dialog());
        } else if (field.name().equals(OwnFile.COLUMNS)) {
            text.setPromptText("all columns of numbers but row numbers");
            row.getChildren().add(columns());
        }
        control.setter(this, row);
    }

    private void commit() {
        control.set(text.getText().strip());
    }

    private Button dialog() {
        Button button = Nodes.iconButton(Feather.FOLDER, "Choose a file; or drop one on the window", () -> desk.files()
                .choose(text.getScene().getWindow(), control::set));
        button.setId("choose-" + field.name());
        return button;
    }

    /** A menu of the file's columns; what is ticked is taken when it closes. */
    private MenuButton columns() {
        MenuButton menu = new MenuButton();
        menu.setId("choose-" + field.name());
        menu.getStyleClass().add("icon-menu");
        menu.setGraphic(Nodes.icon(Feather.COLUMNS));
        menu.setAccessibleText("Choose columns of the file");
        menu.setTooltip(Nodes.tip("Choose columns of the file."));
        menu.getItems().add(new MenuItem("")); // a menu with no items does not open
        menu.setOnShowing(event -> read(menu));
        menu.setOnHidden(event -> {
            if (menu.getItems().stream().noneMatch(CustomMenuItem.class::isInstance)) {
                return; // closed before the file was read
            }
            String chosen = menu.getItems().stream()
                    .map(item -> item instanceof CustomMenuItem custom ? custom.getContent() : null)
                    .filter(content -> content instanceof CheckBox box && box.isSelected())
                    .map(content -> (String) content.getUserData())
                    .collect(Collectors.joining(","));
            if (!chosen.equals(String.join(",", chosen()))) {
                control.set(chosen);
            }
        });
        return menu;
    }

    private List<String> chosen() {
        return Arrays.stream(control.text().split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Reads the file's columns into the menu that is opening. */
    private void read(MenuButton menu) {
        menu.getItems().setAll(saying("Reading \u2026"));
        RunSpec<?> spec = desk.lab().settings().draft();
        String file = OwnFile.of(spec).map(own -> spec.text(own.file())).orElse("");
        desk.painter().read(() -> {
            List<String> names = new ArrayList<>();
            String refusal = "";
            try {
                names.addAll(PointTable.columns(Path.of(file)));
            } catch (DataException e) {
                refusal = e.getMessage();
            }
            String why = refusal;
            return () -> menu.getItems().setAll(why.isEmpty() ? items(names) : List.of(saying(why)));
        });
    }

    private static MenuItem saying(String sentence) {
        MenuItem item = new MenuItem(sentence);
        item.setDisable(true);
        return item;
    }

    private List<MenuItem> items(List<String> names) {
        return names.stream().map(name -> item(name, chosen().contains(name))).toList();
    }

    private static MenuItem item(String name, boolean chosen) {
        CheckBox box = new CheckBox(name.matches("[0-9]+") ? "column " + name : name);
        box.setUserData(name);
        box.setSelected(chosen);
        box.setMnemonicParsing(false);
        return new CustomMenuItem(box, false);
    }

    /** What is shown while nobody types: of a long path its end says most. */
    private String resting(String value) {
        return field.knob().file()
                ? value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1)
                : value;
    }

    @Override
    public void show() {
        String now = control.text();
        if (!control.refused() && (!now.equals(shown) || !text.isFocused())) {
            shown = now;
            String said = text.isFocused() ? now : resting(now);
            if (!said.equals(text.getText())) {
                text.setText(said);
            }
        }
        text.setAccessibleText(field.knob().label() + " " + now);
        Nodes.tip(text, now.isEmpty() ? Sentences.capital(field.knob().help()) + "." : now);
    }
}
