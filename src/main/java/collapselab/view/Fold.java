package collapselab.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Controls that stand under a heading which opens and closes them; closed it says how they are set. */
final class Fold {
    private final VBox box = new VBox();
    private final VBox content = new VBox();
    private final ToggleButton head = new ToggleButton();
    private final FontIcon arrow = Nodes.icon(Feather.CHEVRON_RIGHT);
    private final Label summary = Nodes.label("", "fold-summary");
    private final String title;

    /**
     * A closed fold.
     *
     * @param id its name in tests and files
     * @param onTurn called when the user opens or closes it
     */
    Fold(String id, String title, Runnable onTurn) {
        this.title = title;
        Label name = Nodes.label(title, "fold-name");
        name.setMinWidth(Label.USE_PREF_SIZE);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox line = new HBox(arrow, name, summary);
        line.getStyleClass().add("fold-line");
        head.setGraphic(line);
        head.setId("fold-" + id);
        head.getStyleClass().add("fold-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(0);
        line.prefWidthProperty().bind(head.widthProperty());
        head.setOnAction(event -> {
            turn();
            onTurn.run();
        });
        content.getStyleClass().add("fold-content");
        box.getStyleClass().add("fold");
        box.getChildren().addAll(head, content);
        turn();
    }

    VBox node() {
        return box;
    }

    void add(Node node) {
        content.getChildren().add(node);
    }

    boolean open() {
        return head.isSelected();
    }

    void open(boolean open) {
        head.setSelected(open);
        turn();
    }

    private void turn() {
        boolean open = head.isSelected();
        Nodes.shown(content, open);
        arrow.setIconCode(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        summary.setVisible(!open);
    }

    /** What it says while it is closed. */
    void summary(String text) {
        if (!text.equals(summary.getText())) {
            summary.setText(text);
            Nodes.tip(head, title + (text.isEmpty() ? "" : ": " + text));
            head.setAccessibleText(title + ": " + text);
        }
    }
}
