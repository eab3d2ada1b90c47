package collapselab.view;

import java.util.List;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** On the stage handles and transport fade away while the mouse rests, and are back as soon as it moves. */
final class Fading {
    private static final Duration REST = Duration.seconds(3);
    private static final Duration FADE = Duration.millis(200);

    private final List<Node> nodes;
    private final SequentialTransition away;
    private boolean on;

    Fading(List<Node> nodes) {
        this.nodes = List.copyOf(nodes);
        ParallelTransition together = new ParallelTransition();
        for (Node node : nodes) {
            FadeTransition fade = new FadeTransition(FADE, node);
            fade.setToValue(0);
            together.getChildren().add(fade);
        }
        away = new SequentialTransition(new PauseTransition(REST), together);
    }

    void listen(Scene scene) {
        scene.addEventFilter(MouseEvent.ANY, event -> back());
    }

    /** Says whether they fade at all. */
    void fades(boolean now) {
        if (now != on) {
            on = now;
            back();
        }
    }

    private void back() {
        away.stop();
        nodes.forEach(node -> node.setOpacity(1));
        if (on) {
            away.playFromStart();
        }
    }
}
