package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the experiment says about the numbers on screen. */
final class ExplainCard {
    private final Desk desk;
    private final VBox text = new VBox();
    private final ScrollPane scroll = new ScrollPane(text);
    private final VBox box = new VBox();
    private final VBox holder = new VBox(box);
    private List<String> shown = List.of();
    private RunSpec<?> asked;

    ExplainCard(Desk desk) {
        this.desk = desk;
        text.getStyleClass().add("explain-text");
        text.setId("explain");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        Label title = Nodes.label("Why?", "explain-title");
        title.setGraphic(Nodes.icon(Feather.INFO));
        box.getStyleClass().add("explain");
        box.getChildren().addAll(title, scroll);
        // Later: a height that changes in the midst of a layout would not be laid out itself.
        text.heightProperty()
                .addListener(
                        (o, before, now) -> Platform.runLater(() -> scroll.setPrefViewportHeight(text.getHeight())));
        scroll.setMinHeight(0);
        box.setMinHeight(0);
        holder.getStyleClass().add("explain-holder");
        holder.setMinHeight(0);
    }

    VBox node() {
        return holder;
    }

    void show() {
        Facts facts = desk.facts();
        boolean current =
                facts.run().isPresent() && facts.run().equals(desk.lab().shown());
        if (current) {
            put(facts.explanation());
        } else if (desk.lab().shown().map(Run::furthest).orElse(0) == 0) {
            before(desk.lab().spec());
        }
    }

    /** What can be said before anything is computed. */
    private void before(RunSpec<?> spec) {
        if (spec.equals(asked)) {
            return;
        }
        asked = spec;
        desk.painter().submit(() -> {
            List<String> sentences = Facts.explain(spec, List.of());
            return () -> {
                if (desk.lab().spec().equals(spec)) {
                    put(sentences);
                }
            };
        });
    }

    private void put(List<String> sentences) {
        Nodes.shown(holder, !sentences.isEmpty());
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
    }
}
