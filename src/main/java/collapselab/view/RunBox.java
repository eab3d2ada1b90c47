package collapselab.view;

import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The right column's foot: what a run will cost, and the buttons that start, hold and cancel it. */
final class RunBox {
    private final Desk desk;
    private final Label note = Nodes.paragraph("", "hint");
    private final Button run = new Button("Run", Nodes.icon(Feather.PLAY));
    private final Button hold = new Button("Pause", Nodes.icon(Feather.PAUSE));
    private final Button cancel = new Button("Cancel", Nodes.icon(Feather.X));
    private final VBox box = new VBox();
    private RunSpec<?> costed;
    private String cost = "";

    RunBox(Desk desk) {
        this.desk = desk;
        run.setId("run");
        run.getStyleClass().addAll("wide", "run");
        run.setOnAction(event -> run());
        hold.setId("hold");
        hold.getStyleClass().add("wide");
        hold.setOnAction(event -> desk.lab().expensive().ifPresent(this::hold));
        cancel.setId("cancel");
        cancel.getStyleClass().add("wide");
        cancel.setOnAction(event -> desk.lab().expensive().ifPresent(Run::cancel));
        HBox control = new HBox(hold, cancel);
        control.getStyleClass().add("buttons");
        HBox.setHgrow(hold, Priority.ALWAYS);
        HBox.setHgrow(cancel, Priority.ALWAYS);
        for (Button button : new Button[] {run, hold, cancel}) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        note.setId("cost");
        box.getStyleClass().add("run-box");
        box.getChildren().addAll(note, run, control);
    }

    VBox node() {
        return box;
    }

    private void run() {
        desk.lab().asking().ifPresentOrElse(Run::resume, desk.lab()::start);
        desk.wake();
    }

    private void hold(Run running) {
        if (running.state() == Run.State.PAUSED) {
            running.resume();
        } else {
            running.pause();
        }
        desk.wake();
    }

    void show() {
        Lab lab = desk.lab();
        RunSpec<?> spec = lab.settings().spec();
        Optional<Run> busy = lab.expensive();
        boolean live = spec.experiment().live();
        boolean asks = lab.asking().isPresent();
        Nodes.shown(box, !live || asks || busy.isPresent());
        Nodes.shown(run, asks || (!live && busy.isEmpty()));
        Nodes.shown(hold.getParent(), busy.isPresent());
        busy.ifPresent(running -> {
            boolean paused = running.state() == Run.State.PAUSED;
            hold.setText(paused ? "Resume" : "Pause");
            hold.setGraphic(hold.getText().equals(hold.getUserData()) ? hold.getGraphic() : icon(paused));
            hold.setUserData(hold.getText());
        });
        run.setText(asks ? "Go on" : lab.shown().isPresent() && !lab.stale() ? "Run again" : "Run");
        estimate(spec, live);
        note.setText(lab.asking().map(Sentences::question).orElseGet(() -> note(spec, busy)));
        Nodes.shown(note, !note.getText().isEmpty());
    }

    private static javafx.scene.Node icon(boolean paused) {
        return Nodes.icon(paused ? Feather.PLAY : Feather.PAUSE);
    }

    /** What a run costs may have to be measured: the painter's thread asks. */
    private void estimate(RunSpec<?> spec, boolean live) {
        if (spec.equals(costed) || desk.lab().settings().plan().isEmpty()) {
            return;
        }
        costed = spec;
        cost = "";
        if (!live) {
            desk.painter().submit(() -> {
                String sentence = Sentences.cost(spec).orElse("");
                return () -> {
                    if (spec.equals(costed)) {
                        cost = sentence;
                    }
                };
            });
        }
    }

    private String note(RunSpec<?> spec, Optional<Run> busy) {
        if (busy.isPresent() && !busy.get().spec().equals(spec)) {
            Run running = busy.get();
            String what = running.spec().experiment().equals(spec.experiment())
                    ? "A run with other settings"
                    : running.spec().experiment().title();
            String doing = running.state() == Run.State.PAUSED ? " is paused (" : " is being computed (";
            String done = Sentences.percent(Math.floor(100 * running.fraction()) / 100) + ").";
            return what + doing + done + (spec.experiment().live() ? "" : " Cancel it to run these settings.");
        }
        if (busy.isPresent() || spec.experiment().live()) {
            return "";
        }
        boolean old = desk.lab().shown().isPresent() && desk.lab().stale();
        return (old ? "Settings have changed; the result on screen is the last run's. " : "") + cost;
    }
}
