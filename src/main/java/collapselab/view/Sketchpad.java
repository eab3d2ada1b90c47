package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Plane;
import collapselab.plot.Scatter;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;

/**
 * Where points are drawn by hand: the left button leaves points under the brush, the right one takes them away. By keyboard
 * the arrows move the brush, Space leaves points, Backspace takes them away, Enter is Done and Escape is Cancel.
 */
final class Sketchpad extends VBox {
    /** Radius of the brush in heights of the base text. */
    private static final double BRUSH = 1.3;

    private final Desk desk;
    private final Surface surface;
    private final StackPane canvas;
    private final Circle brush = new Circle();
    private final Label count = Nodes.label("", "sketch-count");
    private final Label note = Nodes.paragraph("", "panel-message", "sketch-note");
    private Plane plane = Plane.NONE;

    /** Everything the picture depends on. */
    private record Key(Sketch sketch, int version) {}

    Sketchpad(Desk desk) {
        this.desk = desk;
        surface = new Surface(desk, true, note::setText);
        brush.getStyleClass().add("brush");
        brush.setVisible(false);
        Pane over = new Pane(brush);
        over.setMouseTransparent(true);
        // What reaches beyond the canvas would count as part of it and take the clicks of what is there.
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(over.widthProperty());
        edge.heightProperty().bind(over.heightProperty());
        over.setClip(edge);
        note.setMouseTransparent(true);
        note.setId("sketch-note");
        canvas = new StackPane(surface, over, note);
        canvas.setMinHeight(0);
        canvas.setId("sketch-canvas");
        canvas.getStyleClass().add("sketch-canvas");
        canvas.setFocusTraversable(true);
        canvas.setCursor(Cursor.CROSSHAIR);
        canvas.setAccessibleText(
                "Canvas for points: arrows move the brush, Space draws, Backspace erases, Enter is Done");
        canvas.setOnMouseMoved(this::mouse);
        canvas.setOnMousePressed(this::mouse);
        canvas.setOnMouseDragged(this::mouse);
        canvas.setOnMouseExited(event -> brush.setVisible(false));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setVgrow(canvas, Priority.ALWAYS);
        count.setId("sketch-count");
        getStyleClass().add("sketchpad");
        getChildren().addAll(canvas, bar());
    }

    private HBox bar() {
        Button clear = Nodes.iconButton(Feather.TRASH_2, "Remove all points", () -> {
            desk.files().sketch().ifPresent(Sketch::clear);
            desk.wake();
        });
        clear.setId("sketch-clear");
        Button cancel = button("Cancel", "sketch-cancel", () -> desk.files().cancel());
        Button done = button("Done", "sketch-done", () -> desk.files().finish());
        done.getStyleClass().add("run");
        HBox bar = new HBox(count, Nodes.gap(), clear, cancel, done);
        bar.getStyleClass().add("sketch-bar");
        return bar;
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("sketch-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Shows what is being drawn, on the axes of the picture that is on screen. */
    void show(Optional<Sketch> sketch, Optional<Scatter> picture) {
        boolean appears = sketch.isPresent() && !isVisible();
        Nodes.shown(this, sketch.isPresent());
        if (sketch.isEmpty()) {
            surface.clear();
            return;
        }
        Sketch now = sketch.get();
        now.on(picture);
        count.setText(now.size() + (now.size() == 1 ? " point" : " points"));
        note.setText(
                now.size() == 0 && now.refusal().isEmpty()
                        ? "Press and drag to draw points, with the right button to erase them."
                        : now.refusal());
        brush.setRadius(BRUSH * desk.look().em());
        Scatter drawn = now.picture();
        surface.want(new Key(now, now.version()), (g, area, style) -> {
            Drawing.draw(drawn, g, area, style);
            Plane here = Drawing.plane(drawn, g, area, style);
            return () -> plane = here;
        });
        if (appears) {
            canvas.requestFocus();
        }
    }

    private void mouse(MouseEvent event) {
        move(event.getX(), event.getY());
        if (event.getEventType() != MouseEvent.MOUSE_MOVED) {
            canvas.requestFocus();
            touch(event.getButton() == MouseButton.SECONDARY);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        double step = brush.getRadius();
        if (!brush.isVisible()) {
            move(canvas.getWidth() / 2, canvas.getHeight() / 2);
        }
        switch (event.getCode()) {
            case LEFT -> move(brush.getCenterX() - step, brush.getCenterY());
            case RIGHT -> move(brush.getCenterX() + step, brush.getCenterY());
            case UP -> move(brush.getCenterX(), brush.getCenterY() - step);
            case DOWN -> move(brush.getCenterX(), brush.getCenterY() + step);
            case SPACE -> touch(false);
            case BACK_SPACE, DELETE -> touch(true);
            case ENTER -> desk.files().finish();
            case ESCAPE -> desk.files().cancel();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double x, double y) {
        brush.setVisible(true);
        brush.setCenterX(Math.max(0, Math.min(canvas.getWidth(), x)));
        brush.setCenterY(Math.max(0, Math.min(canvas.getHeight(), y)));
    }

    private void touch(boolean erases) {
        double scale = surface.scale();
        double x = brush.getCenterX() * scale;
        double y = brush.getCenterY() * scale;
        double radius = brush.getRadius() * scale;
        desk.files().sketch().ifPresent(sketch -> {
            if (erases) {
                sketch.erase(plane, x, y, radius);
            } else {
                sketch.spray(plane, x, y, radius);
            }
        });
        desk.wake();
    }

    /** Whether a key press on this node draws. */
    static boolean isCanvas(javafx.scene.Node node) {
        return node != null && "sketch-canvas".equals(node.getId());
    }
}
