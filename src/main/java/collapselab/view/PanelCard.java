package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Readout;
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
    /** Narrower, in heights of the base text, and the regime's name has to have all there is. */
    private static final double SLIM = 14;

    /** What a number, the brush and the rest take in the header, in heights of the base text. */
    private static final double NUMBER = 3.4;

    private static final double BRUSH = 2.8;
    private static final double REST = 4.2;
    private static final double GAP = 0.6;

    private final HBox head = new HBox();
    private final StackPane marker = new StackPane();
    /** Lower, in heights of the base text, and there is one line under the picture, or none. */
    private static final double TALL = 25;

    private static final double LOW = 19.5;

    /** What the card keeps free at both sides, in heights of the base text. */
    private static final double SIDES = 2;

    /** What the number leaves to the rest of the header, in heights of the base text. */
    private static final double BARE = 3;

    private final Label name = Nodes.label("", "panel-name");
    private final Label metricName = Nodes.label("", "panel-metric");
    private final Label value = Nodes.label("", "panel-value");
    private final Region notch = new Region();
    private final Label message = Nodes.paragraph("", "panel-message");
    private final Label counted = Nodes.label("", "panel-count");
    private final Label what = Nodes.label("", "panel-what");
    private final VBox foot = new VBox();
    private final TrainingStrip training;
    private final StackPane base;
    private final Surface surface;
    private final Sketchpad sketchpad;
    private final ToggleButton draw = new ToggleButton("", Nodes.icon(Feather.EDIT_2));
    private final Hover hover;
    private final boolean first;
    private List<Plot> drawn = List.of();
    private List<Readout> readouts = List.of();
    private boolean onStage;
    private boolean named;
    private boolean several;
    private String metric = "";
    private String count = "";
    private Point2D mouse = Point2D.ZERO;
    private Optional<Scatter> plane = Optional.empty();

    /** Everything the pictures depend on. */
    private record Key(Run run, DataRegime regime, int generation, int axes, int pictured) {}

    /** @param first whether it is the leftmost, on which points can be drawn */
    PanelCard(Desk desk, DataRegime regime, boolean first) {
        this.desk = desk;
        this.regime = regime;
        this.first = first;
        sketchpad = new Sketchpad(desk);
        surface = new Surface(desk, true, this::say);
        surface.getStyleClass().add("panel-picture");
        training = new TrainingStrip(desk, regime);
        base = new StackPane(foot, training);
        message.setMinHeight(0);
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
        name.setText(regime.label());
        name.setTooltip(Nodes.tip(regime.label() + ": " + regime.help() + "."));
        head.getChildren().addAll(marker, name, draw, Nodes.gap(), metricName, value);
        head.getStyleClass().add("card-head");
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
        what.setText(help());
        what.setTooltip(Nodes.tip(Sentences.capital(regime.help()) + ".\n" + regime.citation()));
        counted.setId("count-" + regime.text());
        foot.getChildren().addAll(counted, what);
        foot.getStyleClass().add("panel-foot");
    }

    private String help() {
        return regime.help() + " · " + Sentences.paper(regime.citation());
    }

    /**
     * Says how it is arranged.
     *
     * @param stage whether picture and number are all there is
     * @param metric whether the number's name stands before it, in all panels or in none
     */
    void arrange(boolean stage, boolean metric) {
        onStage = stage;
        named = metric;
    }

    /** Whether there is room for the number's name in the header. */
    boolean wide() {
        return fits(metric, GAP);
    }

    private boolean fits(String text, double gap) {
        head.applyCss(); // the text may have another size now
        return head(draw.isManaged())
                        + Nodes.width(metricName, text)
                        + gap * desk.look().em()
                < getWidth();
    }

    /** What the rest of the header needs. */
    private double head(boolean brush) {
        double em = desk.look().em();
        double number = Math.max(NUMBER * em, value.prefWidth(-1));
        return name.prefWidth(-1) + number + (brush ? BRUSH : 0) * em + REST * em;
    }

    /** Shows a run at a generation, or why there is nothing to show. */
    void show(Optional<Run> run, int generation, String waiting) {
        Optional<? extends Panel<?, ?>> panel = run.flatMap(
                r -> r.panels().stream().filter(p -> p.regime() == regime).findFirst());
        Protocol protocol = run.map(r -> r.spec().protocol())
                .orElse(desk.lab().settings().spec().protocol());
        boolean drawing = drawing();
        Nodes.shown(value, !drawing);
        arrange(drawing);
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
            readouts = List.of();
            value.setText("");
            metric = "";
            several = false;
            what.setText(help());
            count = "";
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
        what.setText(at < generation ? "at generation " + at + " so far" : help());
        int axes = desk.lab().axes().changes();
        surface.want(
                new Key(shown, regime, at, axes, shown.pictured()),
                (g, area, style) -> draw(panel.get(), shown, at, g, area, style));
    }

    /** Whether it shows a picture. */
    boolean pictured() {
        return surface.shows();
    }

    /** What goes first where there is little room: the caption, line by line, then the metric's name, then the regime's. */
    private void arrange(boolean drawing) {
        double em = desk.look().em();
        Nodes.style(this, "slim", getWidth() < SLIM * em);
        value.setMinWidth(Math.min(value.prefWidth(-1), Math.max(0, getWidth() - BARE * em)));
        Nodes.shown(what, !onStage && getHeight() > TALL * em);
        boolean whole = Nodes.width(counted, count) <= getWidth() - SIDES * em;
        counted.setText(whole ? count : count.replace(" chains", ""));
        Nodes.shown(counted, !onStage && getHeight() > LOW * em && !count.isEmpty());
        String called = named ? metric : several ? "median" : "";
        metricName.setText(called);
        Nodes.shown(metricName, !drawing && !called.isEmpty() && fits(called, 3 * GAP));
        double size = Math.rint(0.8 * em);
        if (!Double.valueOf(size).equals(marker.getUserData())) {
            marker.setUserData(size);
            marker.getChildren().setAll(Icons.marker(regime, size));
        }
    }

    /** Shows the canvas while points are drawn on this panel, and says whether they are. */
    private boolean drawing() {
        Optional<Sketch> sketch = desk.files().sketch().filter(any -> first);
        boolean room = !onStage && head(true) < getWidth();
        Nodes.shown(draw, first && desk.files().draws() && (room || sketch.isPresent()));
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
        Nodes.tip(message, sentence);
        message.setVisible(!sentence.isEmpty());
    }

    private static List<Readout> draw(List<Plot> plots, Graphics2D g, Rectangle2D area, Style style) {
        List<Readout> said = new ArrayList<>();
        List<Rectangle2D> places = Places.of(plots, area, style.textSize());
        for (int i = 0; i < places.size(); i++) {
            Rectangle2D place =
                    i == 0 ? places.get(i) : Places.titled(plots.get(i).title(), g, places.get(i), style);
            said.add(Drawing.draw(plots.get(i), g, place, style));
        }
        return said;
    }

    private Runnable draw(Preview preview, Graphics2D g, Rectangle2D area, Style style) {
        List<Readout> unused = draw(preview.plots(), g, area, style);
        return () -> {
            say("");
            Nodes.reads(surface, regime.label() + ". " + preview.plots().get(0).description());
        };
    }

    private Runnable draw(Panel<?, ?> panel, Run run, int at, Graphics2D g, Rectangle2D area, Style style) {
        List<Plot> plots = desk.lab().axes().shared(run, panel.picture(at));
        List<Readout> said = draw(plots, g, area, style);
        String reading = plots.stream().map(Plot::description).collect(Collectors.joining(" "));
        Metric leading = run.spec().experiment().headline();
        Optional<Doubles> values = panel.measured(at).flatMap(there -> panel.values(leading.id(), there));
        String headline = values.map(chains -> Numbers.value(Quantiles.median(chains.toArray())))
                .orElse("");
        boolean ensemble = values.filter(chains -> chains.size() > 1).isPresent();
        String full = ensemble ? "median " + Sentences.small(leading.label()) : leading.label();
        String counts = Sentences.capital(panel.count(at).orElse(""));
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
            metric = headline.isEmpty() ? "" : full;
            several = !headline.isEmpty() && ensemble;
            value.setAccessibleText(full + " " + headline);
            Nodes.tip(
                    value,
                    Sentences.capital(full) + " of the panel's chains.\n" + Sentences.capital(leading.help()) + ".");
            count = counts;
            Nodes.tip(counted, count);
            Nodes.reads(surface, regime.label() + ", generation " + at + ". " + reading);
        };
    }
}
