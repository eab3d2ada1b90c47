package collapselab.view;

import collapselab.experiment.Conservation;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Metric;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Role;
import collapselab.session.Balance;
import collapselab.session.Before;
import collapselab.session.ConservedChart;
import collapselab.session.HeldAxes;
import collapselab.session.MetricChart;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The chart of one metric over the generations, or of where the variance went, with a playhead over it, how each panel stands
 * against theory, and the law that one of them is judged by.
 */
final class ChartCard extends VBox {
    /** Stands for the conserved sum among the metrics' ids. */
    static final String CONSERVED = "conserved";

    private static final String WHERE = "Where did the variance go?";

    /** What a whole badge takes, in heights of the base text; with less room each is a sign only. */
    private static final double BADGE = 9;

    /** Lower, in heights of the base text, and nothing is said under the header; still lower, and it holds the name alone. */
    private static final double TALL = 15.5;

    private static final double LOW = 9;

    /** What the header's gaps and the card's edges take, in heights of the base text. */
    private static final double EDGES = 3;

    /** A chart narrower than this, in heights of the base text, cannot be read. */
    private static final double LEAST = 9;

    /** Nanoseconds between two drawings of a run that goes on. */
    private static final long PAUSE = 100_000_000;

    private final Desk desk;
    private final MenuButton chooser = new MenuButton();
    private final ToggleButton log = new ToggleButton("log");
    private final ToggleButton mean = new ToggleButton("mean");
    private final Button fit = new Button("axes held · fit");
    private final HBox head = new HBox();
    private final Label legend = Nodes.label("", "chart-legend");
    private final Badges badges;
    private final Remarks remarks;
    private final ChartStage stage;
    private final Consumer<String> onMetric;
    private Optional<Metric> metric = Optional.empty();
    private List<Metric> metrics = List.of();
    private DataRegime chosen;
    private Run asked;
    private long askedAt;
    private boolean logarithmic;
    private boolean onStage;

    /** Everything the curves depend on; without a metric, what is conserved. */
    private record Key(
            Run run,
            int recorded,
            Optional<Before> before,
            Optional<Metric> metric,
            Shown shown,
            int fits,
            Optional<DataRegime> only) {}

    /** What is drawn beside the medians. */
    record Shown(boolean log, boolean theory, boolean mean) {}

    /** @param onMetric told the metric's id, or {@link #CONSERVED}, when the user chooses another */
    ChartCard(Desk desk, String id, Consumer<String> onMetric) {
        this.desk = desk;
        this.onMetric = onMetric;
        badges = new Badges(regime -> {
            chosen = regime;
            desk.wake();
        });
        remarks = new Remarks(id);
        stage = new ChartStage(desk);
        setId(id);
        getStyleClass().addAll("card", "chart");
        setMinWidth(0);
        setMinHeight(0);
        chooser.getStyleClass().addAll("chooser");
        chooser.setId(id + "-metric");
        legend.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(legend, Priority.ALWAYS);
        mini(log, id + "-log", "Logarithmic axis", "L");
        log.setOnAction(event -> {
            logarithmic = log.isSelected();
            desk.wake();
        });
        mini(mean, id + "-mean", "Mean over the chains beside the median", "E");
        fit.setMinWidth(USE_PREF_SIZE);
        fit.setId(id + "-fit");
        fit.getStyleClass().add("fit");
        fit.setTooltip(Nodes.tip(
                "The axes hold, so that runs can be compared, and grow when data leave them. Fit them to what is"
                        + " shown (A)."));
        fit.setAccessibleText("Fit the axes to what is shown");
        fit.setOnAction(event -> desk.lab().fit());
        head.getChildren().addAll(chooser, log, mean, legend, fit);
        head.getStyleClass().add("card-head");
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(head, badges, remarks, stage);
    }

    private static void mini(ToggleButton toggle, String id, String does, String key) {
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setId(id);
        toggle.getStyleClass().add("mini-toggle");
        toggle.setTooltip(Nodes.tip(does + " (" + key + ")"));
        toggle.setAccessibleText(does);
    }

    /** Says whether it is on the stage, where it is wide and low: its name stands beside the curves. */
    void onStage(boolean now) {
        onStage = now;
        head.setManaged(!now);
        chooser.setWrapText(now);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (onStage) {
            double left = snappedLeftInset();
            head.resizeRelocate(0, snappedTopInset(), left, head.prefHeight(left));
        }
    }

    /** What the mean's toggle does. */
    void onMean(Runnable toggle) {
        mean.setOnAction(event -> toggle.run());
    }

    /** Charts another metric, on the axis that suits it; none: where the variance went. */
    void metric(Optional<Metric> now, List<Metric> all) {
        if (now.equals(metric) && all.equals(metrics)) {
            return;
        }
        metric = now;
        metrics = all;
        logarithmic = now.map(Metric::log).orElse(false);
        String name = now.map(Metric::label).orElse(WHERE);
        String help = now.map(Metric::help).orElse("what the models lose in spread, the chains gain in drift");
        chooser.setText(name);
        chooser.setAccessibleText("Chart: " + name + ", " + help);
        Nodes.tip(chooser, Sentences.capital(help) + ".");
    }

    private void menu(boolean conserving) {
        if (chooser.getItems().size() != metrics.size() + (conserving ? 1 : 0)) {
            ToggleGroup group = new ToggleGroup();
            List<MenuItem> items = new ArrayList<>();
            metrics.forEach(each -> items.add(item(each.label(), each.id(), group)));
            if (conserving) {
                items.add(item(WHERE, CONSERVED, group));
            }
            chooser.getItems().setAll(items);
        }
        String on = metric.map(Metric::id).orElse(CONSERVED);
        chooser.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(on.equals(item.getId())));
    }

    private RadioMenuItem item(String label, String id, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(label);
        item.setId(id);
        item.setToggleGroup(group);
        item.setOnAction(event -> onMetric.accept(id));
        return item;
    }

    void toggleLog() {
        logarithmic = !logarithmic;
        desk.wake();
    }

    boolean logarithmic() {
        return logarithmic;
    }

    /**
     * Shows a run's curves so far, with the playhead at a generation.
     *
     * @param waiting what to say while there is nothing to show
     */
    void show(Optional<Run> charted, Optional<Run> old, int generation, String waiting, Shown all) {
        double em = desk.look().em();
        boolean low = onStage || getHeight() < LOW * em;
        double toggles = (metric.isPresent() ? log.prefWidth(-1) + mean.prefWidth(-1) : 0) + em;
        double free = getWidth() - chooser.prefWidth(-1) - EDGES * em;
        Nodes.shown(log, metric.isPresent() && !low && free > log.prefWidth(-1));
        Nodes.shown(mean, metric.isPresent() && !low && free > toggles);
        Nodes.shown(fit, !low && free > toggles + fit.prefWidth(-1) + em);
        Nodes.shown(badges, !onStage && getHeight() > TALL * em);
        Nodes.shown(remarks, !onStage && getHeight() > TALL * em);
        Nodes.style(
                fit, "grown", desk.lab().axes().grown(metric.map(Metric::id).orElse(Conservation.METRIC), logarithmic));
        log.setSelected(logarithmic);
        mean.setSelected(all.mean());
        chooser.setMinWidth(onStage ? 0 : Math.min(chooser.prefWidth(-1), Math.max(0, getWidth() - 11 * em)));
        Optional<Run> some = charted.filter(run -> run.furthest() > 0);
        if (some.isEmpty()) {
            menu(false);
            stage.say(waiting);
            badges.clear();
            remarks.clear();
            legend.setText("");
            return;
        }
        Run run = some.get();
        menu(run.panels().stream().anyMatch(panel -> panel.conservation().isPresent()));
        legend.setText(metric.isPresent() ? Sentences.legend(run.spec()) : "spread below, drift on top");
        double others = (fit.isManaged() ? fit.prefWidth(-1) : 0) + (mean.isManaged() ? toggles : 0);
        double room = getWidth() - chooser.getWidth() - others - 4 * em;
        Nodes.shown(legend, !onStage && legend.prefWidth(-1) < room);
        draw(run, before(old, run), new Shown(logarithmic, all.theory(), all.mean()));
        stage.playhead(generation);
        remark(desk.facts(), all.mean(), getWidth() < (BADGE * run.panels().size() + 2) * em);
    }

    /** The ghost of an earlier run; there is none of a run that is computed once more. */
    private static Optional<Before> before(Optional<Run> old, Run run) {
        return old.filter(was -> was.furthest() > 0 && !was.spec().equals(run.spec()))
                .map(was -> new Before(was, Sentences.before(was.spec(), run.spec())));
    }

    private void draw(Run run, Optional<Before> before, Shown shown) {
        if (due(run)) {
            Optional<Metric> now = metric;
            stage.about(now);
            HeldAxes axes = desk.lab().axes();
            Optional<DataRegime> only = single(run);
            stage.want(new Key(run, recorded(run), before, now, shown, axes.fits(), only), () -> now.map(
                            m -> List.of(curves(run, before, m, shown, axes)))
                    .orElseGet(() -> conserved(run, only, axes)));
        }
    }

    /** The panel that is shown alone where there is no room for all side by side. */
    private Optional<DataRegime> single(Run run) {
        List<DataRegime> regimes = run.panels().stream()
                .filter(panel -> panel.conservation().isPresent())
                .map(Panel::regime)
                .toList();
        boolean room = getWidth() > LEAST * desk.look().em() * regimes.size();
        return metric.isPresent() || room || regimes.isEmpty()
                ? Optional.empty()
                : Optional.of(regimes.contains(chosen) ? chosen : regimes.get(0));
    }

    private static List<Curves> conserved(Run run, Optional<DataRegime> only, HeldAxes axes) {
        return ConservedChart.of(run, axes).stream()
                .filter(chart ->
                        only.map(regime -> regime.label().equals(chart.title())).orElse(true))
                .toList();
    }

    private static Curves curves(Run run, Optional<Before> before, Metric metric, Shown shown, HeldAxes axes) {
        Curves all = MetricChart.of(run, before, metric, shown.log(), shown.mean(), axes);
        List<Curve> kept = all.curves().stream()
                .filter(curve -> shown.theory() || curve.role() != Role.THEORY)
                .toList();
        return new Curves(
                all.title(), all.description(), all.x(), all.y(), all.bands(), kept, all.rug(), all.rugRole());
    }

    private void remark(Facts facts, boolean averages, boolean narrow) {
        Run run = facts.run().orElse(null);
        List<Facts.Finding> findings = metric.map(m -> facts.findings().getOrDefault(m.id(), List.of()))
                .orElse(List.of());
        List<Optional<Balance>> balances = metric.isPresent() ? List.of() : facts.balances();
        int count = run == null ? -1 : run.panels().size();
        if (findings.size() == count) {
            int at = at(run, findings.stream().map(f -> !f.laws().isEmpty()).toList());
            badges.show(run, findings.stream().map(Facts.Finding::verdict).toList(), at, narrow);
            remarks.laws(run, findings, at);
            remarks.mean(averages, run, findings);
        } else if (balances.size() == count) {
            int at = at(run, balances.stream().map(Optional::isPresent).toList());
            List<Facts.Finding> conserved = facts.findings().get(Conservation.METRIC);
            badges.show(run, conserved.stream().map(Facts.Finding::verdict).toList(), at, narrow);
            remarks.balance(run, balances.get(at), at);
        } else {
            badges.clear();
            remarks.clear();
        }
    }

    /** The panel whose law is shown: the chosen one, or the first that has one. */
    private int at(Run run, List<Boolean> known) {
        for (int i = 0; i < known.size(); i++) {
            if (run.panels().get(i).regime() == chosen) {
                return i;
            }
        }
        return Math.max(0, known.indexOf(true));
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
            sum += 4 * panel.recording().changes() + (panel.learned() ? 2 : 0);
        }
        return sum;
    }
}
