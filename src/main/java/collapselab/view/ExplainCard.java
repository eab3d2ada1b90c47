package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the experiment says about the numbers on screen, and what the first chains have lost. */
final class ExplainCard implements Arranger.Obeying {
    private final Desk desk;
    private final VBox text = new VBox();
    private final LossLog log = new LossLog();
    private final Label title = Nodes.label("Why?", "explain-title");
    private final Label when = Nodes.label("", "explain-when");
    private final ToggleButton lost = new ToggleButton();
    private final ScrollPane scroll = new ScrollPane(text);
    private final VBox box = new VBox();
    private final VBox holder = new VBox(box);
    private List<String> shown = List.of();
    private RunSpec<?> asked;
    private Experiment<?, ?> of;
    private boolean onStage;

    ExplainCard(Desk desk) {
        this.desk = desk;
        text.getStyleClass().add("explain-text");
        text.setId("explain");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        title.setGraphic(Nodes.icon(Feather.INFO));
        lost.setId("lost");
        lost.getStyleClass().add("mini-toggle");
        lost.setTooltip(Nodes.tip("What the first chain of each regime has lost, and what came back"));
        lost.setOnAction(event -> turn());
        Nodes.shown(lost, false);
        HBox head = new HBox(title, Nodes.gap(), when, lost);
        head.getStyleClass().add("explain-head");
        box.getStyleClass().add("explain");
        box.getChildren().addAll(head, scroll);
        // Later: a height that changes in the midst of a layout would not be laid out itself.
        for (Region content : List.of(text, log)) {
            content.heightProperty().addListener((o, before, now) -> Platform.runLater(this::fit));
        }
        scroll.setMinHeight(0);
        box.setMinHeight(0);
        holder.getStyleClass().add("explain-holder");
    }

    VBox node() {
        return holder;
    }

    /** On the stage, where the column is opened for a moment, the settings have all of it. */
    @Override
    public void arrange(Arrangement now) {
        // The same height whatever it says, so that what is below the settings never pushes them.
        double em = desk.look().em();
        double height = Math.max(8 * em, Math.min(15.7 * em, 0.41 * now.height() - 13 * em));
        holder.setMinHeight(height);
        holder.setPrefHeight(height);
        holder.setMaxHeight(height);
        onStage = now.stage();
        shown();
    }

    private void shown() {
        Nodes.shown(holder, !onStage && !shown.isEmpty());
    }

    private void fit() {
        scroll.setPrefViewportHeight(((Region) scroll.getContent()).getHeight());
    }

    /** Turns from the explanation to the log of losses, or back. */
    private void turn() {
        boolean log = lost.isSelected() && lost.isVisible();
        title.setText(log ? "Lost" : "Why?");
        scroll.setContent(log ? this.log : text);
        scroll.setVvalue(0);
        fit();
    }

    void show() {
        Experiment<?, ?> now = desk.lab().settings().spec().experiment();
        if (now != of) {
            of = now;
            asked = null;
            put(List.of()); // what was said is about another experiment
        }
        Facts facts = desk.facts();
        boolean current =
                facts.run().isPresent() && facts.run().equals(desk.lab().shown());
        when.setText(current && facts.generation() >= 0 ? "generation " + Numbers.whole(facts.generation()) : "");
        if (current) {
            put(facts.explanation());
            losses(facts);
        } else if (desk.lab().shown().map(Run::furthest).orElse(0) == 0) {
            before(desk.lab().settings().spec());
            losses(Facts.NONE);
        }
    }

    private void losses(Facts facts) {
        if (lost.isVisible() != facts.losing()) {
            Nodes.shown(lost, facts.losing());
            turn();
        }
        lost.setText("Lost "
                + facts.lost().stream()
                        .map(Facts.Lost::loss)
                        .mapToInt(loss -> loss.names().size() - loss.returned().size())
                        .sum());
        lost.setAccessibleText(lost.getText() + ": what the first chains have lost");
        log.show(facts.whatIsLost(), facts.lost(), facts.generation());
    }

    /** What can be said before anything is computed. */
    private void before(RunSpec<?> spec) {
        if (spec.equals(asked) || desk.lab().settings().plan().isEmpty()) {
            return;
        }
        asked = spec;
        desk.painter().submit(() -> {
            List<String> sentences = Facts.explain(spec, List.of());
            return () -> {
                if (desk.lab().settings().spec().equals(spec)) {
                    put(sentences);
                }
            };
        });
    }

    private void put(List<String> sentences) {
        if (sentences.equals(shown)) {
            return;
        }
        // The same labels get new words: a new layout of new nodes at each generation would be felt while playing.
        while (text.getChildren().size() < sentences.size()) {
            text.getChildren().add(Nodes.paragraph(""));
        }
        text.getChildren().remove(sentences.size(), text.getChildren().size());
        for (int i = 0; i < sentences.size(); i++) {
            ((Label) text.getChildren().get(i)).setText(sentences.get(i));
        }
        shown = List.copyOf(sentences);
        shown();
    }
}
