package collapselab.view;

import collapselab.session.Run;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** The last line of the window: what is being computed and how long it will take, memory, and what else there is to say. */
final class StatusBar implements Arranger.Obeying {
    private final Desk desk;
    private final Label state = Nodes.label("", "status");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label left = Nodes.label("", "status");
    private final Label message = Nodes.label("", "status", "status-message");
    private final Label heap = Nodes.label("", "status");
    private final Label backend = Nodes.label("", "status");
    private final HBox box = new HBox();
    private String said = "";

    /** Long enough to read what is said, also for who has to look up first. */
    private final PauseTransition leaves = new PauseTransition(Duration.seconds(20));

    StatusBar(Desk desk) {
        this.desk = desk;
        state.setId("state");
        state.setMinWidth(HBox.USE_PREF_SIZE);
        message.setId("message");
        desk.hint().addListener((o, before, now) -> tell());
        heap.setMinWidth(HBox.USE_PREF_SIZE);
        heap.setTooltip(Nodes.tip("Java memory in use, and the most it may take."));
        progress.setAccessibleText("Progress of the run");
        leaves.setOnFinished(event -> {
            said = "";
            tell();
        });
        box.getStyleClass().add("status-bar");
        box.getChildren().addAll(state, progress, left, message, Nodes.gap(), heap, backend);
    }

    HBox node() {
        return box;
    }

    @Override
    public void arrange(Arrangement now) {
        Nodes.shown(box, !now.stage());
    }

    /** Says something that the user should know, until something else is said or it was there to be read for a while. */
    void say(String text) {
        leaves.playFromStart();
        said = text;
        tell();
        desk.wake();
    }

    /** What the mouse points at comes first; what was said stays. */
    private void tell() {
        String hint = desk.hint().get();
        message.setText(hint.isEmpty() ? said : hint);
        Nodes.tip(message, message.getText());
    }

    /** What computes, and on which device. */
    void backend(String text) {
        backend.setText(text);
    }

    void show() {
        Optional<Run> busy = desk.lab().computing();
        Optional<Run> run = busy.or(() -> desk.lab().shown());
        boolean still = desk.options().still();
        boolean asking = desk.lab().settings().unsettled() && busy.isEmpty();
        state.setText(
                asking ? "Preparing" : run.map(r -> text(r, busy.isPresent())).orElse("Ready"));
        boolean bar = busy.isPresent() && !still;
        Nodes.shown(progress, bar);
        busy.ifPresent(r -> progress.setProgress(r.fraction()));
        String time = busy.map(Run::secondsLeft)
                .filter(seconds -> seconds.isPresent() && !still)
                .map(seconds -> Numbers.duration(seconds.getAsDouble()) + " left")
                .orElse("");
        left.setText(bar ? time : "");
        Nodes.shown(left, !left.getText().isEmpty());
        if (!still) {
            Runtime runtime = Runtime.getRuntime();
            heap.setText("memory " + Numbers.bytes(runtime.totalMemory() - runtime.freeMemory()) + " of "
                    + Numbers.bytes(runtime.maxMemory()));
        }
    }

    private String text(Run run, boolean busy) {
        boolean elsewhere = desk.lab().shown().filter(shown -> shown == run).isEmpty()
                && !run.spec().experiment().live();
        String what = elsewhere ? run.spec().experiment().title() + ": " : "";
        String done = busy && !desk.options().still() ? "  " + (int) (100 * run.fraction()) + " %" : "";
        return what + Sentences.state(run) + done;
    }
}
