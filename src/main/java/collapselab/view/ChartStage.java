package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Style;
import collapselab.plot.Curves;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** Where a card's curves are drawn, in one chart or in several side by side, with a playhead over each. */
final class ChartStage extends StackPane {
    private final Desk desk;
    private final Label message = Nodes.paragraph("", "panel-message");
    private final Surface surface;
    private final Pane over = new Pane();
    private List<Rectangle2D> axes = List.of();

    ChartStage(Desk desk) {
        this.desk = desk;
        surface = new Surface(desk, message::setText);
        over.setMouseTransparent(true);
        message.setMinHeight(0);
        setMinHeight(0);
        getChildren().addAll(surface, over, message);
        surface.setOnMousePressed(event -> seek(event.getX()));
        surface.setOnMouseDragged(event -> seek(event.getX()));
    }

    /** A click in a chart goes to that generation. */
    private void seek(double at) {
        double x = at * surface.scale();
        axes.stream()
                .filter(axis -> axes.size() == 1 || (x >= axis.getX() && x <= axis.getMaxX()))
                .findFirst()
                .ifPresent(axis -> {
                    int last = desk.lab().playback().total() - 1;
                    desk.lab().playback().seek((int) Math.round((x - axis.getX()) / axis.getWidth() * last));
                    desk.wake();
                });
    }

    /** Shows a sentence in place of charts. */
    void say(String sentence) {
        surface.clear();
        over.setVisible(false);
        message.setText(sentence);
        Nodes.tip(message, sentence);
        message.setVisible(true);
    }

    /**
     * Shows charts.
     *
     * @param key decides whether they differ from what is shown
     * @param charts draws them up on a painter's thread
     */
    void want(Object key, Supplier<List<Curves>> charts) {
        message.setVisible(false);
        surface.want(key, (g, area, style) -> draw(charts.get(), g, area, style));
    }

    private Runnable draw(List<Curves> charts, Graphics2D g, Rectangle2D area, Style style) {
        List<Rectangle2D> drawn = new ArrayList<>();
        int count = charts.size();
        double gap = count > 1 ? 0.8 * style.textSize() : 0;
        double width = (area.getWidth() + gap) / Math.max(1, count) - gap;
        for (int i = 0; i < count; i++) {
            Rectangle2D place =
                    new Rectangle2D.Double(area.getX() + i * (width + gap), area.getY(), width, area.getHeight());
            if (count > 1) {
                place = Places.titled(charts.get(i).title(), g, place, style);
            }
            Drawing.draw(charts.get(i), g, place, style);
            drawn.add(Drawing.axisArea(charts.get(i), g, place, style));
        }
        String reading = charts.stream().map(Curves::description).collect(Collectors.joining(" "));
        return () -> {
            axes = drawn;
            Nodes.reads(surface, reading);
        };
    }

    /** Moves the playheads to a generation; there are none before the first. */
    void playhead(int generation) {
        int last = desk.lab().playback().total() - 1;
        double part = last < 1 ? 0 : (double) generation / last;
        over.setVisible(generation >= 0);
        while (over.getChildren().size() < axes.size()) {
            Line line = new Line();
            line.getStyleClass().add("playhead");
            over.getChildren().add(line);
        }
        over.getChildren().remove(axes.size(), over.getChildren().size());
        for (int i = 0; i < axes.size(); i++) {
            Rectangle2D axis = axes.get(i);
            Line line = (Line) over.getChildren().get(i);
            double x = (axis.getX() + part * axis.getWidth()) / surface.scale();
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(axis.getY() / surface.scale());
            line.setEndY(axis.getMaxY() / surface.scale());
        }
    }
}
