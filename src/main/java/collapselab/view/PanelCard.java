package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Readout;
import collapselab.chart.Style;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Metric;
import collapselab.experiment.Protocol;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Scatter;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One regime: its name, its headline number, its pictures, and what it does with the paper that studies it. */
final class PanelCard extends VBox {
    private final Desk desk;
    private final DataRegime regime;
    /** Narrower, in heights of the base text, and the metric's name leaves its number alone. */
    private static final double NARROW = 18;

    /** Narrower, in heights of the base text, and the regime's name has to have all there is. */
    private static final double SLIM = 14;

    private final Label metricName = Nodes.label("", "panel-metric");
    private final Label value = Nodes.label("", "panel-value");
    private final Region notch = new Region();
    private final Label message = Nodes.paragraph("", "panel-message");
    private final Label what = Nodes.label("", "panel-what");
    private final VBox foot = new VBox();
    private final Surface surface;
    private final Sketchpad sketchpad;
    private final ToggleButton draw = new ToggleButton("", Nodes.icon(Feather.EDIT_2));
    private final Hover hover;
    private final boolean first;
    private List<Plot> drawn = List.of();
    private List<Readout> readouts = List.of();
    private Point2D mouse = Point2D.ZERO;
    private Optional<Scatter> plane = Optional.empty();

    /** Everything the pictures depend on. */
    private record Key(Run run, DataRegime regime, int generation, int axes) {}

    /** @param first whether it is the leftmost, on which points can be drawn */
    PanelCard(Desk desk, DataRegime regime, boolean first) {
        this.desk = desk;
        this.regime = regime;
        this.first = first;
        sketchpad = new Sketchpad(desk);
        surface = new Surface(desk, true, this::say);
        getStyleClass().addAll("card", "panel");
        setId("panel-" + regime.text());
        setMinWidth(0);
        setMinHeight(0);
        hover = new Hover(desk);
        surface.setOnMouseMoved(event -> {
            mouse = new Point2D(event.getX(), event.getY());
            read();
        });
        surface.setOnMouseExited(event -> hover.hide());
        StackPane stage = new StackPane(surface, hover, message);
        stage.setMinHeight(0);
        setVgrow(stage, Priority.ALWAYS);
        setVgrow(sketchpad, Priority.ALWAYS);
        fillFoot();
        brush();
        getChildren().addAll(head(), notchRow(), stage, sketchpad, foot);
        stage.visibleProperty().bind(sketchpad.visibleProperty().not());
        stage.managedProperty().bind(sketchpad.visibleProperty().not());
    }

    private void brush() {
        draw.setId("draw-data");
        draw.getStyleClass().add("icon-button");
        draw.setAccessibleText("Draw data: points drawn by hand become the real data");
        draw.setTooltip(Nodes.tip("Draw the real data by hand."));
        draw.setOnAction(event -> {
            if (draw.isSelected()) {
                desk.files().draw();
            } else {
                desk.files().cancel();
            }
        });
    }

    private HBox head() {
        Label name = Nodes.label(regime.label(), "panel-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(Icons.marker(regime, 10), name, draw, Nodes.gap(), metricName, value);
        head.getStyleClass().add("card-head");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.setId("value-" + regime.text());
        return head;
    }

    /** A stripe of real-data blue, as wide as the real part of each batch. */
    private HBox notchRow() {
        notch.getStyleClass().add("notch");
        HBox row = new HBox(notch);
        row.getStyleClass().add("notch-row");
        return row;
    }

    private void fillFoot() {
        what.setText(regime.help());
        Label cite = Nodes.label(Sentences.paper(regime.citation()), "citation");
        String full = Sentences.capital(regime.help()) + ".\n" + regime.citation();
        what.setTooltip(Nodes.tip(full));
        cite.setTooltip(Nodes.tip(full));
        foot.getChildren().addAll(what, cite);
        foot.getStyleClass().add("panel-foot");
    }

    /** Shows a run at a generation, or why there is nothing to show. */
    void show(Optional<Run> run, int generation, String waiting) {
        Optional<? extends Panel<?, ?>> panel = run.flatMap(
                r -> r.panels().stream().filter(p -> p.regime() == regime).findFirst());
        Protocol protocol = run.map(r -> r.spec().protocol())
                .orElse(desk.lab().settings().spec().protocol());
        boolean drawing = drawing();
        Nodes.shown(metricName, !drawing && getWidth() > NARROW * desk.look().em());
        Nodes.shown(value, !drawing);
        Nodes.style(this, "slim", getWidth() < SLIM * desk.look().em());
        notch.setPrefWidth(protocol.real() * notch.getParent().getLayoutBounds().getWidth());
        notch.setVisible(protocol.realSamples() > 0);
        int last = panel.map(p -> p.recording().size()).orElse(0) - 1;
        int at = Math.min(generation, last);
        if (panel.isEmpty() || at < 0) {
            surface.clear();
            readouts = List.of();
            value.setText("");
            metricName.setText("");
            boolean queued = run.filter(r -> !first(r)).isPresent() && panel.isPresent();
            say(queued && run.filter(Lab::unfinished).isPresent() ? "Waiting for the panel before it …" : waiting);
            what.setText(regime.help());
            return;
        }
        Run shown = run.orElseThrow();
        what.setText(at < generation ? "at generation " + at + " so far" : regime.help());
        int axes = desk.lab().axes().changes();
        surface.want(
                new Key(shown, regime, at, axes), (g, area, style) -> draw(panel.get(), shown, at, g, area, style));
    }

    /** Shows the canvas while points are drawn on this panel, and says whether they are. */
    private boolean drawing() {
        Nodes.shown(draw, first && desk.files().draws());
        Optional<Sketch> sketch = desk.files().sketch().filter(any -> first);
        draw.setSelected(sketch.isPresent());
        Nodes.shown(foot, sketch.isEmpty());
        sketchpad.show(sketch, plane);
        return sketch.isPresent();
    }

    /** Whether all panels before this one are computed, so that this one is next. */
    private boolean first(Run run) {
        int total = run.spec().protocol().generations();
        return run.spec().experiment().live()
                || run.panels().stream()
                        .takeWhile(p -> p.regime() != regime)
                        .allMatch(p -> p.recording().size() == total);
    }

    /** Says what is under the mouse. */
    private void read() {
        double scale = surface.scale();
        for (int i = 0; i < readouts.size(); i++) {
            Optional<Readout.Found> found = readouts.get(i).at(mouse.getX() * scale, mouse.getY() * scale);
            if (found.filter(any -> !any.values().isEmpty()).isPresent()) {
                String text = Readings.picture(drawn.get(i), found.get());
                hover.show(readouts.get(i), found.get(), scale, "", text);
                desk.hint(regime.label() + ", " + text);
                return;
            }
        }
        hover.hide();
    }

    private void say(String sentence) {
        message.setText(sentence);
        message.setVisible(!sentence.isEmpty());
    }

    private Runnable draw(Panel<?, ?> panel, Run run, int at, Graphics2D g, Rectangle2D area, Style style) {
        List<Plot> plots = desk.lab().axes().shared(run, panel.picture(at));
        List<Readout> said = new ArrayList<>();
        List<Rectangle2D> places = Places.of(plots, area, style.textSize());
        for (int i = 0; i < places.size(); i++) {
            Rectangle2D place =
                    i == 0 ? places.get(i) : Places.titled(plots.get(i).title(), g, places.get(i), style);
            said.add(Drawing.draw(plots.get(i), g, place, style));
        }
        String reading = plots.stream().map(Plot::description).collect(Collectors.joining(" "));
        Metric metric = run.spec().experiment().metrics().get(0);
        // The number of the chain that is drawn: a median would belong to another picture.
        Optional<Doubles> values = panel.measured(at).flatMap(there -> panel.values(metric.id(), there));
        String headline = values.map(chains -> Numbers.value(chains.get(0))).orElse("");
        String median = values.map(chains -> Numbers.value(Quantiles.median(chains.toArray())))
                .orElse("");
        return () -> {
            drawn = plots;
            readouts = said;
            if (surface.isHover()) {
                read();
            }
            plane = plots.isEmpty() || !(plots.get(0) instanceof Scatter scatter)
                    ? Optional.empty()
                    : Optional.of(scatter);
            say("");
            value.setText(headline);
            metricName.setText(headline.isEmpty() ? "" : metric.label());
            value.setAccessibleText(metric.label() + " " + headline);
            Nodes.tip(
                    value,
                    metric.label() + " of the chain that is drawn; the median over chains is " + median + ".\n"
                            + Sentences.capital(metric.help()) + ".");
            Nodes.reads(surface, regime.label() + ", generation " + at + ". " + reading);
        };
    }
}
