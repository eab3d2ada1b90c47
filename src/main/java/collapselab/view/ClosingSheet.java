package collapselab.view;

import collapselab.session.Run;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Asks, once, before a window is closed in which a run has computed for long and is not finished. */
final class ClosingSheet {
    /** A run that has computed for fewer seconds is soon computed again. */
    static final double LONG = 20;

    private final Desk desk;
    private final double least;
    private final StackPane veil = new StackPane();
    private final Label loss = Nodes.paragraph("", "hint");
    private final Button keep = new Button("Keep computing");

    ClosingSheet(Desk desk) {
        this(desk, LONG);
    }

    /** @param least seconds of work about which it asks */
    ClosingSheet(Desk desk, double least) {
        this.desk = desk;
        this.least = least;
        loss.setId("closing-loss");
        keep.setId("keep-computing");
        keep.getStyleClass().addAll("wide", "run");
        keep.setOnAction(event -> hide());
        Button close = new Button("Close all the same");
        close.setId("close-window");
        close.getStyleClass().add("wide");
        close.setOnAction(event -> veil.getScene().getWindow().hide());
        HBox buttons = new HBox(Nodes.gap(), close, keep);
        buttons.getStyleClass().add("buttons");
        VBox sheet = new VBox(Nodes.label("Close the window?", "headline"), loss, buttons);
        sheet.getStyleClass().addAll("card", "help");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        veil.getStyleClass().addAll("veil", Keyboard.ASKING);
        veil.getChildren().add(sheet);
        veil.setId("closing");
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof Button button) {
                button.fire();
                event.consume();
            }
        });
        veil.sceneProperty().addListener((o, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((p, old, owner) -> hold(owner));
            }
        });
        hide();
    }

    /** While it asks, the focus stays in it. */
    private void hold(Node owner) {
        if (veil.isVisible() && Nodes.around(owner, each -> each == veil).isEmpty()) {
            keep.requestFocus();
        }
    }

    StackPane node() {
        return veil;
    }

    /**
     * Asks, if there is something to lose and it does not ask already.
     *
     * @return whether it asks from now on; else the window may close
     */
    boolean asks() {
        Optional<Run> run = Stream.of(desk.lab().expensive(), desk.lab().computing())
                .flatMap(Optional::stream)
                .filter(each -> each.worked() > least)
                .findFirst();
        if (run.isEmpty() || veil.isVisible()) {
            return false;
        }
        loss.setText(Sentences.loss(run.get()));
        Nodes.shown(veil, true);
        keep.requestFocus();
        return true;
    }

    private void hide() {
        Nodes.shown(veil, false);
    }
}
