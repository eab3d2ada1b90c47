package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Style;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Metric;
import collapselab.experiment.Preview;
import collapselab.experiment.Protocol;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Scatter;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final TrainingStrip training;
    private final StackPane base;
    private final Surface surface;
    private final Sketchpad sketchpad;
    private final ToggleButton draw = new ToggleButton("", Nodes.icon(Feather.EDIT_2));
    private final boolean first;
    private Optional<Scatter> plane = Optional.empty();

    /** Everything the pictures depend on. */
    private record Key(Run run, DataRegime regime, int generation) {}

    /** @param first whether it is the leftmost, on which points can be drawn */
    PanelCard(Desk desk, DataRegime regime, boolean first) {
        this.desk = desk;
        this.regime = regime;
        this.first = first;
        sketchpad = new Sketchpad(desk);
        surface = new Surface(desk, this::say);
        surface.getStyleClass().add("panel-picture");
        training = new TrainingStrip(desk, regime);
        base = new StackPane(foot, training);
        getStyleClass().addAll("card", "panel");
        setId("panel-" + regime.text());
        setMinWidth(0);
        setMinHeight(0);
        StackPane stage = new StackPane(surface, message);
        stage.setMinHeight(0);
        setVgrow(stage, Priority.ALWAYS);
        setVgrow(sketchpad, Priority.ALWAYS);
        fillFoot();
        brush();
        getChildren().addAll(head(), notchRow(), stage, sketchpad, base);
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
        // A panel that has its first generation before the others shows it while they compute theirs.
        int at = Math.min(Math.max(0, generation), last);
        boolean trains = run.filter(r -> !r.spec().experiment().live() && Lab.unfinished(r))
                .isPresent();
        Optional<Preview> preview =
                panel.filter(p -> trains && !desk.options().still()).flatMap(Panel::preview);
        // As high in all panels while they take turns, so that nothing moves when the turn does.
        base.setMinHeight(trains ? TrainingStrip.HEIGHT * desk.look().em() : USE_COMPUTED_SIZE);
        training.show(preview.filter(now -> !drawing), at >= 0);
        foot.setVisible(foot.isManaged() && !training.isVisible());
        if (panel.isEmpty() || at < 0) {
            value.setText("");
            metricName.setText("");
            what.setText(regime.help());
            if (preview.isPresent()) {
                surface.want(preview.get(), (g, area, style) -> draw(preview.get(), g, area, style));
            } else {
                surface.clear();
                say(run.flatMap(this::before)
                        .filter(other -> trains)
                        .map(Sentences::turn)
                        .orElse(waiting));
            }
            return;
        }
        Run shown = run.orElseThrow();
        what.setText(at < generation ? "at generation " + at + " so far" : regime.help());
        surface.want(new Key(shown, regime, at), (g, area, style) -> draw(panel.get(), shown, at, g, area, style));
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

    /** The panel that trains its first generation while this one waits for its turn. */
    private Optional<DataRegime> before(Run run) {
        return run.panels().stream()
                .filter(other -> other.recording().size() == 0)
                .findFirst()
                .<DataRegime>map(Panel::regime)
                .filter(other -> other != regime && !run.data().isEmpty());
    }

    private void say(String sentence) {
        message.setText(sentence);
        message.setVisible(!sentence.isEmpty());
    }

    private static void draw(List<Plot> plots, Graphics2D g, Rectangle2D area, Style style) {
        List<Rectangle2D> places = Places.of(plots, area, style.textSize());
        for (int i = 0; i < places.size(); i++) {
            Rectangle2D place =
                    i == 0 ? places.get(i) : Places.titled(plots.get(i).title(), g, places.get(i), style);
            Drawing.draw(plots.get(i), g, place, style);
        }
    }

    private Runnable draw(Preview preview, Graphics2D g, Rectangle2D area, Style style) {
        draw(preview.plots(), g, area, style);
        return () -> {
            say("");
            Nodes.reads(surface, regime.label() + ". " + preview.plots().get(0).description());
        };
    }

    private Runnable draw(Panel<?, ?> panel, Run run, int at, Graphics2D g, Rectangle2D area, Style style) {
        List<Plot> plots = panel.picture(at);
        draw(plots, g, area, style);
        String reading = plots.stream().map(Plot::description).collect(Collectors.joining(" "));
        Metric metric = run.spec().experiment().metrics().get(0);
        // The number of the chain that is drawn: a median would belong to another picture.
        Optional<Doubles> values = panel.measured(at).flatMap(there -> panel.values(metric.id(), there));
        String headline = values.map(chains -> Numbers.value(chains.get(0))).orElse("");
        String median = values.map(chains -> Numbers.value(Quantiles.median(chains.toArray())))
                .orElse("");
        return () -> {
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
