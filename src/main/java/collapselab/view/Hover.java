package collapselab.view;

import collapselab.chart.Palette;
import collapselab.chart.Readout;
import collapselab.chart.Theme;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * What is read where the mouse is, beside the data and never over them: a hairline with a flag on it, dots on the lines, and at
 * the lines' ends values behind the names, which keep their places.
 */
final class Hover extends Pane {
    private static final double DOT = 3.2;

    private final Desk desk;

    Hover(Desk desk) {
        this.desk = desk;
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Shows nothing. */
    void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            desk.hint("");
        }
    }

    /**
     * Shows what a drawing says.
     *
     * @param scale pixels of the drawing for one of the window's units
     * @param flag what stands over the hairline; empty for no flag
     * @param below what stands under the data, in place of the axis' numbers; empty for nothing
     */
    void show(Readout readout, Readout.Found found, double scale, String flag, String below) {
        getChildren().clear();
        Rectangle2D data = readout.data();
        Line hairline = new Line(found.x() / scale, data.getY() / scale, found.x() / scale, data.getMaxY() / scale);
        hairline.getStyleClass().add("hairline");
        hairline.setVisible(!readout.points());
        getChildren().add(hairline);
        Theme theme = desk.look().theme();
        for (Readout.Value value : found.values()) {
            boolean marked = readout.labels().isEmpty() || label(readout, value).isPresent();
            if (!value.band() && marked && value.y() >= data.getY() && value.y() <= data.getMaxY()) {
                Circle dot = new Circle(found.x() / scale, value.y() / scale, DOT);
                dot.setStyle("-fx-stroke: " + Palette.css(theme.of(value.role())));
                dot.getStyleClass().add("hover-dot");
                getChildren().add(dot);
            }
        }
        margin(readout, found, scale);
        if (!flag.isEmpty()) {
            Label over = tag(flag, "flag");
            place(over, found.x() / scale, data.getY() / scale - over.prefHeight(-1));
        }
        if (!below.isEmpty()) {
            Label under = tag(below, "below");
            place(under, found.x() / scale, readout.below() / scale - 2);
        }
        setVisible(true);
    }

    private static Optional<Readout.Label> label(Readout readout, Readout.Value value) {
        return readout.labels().stream()
                .filter(label -> label.says().equals(value.says()))
                .findFirst();
    }

    /** The names at the ends of lines, each with its value. */
    private void margin(Readout readout, Readout.Found found, double scale) {
        double edge = readout.data().getMaxX() / scale;
        double height = 1.3 * desk.look().em();
        for (Readout.Value value : found.values()) {
            Readout.Label label = label(readout, value).orElse(null);
            if (label != null && !value.band() && label.x() / scale > edge) {
                double y = label.y() / scale;
                double left = label.x() / scale - 1;
                Rectangle cover = new Rectangle(left, y - height / 2, Math.max(0, getWidth() - left), height);
                cover.getStyleClass().add("cover");
                Text name = text(label.name(), label.color(), label.x() / scale, y);
                double end = label.x() / scale + name.getLayoutBounds().getWidth();
                Text number = text(
                        Numbers.value(value.low()),
                        label.color(),
                        end + 0.4 * desk.look().em(),
                        y);
                number.getStyleClass().add("number");
                getChildren().addAll(cover, name, number);
            }
        }
    }

    private static Text text(String says, Color color, double x, double y) {
        Text text = new Text(says);
        text.getStyleClass().add("end-label");
        text.setStyle("-fx-fill: " + Palette.css(color));
        text.setTextOrigin(javafx.geometry.VPos.CENTER);
        text.setX(x);
        text.setY(y);
        return text;
    }

    private Label tag(String says, String style) {
        Label tag = new Label(says);
        tag.getStyleClass().addAll("hover-tag", style);
        getChildren().add(tag);
        tag.applyCss();
        return tag;
    }

    /** Around a place, as far as that is within the width. */
    private void place(Label tag, double middle, double top) {
        double width = Math.min(tag.prefWidth(-1), getWidth());
        double left = Math.max(0, Math.min(getWidth() - width, middle - width / 2));
        tag.resizeRelocate(snapPositionX(left), top, width, tag.prefHeight(-1));
    }
}
