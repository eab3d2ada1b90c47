package collapselab.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** What of a window can be seen, where it stands, and what is wrong with that. */
final class Layout {
    /** Rounding to whole pixels moves edges by as much. */
    private static final double SLACK = 1.5;

    /** Where {@link javafx.scene.control.Tooltip#install} keeps the tooltip of what is no control. */
    private static final String INSTALLED = "javafx.scene.control.Tooltip";

    private final Scene scene;
    private final List<Seen> seen = new ArrayList<>();

    /** A node that says or shows something, and the part of the window where it is not covered by the edge of what scrolls. */
    private record Seen(Node node, Bounds where, boolean scrolls) {}

    private Layout(Scene scene) {
        this.scene = scene;
    }

    static Layout of(Scene scene) {
        Layout layout = new Layout(scene);
        layout.walk(scene.getRoot(), scene.getRoot().getLayoutBounds(), false);
        return layout;
    }

    private void walk(Node node, Bounds clip, boolean scrolls) {
        if (!node.isVisible() || node instanceof ScrollBar) {
            return;
        }
        Bounds here = node.localToScene(node.getBoundsInLocal());
        if (says(node)) {
            Bounds part = scrolls ? cut(layoutBounds(node), clip) : layoutBounds(node);
            if (part.getWidth() > SLACK && part.getHeight() > SLACK) {
                seen.add(new Seen(node, part, scrolls));
            }
        }
        boolean into = !(node instanceof Labeled) && !(node instanceof TextInputControl) && !(node instanceof Slider);
        if (node instanceof Parent parent && into) {
            boolean pane = node instanceof ScrollPane;
            for (Node child : parent.getChildrenUnmodifiable()) {
                walk(child, pane ? cut(here, clip) : clip, scrolls || pane);
            }
        }
    }

    private static Bounds layoutBounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds cut(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        double right = Math.min(a.getMaxX(), b.getMaxX());
        double bottom = Math.min(a.getMaxY(), b.getMaxY());
        return new BoundingBox(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
    }

    private static boolean says(Node node) {
        if (node instanceof Labeled labeled) {
            return !labeled.getText().isEmpty() || labeled.getGraphic() != null;
        }
        return node instanceof TextInputControl
                || node instanceof Slider
                || node instanceof ProgressBar
                || node instanceof Surface;
    }

    /** Everything that is wrong, a line each. */
    List<String> faults() {
        return Stream.of(overlaps(), overflows(), cuts()).flatMap(List::stream).toList();
    }

    private List<String> overlaps() {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            for (int j = i + 1; j < seen.size(); j++) {
                Bounds both = cut(seen.get(i).where(), seen.get(j).where());
                if (both.getWidth() > SLACK
                        && both.getHeight() > SLACK
                        && !within(seen.get(i).node(), seen.get(j).node())) {
                    faults.add(name(seen.get(i).node()) + " overlaps "
                            + name(seen.get(j).node()));
                }
            }
        }
        return faults;
    }

    /** The sentence that stands in place of a picture lies in its middle. */
    private static boolean within(Node a, Node b) {
        return (a instanceof Surface && b.getStyleClass().contains("panel-message"))
                || (b instanceof Surface && a.getStyleClass().contains("panel-message"));
    }

    /** What leaves the window, or the card or region that it is a part of. */
    private List<String> overflows() {
        List<String> faults = new ArrayList<>();
        for (Seen each : seen) {
            for (Node around = each.node().getParent(); around != null; around = around.getParent()) {
                boolean edge = around == scene.getRoot()
                        || around.getStyleClass().stream()
                                .anyMatch(
                                        List.of("card", "top-bar", "centre", "bottom", "left-side", "right-side")
                                                ::contains);
                if (edge && !inside(each.where(), layoutBounds(around))) {
                    faults.add(name(each.node()) + " leaves " + around.getStyleClass());
                }
            }
        }
        return faults;
    }

    private static boolean inside(Bounds inner, Bounds outer) {
        return inner.getMinX() >= outer.getMinX() - SLACK
                && inner.getMinY() >= outer.getMinY() - SLACK
                && inner.getMaxX() <= outer.getMaxX() + SLACK
                && inner.getMaxY() <= outer.getMaxY() + SLACK;
    }

    /** What ends in three dots, or is lower than its text, with no tooltip. */
    private List<String> cuts() {
        return seen.stream()
                .map(Seen::node)
                .filter(node -> node instanceof Labeled labeled && cut(labeled) && !explained(labeled))
                .map(node -> name(node) + " is cut")
                .toList();
    }

    private static boolean cut(Labeled labeled) {
        return labeled.lookup(".text") instanceof Text text
                && !labeled.getText().isEmpty()
                && (text.getLayoutBounds().getHeight() > labeled.getHeight() + SLACK
                        || (text.getText().endsWith(labeled.getEllipsisString())
                                && !labeled.getText().endsWith(labeled.getEllipsisString())));
    }

    /** Whether it, or what it is a part of, has a tooltip. */
    private static boolean explained(Node node) {
        Node each = node;
        while (each != null
                && !(each instanceof Control control && control.getTooltip() != null)
                && !each.getProperties().containsKey(INSTALLED)) {
            each = each.getParent();
        }
        return each != null;
    }

    /** Where the panels' pictures are, with the room they have even before they are drawn. */
    List<Region> pictures() {
        return seen.stream()
                .map(Seen::node)
                .filter(node -> node instanceof Surface && in(node, "panel"))
                .map(Region.class::cast)
                .toList();
    }

    private static boolean in(Node node, String style) {
        Node each = node;
        while (each != null && !each.getStyleClass().contains(style)) {
            each = each.getParent();
        }
        return each != null;
    }

    /** The height of the smallest text. */
    double smallestType() {
        return seen.stream()
                .map(Seen::node)
                .filter(node ->
                        node instanceof Labeled labeled && !labeled.getText().isEmpty())
                .mapToDouble(node -> ((Labeled) node).getFont().getSize())
                .min()
                .orElseThrow();
    }

    private static String name(Node node) {
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        return (node.getId() == null ? node.getClass().getSimpleName() + node.getStyleClass() : node.getId()) + text;
    }
}
