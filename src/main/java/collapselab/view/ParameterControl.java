package collapselab.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One parameter in the right column: its name and help, the button that sets it back, what it is set with, and the sentence
 * that says why a value was refused. Delete sets it back wherever in it the focus is.
 */
final class ParameterControl {
    /** What a parameter is set with. */
    interface Setter {
        /** Shows the parameter's value. */
        void show();
    }

    private final Desk desk;
    private final String name;
    private final VBox box = new VBox();
    private final HBox head = new HBox();
    private final Button reset;
    private final Label refusal = Nodes.paragraph("", "refusal");
    private Setter setter = () -> {};
    private String shown = "";

    ParameterControl(Desk desk, String name, String label, String help) {
        this.desk = desk;
        this.name = name;
        Label title = Nodes.label(label, "parameter-name");
        title.setTooltip(Nodes.tip(Sentences.capital(help) + "."));
        reset = Nodes.iconButton(
                Feather.ROTATE_CCW, "Set " + label + " back to its default (Delete)", this::reset, "reset");
        reset.setId("reset-" + name);
        head.getChildren().addAll(title, reset, Nodes.gap());
        head.getStyleClass().add("parameter-head");
        Nodes.shown(refusal, false);
        refusal.setId("refusal-" + name);
        box.getStyleClass().add("parameter");
        box.getChildren().addAll(head, refusal);
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
            if (event.getCode() == KeyCode.DELETE && !typing) {
                reset();
                event.consume();
            }
        });
    }

    VBox box() {
        return box;
    }

    /** The row of the name; what is added stands at its right. */
    HBox head() {
        return head;
    }

    /** What the value is set with; it stands below the name. */
    void setter(Setter setter, javafx.scene.Node... nodes) {
        this.setter = setter;
        box.getChildren().addAll(1, java.util.List.of(nodes));
    }

    String name() {
        return name;
    }

    String text() {
        return desk.lab().settings().draft().text(name);
    }

    /** What it said in the run whose curves stand behind those that are charted. */
    Optional<String> before() {
        return desk.lab().before().map(run -> run.spec().text(name));
    }

    /**
     * Sets the parameter; a refusal is shown under it, at once or later, and nothing else changes.
     *
     * @return whether it was accepted so far
     */
    boolean set(String text) {
        desk.lab().settings().set(name, text, this::answer);
        return !refused();
    }

    /** Sets the parameter to one of its choices; lets the user name a file first where it needs one. */
    void choose(String text) {
        if (!desk.files().ask(name, text, box.getScene().getWindow(), this::answer)) {
            desk.lab().settings().set(name, text, this::answer);
        }
    }

    /** Shows why a change was refused; empty: it was not. */
    void answer(String refusal) {
        shown = text();
        refuse(refusal);
        desk.wake();
    }

    private void refuse(String sentence) {
        refusal.setText(sentence);
        Nodes.shown(refusal, !sentence.isEmpty());
        Nodes.style(box, "refused", !sentence.isEmpty());
    }

    /** Whether a refused value still stands in it. */
    boolean refused() {
        return refusal.isManaged();
    }

    private void reset() {
        desk.lab().settings().reset(name, this::answer);
        setter.show();
    }

    /** Shows what the settings say. */
    void show() {
        if (!text().equals(shown)) {
            shown = text();
            refuse("");
        }
        Nodes.shown(reset, desk.lab().settings().changed(name) || refused());
        setter.show();
    }
}
