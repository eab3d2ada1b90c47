package collapselab.view;

import collapselab.session.Loss;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the first chains have lost and what came back, the newest first: {@code generation 11: digit 4}. */
final class LossLog extends VBox {
    /** More lines nobody reads. */
    private static final int LINES = 60;

    /** Of what is lost at once so many are named. */
    private static final int NAMES = 6;

    private final Label meaning = Nodes.paragraph("");
    private final VBox lines = new VBox();
    private List<Facts.Lost> shown;

    LossLog() {
        setId("losses");
        getStyleClass().addAll("explain-text", "losses");
        meaning.setId("lost-means");
        lines.setId("loss-lines");
        lines.getStyleClass().add("losses");
        getChildren().addAll(meaning, lines);
    }

    /**
     * Shows losses up to a generation.
     *
     * @param means when something counts as lost, in words that follow "Lost:"
     */
    void show(String means, List<Facts.Lost> lost, int generation) {
        meaning.setText("Lost: " + means);
        if (lost.equals(shown) && !lost.isEmpty()) {
            return;
        }
        shown = lost;
        int count = Math.max(1, Math.min(LINES, lost.size()));
        while (lines.getChildren().size() < count) {
            lines.getChildren().add(Nodes.paragraph(""));
        }
        lines.getChildren().remove(count, lines.getChildren().size());
        for (int i = 0; i < count; i++) {
            Label line = (Label) lines.getChildren().get(i);
            if (lost.isEmpty()) {
                line.setText("Nothing is lost up to generation " + Numbers.whole(Math.max(0, generation)) + ".");
                line.setGraphic(null);
            } else {
                put(line, lost.get(i));
            }
        }
    }

    private static void put(Label line, Facts.Lost lost) {
        String text = sentence(lost.loss());
        if (!text.equals(line.getText()) || line.getUserData() != lost.regime()) {
            line.setText(text);
            line.setUserData(lost.regime());
            line.setGraphic(Icons.marker(lost.regime(), 8));
            line.setAccessibleText(lost.regime().label() + ", " + text);
        }
    }

    private static String sentence(Loss loss) {
        String lost = some(loss.names());
        String back = loss.returned().isEmpty() ? "" : some(loss.returned()) + " back";
        return "generation " + Numbers.whole(loss.generation()) + ": " + lost
                + (lost.isEmpty() || back.isEmpty() ? "" : "; ") + back;
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMES, names.size())))
                + (names.size() > NAMES ? " and " + Numbers.whole(names.size() - NAMES) + " more" : "");
    }
}
