package collapselab.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All keys, over the window; any click or Escape puts it away. Written from the one list of actions. */
final class HelpSheet {
    private final StackPane veil = new StackPane();
    private final Button close;

    HelpSheet(List<Action> actions) {
        GridPane table = new GridPane();
        table.getStyleClass().add("help-table");
        int half = (actions.size() + 1) / 2;
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            Label keys = Nodes.label(action.keys(), "key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            int column = i < half ? 0 : 2;
            table.add(keys, column, i % half);
            Label label = Nodes.label(action.label(), "help-label");
            label.setMinWidth(Region.USE_PREF_SIZE);
            table.add(label, column + 1, i % half);
        }
        close = Nodes.iconButton(Feather.X, "Close", this::hide);
        HBox head = new HBox(Nodes.label("Keyboard", "headline"), Nodes.gap(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        Label more = Nodes.paragraph(
                "Delete on a control sets it back. Single letters act while no text field has the focus. Click or drag in a"
                        + " chart or in the timeline to go to a generation.",
                "hint");
        // As wide as the table, not as its own text in one line.
        more.setPrefWidth(0);
        VBox sheet = new VBox(head, table, more);
        sheet.getStyleClass().addAll("card", "help");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.getStyleClass().add("veil");
        veil.getChildren().add(sheet);
        veil.setId("help");
        veil.setOnMouseClicked(event -> hide());
        Nodes.shown(veil, false);
    }

    StackPane node() {
        return veil;
    }

    boolean open() {
        return veil.isVisible();
    }

    void toggle() {
        if (open()) {
            hide();
        } else {
            Nodes.shown(veil, true);
            close.requestFocus();
        }
    }

    private void hide() {
        Nodes.shown(veil, false);
        veil.getScene().getRoot().requestFocus(); // else it goes to whatever is next, perhaps a text field
    }
}
