package collapselab.view;

import collapselab.experiment.DataRegime;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The regimes that are compared, one to three of them, each with an icon of how its data flow. */
final class RegimeSetter {
    private RegimeSetter() {}

    static ParameterControl of(Desk desk) {
        ParameterControl control = new ParameterControl(
                desk, "regime", "Data regimes", "what becomes of older data; each that is on has a panel");
        Map<DataRegime, ToggleButton> toggles = new EnumMap<>(DataRegime.class);
        HBox row = new HBox();
        row.getStyleClass().addAll("segments", "regimes");
        for (DataRegime regime : DataRegime.values()) {
            ToggleButton toggle = toggle(desk, regime, control);
            toggles.put(regime, toggle);
            row.getChildren().add(toggle);
        }
        control.setter(
                () -> toggles.forEach((regime, toggle) ->
                        toggle.setSelected(desk.lab().spec().regimes().contains(regime))),
                row);
        return control;
    }

    private static ToggleButton toggle(Desk desk, DataRegime regime, ParameterControl control) {
        ToggleButton toggle = new ToggleButton(regime.label(), Nodes.icon(Icons.regime(regime)));
        toggle.setId("regime-" + regime.text());
        toggle.getStyleClass().addAll("regime", regime.text());
        toggle.setContentDisplay(ContentDisplay.TOP);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setMinWidth(0);
        toggle.setTooltip(Nodes.tip(regime.label() + ": " + regime.help() + ".\n" + regime.citation()));
        toggle.setAccessibleText("Compare " + regime.label() + ": " + regime.help());
        HBox.setHgrow(toggle, Priority.ALWAYS);
        toggle.setOnAction(event -> {
            desk.lab().compare(regime, toggle.isSelected());
            control.show();
        });
        return toggle;
    }
}
