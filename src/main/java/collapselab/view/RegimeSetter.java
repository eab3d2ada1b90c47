package collapselab.view;

import collapselab.experiment.DataRegime;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The regimes that are compared, one to four of them, each with an icon of how its data flow. */
final class RegimeSetter {
    private static final int COLUMNS = 2;

    private RegimeSetter() {}

    static ParameterControl of(Desk desk) {
        ParameterControl control = new ParameterControl(
                desk, "regime", "Data regimes", "what becomes of older data; each that is on has a panel");
        Map<DataRegime, ToggleButton> toggles = new EnumMap<>(DataRegime.class);
        GridPane row = new GridPane();
        row.getStyleClass().addAll("segments", "regimes");
        for (DataRegime regime : DataRegime.values()) {
            ToggleButton toggle = toggle(desk, regime, control);
            row.add(toggle, toggles.size() % COLUMNS, toggles.size() / COLUMNS);
            toggles.put(regime, toggle);
        }
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            row.getColumnConstraints().add(column);
        }
        control.setter(
                () -> toggles.forEach((regime, toggle) -> toggle.setSelected(
                        desk.lab().settings().draft().regimes().contains(regime))),
                row);
        return control;
    }

    private static ToggleButton toggle(Desk desk, DataRegime regime, ParameterControl control) {
        ToggleButton toggle = new ToggleButton(regime.label(), Nodes.icon(Icons.regime(regime)));
        toggle.setId("regime-" + regime.text());
        toggle.getStyleClass().addAll("regime", regime.text());
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setMinWidth(0);
        toggle.setTooltip(Nodes.tip(regime.label() + ": " + regime.help() + ".\n" + regime.citation()));
        toggle.setAccessibleText("Compare " + regime.label() + ": " + regime.help());
        toggle.setOnAction(event -> {
            desk.lab().settings().compare(regime, toggle.isSelected(), control::answer);
            control.show();
        });
        return toggle;
    }
}
