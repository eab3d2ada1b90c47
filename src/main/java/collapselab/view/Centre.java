package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.session.Panel;
import collapselab.session.Plan;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The middle of the window: what is computed, a panel for each regime, and the metric charts under them. */
final class Centre implements Arranger.Obeying {
    /** What a letter of the headline takes of its height. */
    private static final double LETTER = 0.62;

    /** The largest and the smallest headline, in heights of the base text. */
    private static final double HEADLINE = 1.45;

    private static final double CRAMPED = 0.9;

    private static final String MEAN = "mean";

    private final Desk desk;
    private final Label headline = Nodes.paragraph("", "headline");
    private final Label numbers = Nodes.label("", "numbers");
    private final VBox said = new VBox();
    private final Label generation = Nodes.label("", "headline");
    private final HBox title = new HBox(said, generation);
    private final Label failure = Nodes.paragraph("", "refusal");
    private final GridPane panels = new GridPane();
    private final GridPane charts = new GridPane();
    private final CentreRows rows;
    private final List<PanelCard> cards = new ArrayList<>();
    private final ChartCard left;
    private final ChartCard right;
    private List<DataRegime> regimes = List.of();
    private Experiment<?, ?> experiment;
    /** Sentences that change faster, in nanoseconds, cannot be read, and cost the pictures their frames. */
    private static final long READABLE = 250_000_000;

    private long askedAt;
    private FactsKey asked;
    private boolean onStage;
    private boolean theory = true;
    private boolean mean;

    /** Everything the facts depend on. */
    private record FactsKey(Run run, int generation, int computed) {}

    Centre(Desk desk) {
        this.desk = desk;
        rows = new CentreRows(title, panels, charts);
        rows.rows().addListener((o, before, now) -> desk.wake());
        headline.setMinHeight(0);
        left = new ChartCard(desk, "chart-left", id -> choose(true, id));
        right = new ChartCard(desk, "chart-right", id -> choose(false, id));
        left.onMean(this::toggleMean);
        right.onMean(this::toggleMean);
        headline.setId("headline");
        numbers.setId("numbers");
        said.getChildren().addAll(headline, numbers, failure);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMinSize(0, 0);
        generation.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("title");
        panels.getStyleClass().add("panels");
        charts.getStyleClass().add("charts");
        charts.add(left, 0, 0);
        charts.add(right, 1, 0);
        charts.getRowConstraints().setAll(row(100));
    }

    CentreRows node() {
        return rows;
    }

    @Override
    public void arrange(Arrangement now) {
        rows.arrange(now);
        onStage = now.stage();
        left.onStage(onStage);
        panels.setHgap(now.gap());
        panels.setVgap(now.gap());
        charts.setHgap(now.gap());
        charts.getColumnConstraints().setAll(now.stage() ? List.of(column(100)) : List.of(column(56), column(44)));
        Nodes.shown(right, !now.stage());
        Nodes.shown(numbers, !now.stage());
        Nodes.shown(generation, now.stage());
        title.setAlignment(now.stage() ? Pos.CENTER_LEFT : Pos.TOP_LEFT);
        said.setAlignment(title.getAlignment());
    }

    private static ColumnConstraints column(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        column.setMinWidth(0);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static RowConstraints row(double percent) {
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(percent);
        row.setMinHeight(0);
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    /** Whether all panels show a picture, or there is nothing to be pictured by itself. */
    boolean pictured() {
        boolean live = desk.lab().settings().spec().experiment().live();
        return !live || (!cards.isEmpty() && cards.stream().allMatch(PanelCard::pictured));
    }

    void show() {
        Lab lab = desk.lab();
        Optional<Run> shown = lab.shown();
        RunSpec<?> spec = shown.<RunSpec<?>>map(Run::spec).orElse(lab.settings().spec());
        int generation = lab.playback().shown();
        headline.setText(Sentences.headline(spec));
        this.generation.setText(generation < 0 ? "" : "Generation " + Numbers.whole(generation));
        fit();
        Nodes.tip(
                headline,
                headline.getText() + ".\n" + Sentences.capital(spec.experiment().summary()) + ".");
        String data = shown.map(Run::data)
                .filter(known -> !known.isEmpty())
                .or(() -> lab.settings().plan().map(Plan::data))
                .orElse("\u2026");
        numbers.setText(Sentences.numbers(spec, generation, data));
        Nodes.tip(numbers, "Real data: " + data + "\n" + spec);
        failure.setText(shown.filter(run -> run.state() == Run.State.FAILED && run.furthest() > 0)
                .map(Sentences::failure)
                .orElse(shown.isPresent() ? lab.settings().problem() : ""));
        Nodes.shown(failure, !failure.getText().isEmpty());
        arrange(spec);
        place();
        String waiting = waiting(shown);
        boolean named = cards.stream().allMatch(PanelCard::wide);
        cards.forEach(card -> card.arrange(onStage, named));
        cards.forEach(card -> card.show(shown, generation, waiting));
        for (ChartCard chart : List.of(left, right)) {
            chart.show(
                    lab.charted(),
                    lab.before(),
                    generation,
                    waiting,
                    new ChartCard.Shown(chart.logarithmic(), theory, mean));
        }
        shown.filter(run -> run.furthest() > 0).ifPresent(run -> read(run, generation));
    }

    /** Sets the headline as large as one line of it can be, within bounds; beyond the lower one it wraps, or is cut. */
    private void fit() {
        double em = desk.look().em();
        int letters = headline.getText().length()
                + (generation.isManaged() ? generation.getText().length() + 2 : 0);
        double size = Math.max(CRAMPED, Math.min(HEADLINE, title.getWidth() / (LETTER * em * letters)));
        String style = "-fx-font-size: " + Math.rint(size * em) + "px;";
        if (!style.equals(headline.getStyle())) {
            headline.setStyle(style);
            generation.setStyle(style);
        }
    }

    /** Puts the panels in one row, or four of them in two where they are larger so; what has no room beside a column waits. */
    private void place() {
        rows.count(cards.size());
        int columns = rows.columns();
        List<PanelCard> shown = rows.twoRows() && columns == 2 ? cards : cards.subList(0, columns);
        if (columns == panels.getColumnConstraints().size()
                && panels.getChildren().equals(shown)) {
            return;
        }
        panels.getChildren().clear();
        panels.getColumnConstraints().clear();
        panels.getRowConstraints().clear();
        for (int i = 0; i < shown.size(); i++) {
            panels.add(shown.get(i), i % columns, i / columns);
        }
        for (int i = 0; i < columns; i++) {
            panels.getColumnConstraints().add(column(100.0 / columns));
        }
        int lines = shown.size() / columns;
        for (int i = 0; i < lines; i++) {
            panels.getRowConstraints().add(row(100.0 / lines));
        }
    }

    private void arrange(RunSpec<?> spec) {
        if (!spec.experiment().equals(experiment)) {
            experiment = spec.experiment();
            List<String> charted = experiment.charted();
            choose(true, charted.get(0));
            choose(false, charted.get(charted.size() - 1));
        }
        if (!spec.regimes().equals(regimes)) {
            regimes = spec.regimes();
            cards.clear();
            regimes.forEach(regime -> cards.add(new PanelCard(desk, regime, cards.isEmpty())));
        }
    }

    private void choose(boolean first, String id) {
        List<Metric> metrics = experiment.metrics();
        Optional<Metric> metric =
                metrics.stream().filter(m -> m.id().equals(id)).findFirst();
        (first ? left : right).metric(metric, metrics);
        desk.wake();
    }

    /** Charts the metrics with these ids, or where the variance went; {@code mean}: with the means beside the medians. */
    void metrics(List<String> names) {
        List<String> ids = new ArrayList<>(names);
        mean |= ids.remove(MEAN);
        for (int i = 0; i < Math.min(2, ids.size()); i++) {
            choose(i == 0, ids.get(i));
        }
    }

    /** What the panels say while there is nothing to show. */
    private String waiting(Optional<Run> shown) {
        if (shown.isPresent() && shown.get().state() == Run.State.FAILED) {
            return Sentences.failure(shown.get());
        }
        if (shown.isPresent() && shown.get().state() == Run.State.CANCELLED) {
            return "Cancelled before the first generation. Press Run to start again.";
        }
        if (shown.isPresent()) {
            return shown.get().state() == Run.State.PAUSED
                    ? "Paused before the first generation."
                    : shown.get().data().isEmpty() ? "Getting the data ready …" : "Computing generation 0 …";
        }
        if (desk.lab().asking().isPresent()) {
            return Sentences.question(desk.lab().asking().get());
        }
        if (!desk.lab().settings().problem().isEmpty()) {
            return desk.lab().settings().problem() + " Then press R to try again, or go to another experiment.";
        }
        return desk.lab().settings().spec().experiment().live()
                ? desk.lab().settings().unsettled() ? "Reading data and settings …" : "Computing …"
                : "Not computed yet: press Run, or R. The estimated cost is shown above the button.";
    }

    /** Changes as long as panels have not reached the generation, and when more chains are in. */
    private static int key(Run run, int generation) {
        int sum = run.state() == Run.State.DONE ? 1 : 0;
        for (Panel<?, ?> panel : run.panels()) {
            sum += 2 * Math.min(panel.recording().size(), generation + 1);
        }
        return sum;
    }

    private void read(Run run, int generation) {
        FactsKey key = new FactsKey(run, generation, key(run, generation));
        boolean hurried = desk.lab().playback().playing()
                && desk.facts().run().filter(of -> of == run).isPresent()
                && System.nanoTime() - askedAt < READABLE;
        if (!key.equals(asked) && !hurried && desk.painter().idle(this)) {
            asked = key;
            askedAt = System.nanoTime();
            desk.painter().submit(this, () -> {
                Facts facts = Facts.of(run, generation);
                return () -> desk.facts(facts);
            });
        }
    }

    void toggleLog() {
        boolean on = !left.logarithmic();
        for (ChartCard chart : List.of(left, right)) {
            if (chart.logarithmic() != on) {
                chart.toggleLog();
            }
        }
    }

    void toggleMean() {
        mean = !mean;
        desk.wake();
    }

    void toggleTheory() {
        theory = !theory;
        desk.wake();
    }
}
