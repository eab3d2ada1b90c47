package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.Preset;
import collapselab.experiment.RunSpec;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Settings of an experiment that are one click away, and the way back to what the window opens it with. */
final class Presets {
    private static final int COLUMNS = 3;
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Desk desk;
    private final VBox box = new VBox();
    private final GridPane grid = new GridPane();
    private final Map<Button, RunSpec<?>> presets = new LinkedHashMap<>();
    private Button over;
    private RunSpec<?> shown;

    Presets(Desk desk) {
        this.desk = desk;
        grid.getStyleClass().add("presets");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        box.getStyleClass().add("parameter");
        box.getChildren().addAll(Nodes.label("Try", "parameter-name"), grid);
    }

    VBox node() {
        return box;
    }

    /** Makes the buttons of an experiment. */
    <P extends Record> void build(Experiment<P, ?> experiment) {
        presets.clear();
        shown = null;
        for (Preset preset : experiment.presets()) {
            add(preset.name(), preset.help(), RunSpec.preset(experiment, preset));
        }
        over = add("Start over", "all settings as at the beginning", RunSpec.opening(experiment));
        over.getStyleClass().add("start-over");
        grid.getChildren().clear();
        int at = 0;
        for (Button button : presets.keySet()) {
            grid.add(button, at % COLUMNS, at / COLUMNS);
            at++;
        }
    }

    private Button add(String name, String help, RunSpec<?> spec) {
        Button button = new Button(name);
        button.setId("preset-"
                + name.toLowerCase(Locale.ROOT)
                        .replace("∞", "infinity")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", ""));
        button.getStyleClass().add("preset");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setTooltip(Nodes.tip(name + ": " + help + "."));
        button.setAccessibleText(name + ": " + help);
        button.setOnAction(event -> {
            desk.lab().preset(spec);
            desk.wake();
        });
        presets.put(button, spec);
        return button;
    }

    /** Marks the one that the controls say now. */
    void show() {
        RunSpec<?> now = desk.lab().settings().draft();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        presets.forEach((button, spec) -> button.pseudoClassStateChanged(ON, button != over && now.equals(spec)));
    }
}
