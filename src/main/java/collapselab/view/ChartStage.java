package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Readout;
import collapselab.chart.Style;
import collapselab.experiment.Metric;
import collapselab.plot.Curves;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;

/** Where a card's curves are drawn, in one chart or in several side by side, with a playhead over each. */
final class ChartStage extends StackPane {
    private final Desk desk;
    private final Label message = Nodes.paragraph("", "panel-message");
    private final Surface surface;
    private final Pane over = new Pane();
    private final Hover hover;
    private Optional<Metric> metric = Optional.empty();
    private List<Chart> drawn = List.of();

    /** A chart, where it is drawn, and what it says there. */
    private record Chart(Curves curves, Readout readout) {
        double at(double part) {
            Rectangle2D axis = readout.axis();
            return axis.getX() + part * axis.getWidth();
        }
    }

    ChartStage(Desk desk) {
        this.desk = desk;
        surface = new Surface(desk, false, message::setText);
        over.setMouseTransparent(true);
        message.setMinHeight(0);
        setMinHeight(0);
        hover = new Hover(desk);
        getChildren().addAll(surface, over, hover, message);
        surface.setOnMousePressed(event -> seek(event.getX()));
        surface.setOnMouseDragged(event -> {
            seek(event.getX());
            read(event);
        });
        surface.setOnMouseMoved(this::read);
        surface.setOnMouseExited(event -> hover.hide());
    }

    /** A click in a chart goes to that generation. */
    private void seek(double at) {
        double x = at * surface.scale();
        drawn.stream()
                .map(chart -> chart.readout().axis())
                .filter(axis -> drawn.size() == 1 || (x >= axis.getX() && x <= axis.getMaxX()))
                .findFirst()
                .ifPresent(axis -> {
                    int last = desk.lab().playback().total() - 1;
                    desk.lab().playback().seek((int) Math.round((x - axis.getX()) / axis.getWidth() * last));
                    desk.wake();
                });
    }

    /** What the chart's curves are, for those who point at them. */
    void about(Optional<Metric> shown) {
        metric = shown;
    }

    /** Says what is under the mouse. */
    private void read(MouseEvent event) {
        double scale = surface.scale();
        for (Chart chart : drawn) {
            Optional<Readout.Found> found = chart.readout().at(event.getX() * scale, event.getY() * scale);
            if (found.isPresent() && over.isVisible()) {
                String generation =
                        "generation " + Numbers.whole(Math.round(found.get().at()));
                hover.show(chart.readout(), found.get(), scale, generation, "");
                desk.hint(Readings.chart(
                        chart.curves().title(),
                        metric,
                        found.get(),
                        chart.readout().labels()));
                return;
            }
        }
        hover.hide();
    }

    /** Shows a sentence in place of charts. */
    void say(String sentence) {
        surface.clear();
        over.setVisible(false);
        hover.hide();
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
        List<Chart> now = new ArrayList<>();
        int count = charts.size();
        double gap = count > 1 ? 0.8 * style.textSize() : 0;
        double width = (area.getWidth() + gap) / Math.max(1, count) - gap;
        for (int i = 0; i < count; i++) {
            Rectangle2D place =
                    new Rectangle2D.Double(area.getX() + i * (width + gap), area.getY(), width, area.getHeight());
            if (count > 1) {
                place = Places.titled(charts.get(i).title(), g, place, style);
            }
            now.add(new Chart(charts.get(i), Drawing.draw(charts.get(i), g, place, style)));
        }
        String reading = charts.stream().map(Curves::description).collect(Collectors.joining(" "));
        return () -> {
            drawn = now;
            hover.hide(); // what it says is of the chart before
            Nodes.reads(surface, reading);
        };
    }

    /** Moves the playheads to a generation; there are none before the first. */
    void playhead(int generation) {
        int last = desk.lab().playback().total() - 1;
        double part = last < 1 ? 0 : (double) generation / last;
        over.setVisible(generation >= 0);
        while (over.getChildren().size() < drawn.size()) {
            Line line = new Line();
            line.getStyleClass().add("playhead");
            over.getChildren().add(line);
        }
        over.getChildren().remove(drawn.size(), over.getChildren().size());
        for (int i = 0; i < drawn.size(); i++) {
            Rectangle2D axis = drawn.get(i).readout().axis();
            Line line = (Line) over.getChildren().get(i);
            double x = drawn.get(i).at(part) / surface.scale();
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(axis.getY() / surface.scale());
            line.setEndY(axis.getMaxY() / surface.scale());
        }
    }
}
