package collapselab.view;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small parts that all regions are made of. */
final class Nodes {
    private Nodes() {}

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    /** Text over as many lines as it needs. */
    static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static FontIcon icon(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("lab-icon");
        return icon;
    }

    /** A button of one icon; what it does is told by its tooltip and to those who cannot see it. */
    static Button iconButton(Ikon ikon, String does, Runnable action, String... styles) {
        Button button = new Button("", icon(ikon));
        button.getStyleClass().add("icon-button");
        button.getStyleClass().addAll(styles);
        button.setAccessibleText(does);
        button.setTooltip(tip(does));
        button.setOnAction(event -> action.run());
        return button;
    }

    static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(350));
        tip.setShowDuration(Duration.seconds(40));
        return tip;
    }

    /** Gives a control its tooltip, or another text. */
    static void tip(Control control, String text) {
        if (control.getTooltip() == null) {
            control.setTooltip(tip(text));
        } else {
            control.getTooltip().setText(text);
        }
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.setMinWidth(0);
        return gap;
    }

    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** The innermost of a node and what it stands in that is such a one. */
    static Optional<Node> around(Node node, Predicate<Node> such) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent)
                .filter(such)
                .findFirst();
    }

    /** Has a node read out as text. */
    static void reads(Node node, String text) {
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setAccessibleText(text);
    }

    /** What a label of one line would take if it said this, in the window's units. */
    static double width(Label label, String said) {
        Text text = new Text(said);
        text.setFont(label.getFont());
        return label.snapSizeX(text.getLayoutBounds().getWidth())
                + label.snappedLeftInset()
                + label.snappedRightInset();
    }

    /** Sets a style class on or off. */
    static void style(Node node, String style, boolean on) {
        if (on && !node.getStyleClass().contains(style)) {
            node.getStyleClass().add(style);
        } else if (!on) {
            node.getStyleClass().remove(style);
        }
    }
}
