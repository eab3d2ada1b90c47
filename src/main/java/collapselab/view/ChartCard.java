package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Style;
import collapselab.experiment.Metric;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Role;
import collapselab.session.MetricChart;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** The chart of one metric over the generations, with a playhead over it and how each panel stands against theory. */
final class ChartCard extends VBox {
    /** Narrower, in heights of the base text, and legend and badges say less. */
    private static final double NARROW = 27;

    /** Nanoseconds between two drawings of a run that goes on. */
    private static final long PAUSE = 100_000_000;

    private final Desk desk;
    private final MenuButton chooser = new MenuButton();
    private final ToggleButton log = new ToggleButton("log");
    private final HBox badges = new HBox();
    private final Label legend = Nodes.label("", "chart-legend");
    private final Surface surface;
    private final Line playhead = new Line();
    private final Label message = Nodes.paragraph("", "panel-message");
    private final Consumer<String> onMetric;
    private Rectangle2D axis = new Rectangle2D.Double();
    private Curves drawn;
    private Metric metric;
    private Run asked;
    private long askedAt;
    private boolean logarithmic;
    private boolean theory = true;

    /** Everything the curves depend on. */
    private record Key(Run run, int recorded, Optional<Run> ghost, Metric metric, boolean log, boolean theory) {}

    /** @param onMetric told the metric's id when the user chooses another */
    ChartCard(Desk desk, String id, Consumer<String> onMetric) {
        this.desk = desk;
        this.onMetric = onMetric;
        surface = new Surface(desk, message::setText);
        setId(id);
        getStyleClass().addAll("card", "chart");
        setMinWidth(0);
        setMinHeight(0);
        chooser.getStyleClass().addAll("chooser");
        chooser.setId(id + "-metric");
        chooser.setMinWidth(0);
        log.setMinWidth(USE_PREF_SIZE);
        log.setId(id + "-log");
        log.getStyleClass().add("mini-toggle");
        log.setTooltip(Nodes.tip("Logarithmic axis (L)"));
        log.setAccessibleText("Logarithmic axis");
        log.setOnAction(event -> {
            logarithmic = log.isSelected();
            desk.wake();
        });
        badges.getStyleClass().add("badges");
        HBox head = new HBox(chooser, log, Nodes.gap(), legend);
        head.getStyleClass().add("card-head");
        playhead.getStyleClass().add("playhead");
        Pane over = new Pane(playhead);
        over.setMouseTransparent(true);
        StackPane stage = new StackPane(surface, over, message);
        stage.setMinHeight(0);
        surface.setOnMousePressed(event -> seek(event.getX()));
        surface.setOnMouseDragged(event -> seek(event.getX()));
        setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(head, badges, stage);
    }

    /** A click in the chart goes to that generation. */
    private void seek(double x) {
        if (axis.getWidth() > 0) {
            double part = (x * surface.scale() - axis.getX()) / axis.getWidth();
            desk.lab().playback().seek((int)
                    Math.round(part * (desk.lab().playback().total() - 1)));
            desk.wake();
        }
    }

    Metric metric() {
        return metric;
    }

    /** Charts another metric, on the axis that suits it. */
    void metric(Metric chosen, List<Metric> all) {
        if (chosen.equals(metric) && chooser.getItems().size() == all.size()) {
            return;
        }
        metric = chosen;
        logarithmic = chosen.log();
        chooser.setText(chosen.label());
        chooser.setAccessibleText("Metric: " + chosen.label() + ", " + chosen.help());
        Nodes.tip(chooser, Sentences.capital(chosen.help()) + ".");
        ToggleGroup group = new ToggleGroup();
        chooser.getItems().setAll(all.stream().map(m -> item(m, group)).toList());
    }

    private RadioMenuItem item(Metric each, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(each.label());
        item.setToggleGroup(group);
        item.setSelected(each.equals(metric));
        item.setOnAction(event -> onMetric.accept(each.id()));
        return item;
    }

    void toggleLog() {
        logarithmic = !logarithmic;
        desk.wake();
    }

    boolean logarithmic() {
        return logarithmic;
    }

    void theory(boolean on) {
        theory = on;
    }

    /** Whether theory says something of the metric. */
    private boolean known(Run run) {
        return run.panels().stream().flatMap(panel -> panel.laws().stream()).anyMatch(law -> law.metric()
                .equals(metric.id()));
    }

    /** Shows a run's curves so far, with the playhead at a generation. */
    void show(Optional<Run> charted, Optional<Run> ghost, int generation, String waiting) {
        log.setSelected(logarithmic);
        Nodes.shown(legend, getWidth() > NARROW * desk.look().em());
        boolean some = charted.map(run -> run.furthest() > 0).orElse(false);
        message.setText(waiting);
        message.setVisible(!some);
        legend.setText(charted.map(run -> Sentences.legend(run.spec(), theory && known(run), ghost.isPresent()))
                .orElse(""));
        Nodes.shown(playhead, some && generation >= 0 && axis.getWidth() > 0);
        if (!some) {
            surface.clear();
            badges.getChildren().clear();
            return;
        }
        Run run = charted.orElseThrow();
        Metric now = metric;
        boolean onLog = logarithmic;
        boolean laws = theory;
        if (due(run)) {
            surface.want(
                    new Key(run, recorded(run), ghost, now, onLog, laws),
                    (g, area, style) -> draw(filter(MetricChart.of(run, ghost, now, onLog), laws), g, area, style));
        }
        place(generation, run.spec().protocol().generations());
        Badge.show(
                badges,
                desk.facts(),
                metric,
                getWidth() < 0.75 * NARROW * desk.look().em());
    }

    /** While a run goes on, its growing curves need not be drawn at every pulse; it wakes the window again and again. */
    private boolean due(Run run) {
        long now = System.nanoTime();
        if (run == asked && run.state() == Run.State.RUNNING && now - askedAt < PAUSE) {
            return false;
        }
        asked = run;
        askedAt = now;
        return true;
    }

    /** A number that changes whenever something was recorded. */
    private static int recorded(Run run) {
        int sum = run.state() == Run.State.DONE ? 1 : 0;
        for (Panel<?, ?> panel : run.panels()) {
            int size = panel.recording().size();
            sum += 3 * size;
            for (int g : size == 0 ? new int[0] : new int[] {0, size - 1}) {
                sum += panel.recording().get(g).metrics().isEmpty()
                        ? 0
                        : panel.recording().get(g).metrics().get(0).size();
            }
        }
        return sum;
    }

    private static Curves filter(Curves all, boolean laws) {
        List<Curve> kept = all.curves().stream()
                .filter(curve -> laws || curve.role() != Role.THEORY)
                .toList();
        return new Curves(
                all.title(), all.description(), all.x(), all.y(), all.bands(), kept, all.rug(), all.rugRole());
    }

    private Runnable draw(Curves curves, Graphics2D g, Rectangle2D area, Style style) {
        Drawing.draw(curves, g, area, style);
        Rectangle2D place = Drawing.axisArea(curves, g, area, style);
        return () -> {
            axis = place;
            drawn = curves;
            Nodes.reads(surface, drawn.description());
        };
    }

    private void place(int generation, int generations) {
        double scale = surface.scale();
        double part = generations < 2 ? 0 : (double) generation / (generations - 1);
        double x = (axis.getX() + part * axis.getWidth()) / scale;
        playhead.setStartX(x);
        playhead.setEndX(x);
        playhead.setStartY(axis.getY() / scale);
        playhead.setEndY(axis.getMaxY() / scale);
    }
}
