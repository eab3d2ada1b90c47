package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The left column: the experiments, and under them the runs of this session. */
final class ExperimentList implements Arranger.Obeying {
    private final Desk desk;
    private final VBox list = new VBox();
    private final VBox runs = new VBox();
    private final Label none = Nodes.paragraph("Each result stays here until the window closes.", "hint", "runs-hint");
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<Entry> entries = new ArrayList<>();
    private List<Row> rows = List.of();

    /** An experiment's button. */
    private record Entry(Experiment<?, ?> experiment, Button button, Sparkline sparkline, Label summary) {}

    /** A run's button. */
    private record Row(Run run, Button button, FontIcon icon, Label text) {}

    ExperimentList(Desk desk) {
        this.desk = desk;
        list.getStyleClass().add("experiments");
        list.getChildren().add(Nodes.label("EXPERIMENTS", "section"));
        for (Experiment<?, ?> experiment : desk.lab().experiments()) {
            Entry entry = entry(experiment);
            entries.add(entry);
            list.getChildren().add(entry.button());
        }
        runs.getStyleClass().add("runs");
        list.getChildren().addAll(Nodes.paragraph("RUNS OF THIS SESSION", "section"), none, runs);
        scroll.getStyleClass().addAll("side-scroll", "left-side");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
    }

    ScrollPane node() {
        return scroll;
    }

    private Entry entry(Experiment<?, ?> experiment) {
        Label summary = Nodes.paragraph(experiment.summary(), "entry-summary");
        Sparkline sparkline = new Sparkline(desk);
        Label title = Nodes.label(experiment.title(), "entry-title");
        HBox head = new HBox(title, Nodes.gap(), sparkline);
        head.setAlignment(Pos.CENTER_LEFT);
        Button button = row(Nodes.icon(Icons.experiment(experiment.id())), head, summary, "entry");
        button.setId("experiment-" + experiment.id());
        button.setAccessibleText(experiment.title() + ": " + experiment.summary());
        button.setOnAction(event -> desk.lab().settings().open(experiment));
        button.setTooltip(Nodes.tip(experiment.title() + ": " + experiment.summary() + "."));
        return new Entry(experiment, button, sparkline, summary);
    }

    @Override
    public void arrange(Arrangement now) {
        entries.forEach(entry -> Nodes.shown(entry.summary(), now.summaries()));
    }

    private static Button row(Node icon, Node head, Node below, String style) {
        VBox words = new VBox(head, below);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox content = new HBox(icon, words);
        content.getStyleClass().add("entry-content");
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        content.prefWidthProperty().bind(button.widthProperty().subtract(18));
        button.getStyleClass().add(style);
        return button;
    }

    void show() {
        for (Entry entry : entries) {
            boolean on = entry.experiment().equals(desk.lab().settings().spec().experiment());
            Nodes.style(entry.button(), "on", on);
            entry.sparkline().show(desk.lab().session().last(entry.experiment()));
        }
        List<Run> now = desk.lab().session().runs();
        if (!now.equals(rows.stream().map(Row::run).toList())) {
            Map<Run, Row> known = rows.stream().collect(Collectors.toMap(Row::run, row -> row));
            rows = now.stream()
                    .map(run -> known.containsKey(run) ? known.get(run) : row(run))
                    .toList();
            runs.getChildren().setAll(rows.stream().map(Row::button).toList());
            Nodes.shown(none, rows.isEmpty());
        }
        rows.forEach(this::refresh);
    }

    private Row row(Run run) {
        FontIcon icon = Nodes.icon(Icons.state(run.state()));
        Label title = Nodes.label(run.spec().experiment().title(), "run-title");
        Label text = Nodes.label("", "run-text");
        Button button = row(icon, title, text, "run-entry");
        button.setTooltip(Nodes.tip(run.spec().toString()));
        button.setOnAction(event -> desk.lab().restore(run));
        return new Row(run, button, icon, text);
    }

    private void refresh(Row row) {
        Run run = row.run();
        Run.State state = run.state();
        if (row.icon().getIconCode() != Icons.state(state)) {
            row.icon().setIconCode(Icons.state(state));
        }
        boolean going = Lab.unfinished(run) && !desk.options().still();
        String done = going ? (int) (100 * run.fraction()) + " %  ·  " : "";
        row.text().setText(done + Sentences.difference(run.spec()));
        row.button()
                .setAccessibleText("Go back to this run, " + Sentences.state(run) + ": "
                        + run.spec().shortText());
        Nodes.style(
                row.button(),
                "on",
                desk.lab().shown().filter(shown -> shown == run).isPresent());
    }
}
