package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.session.Coalesced;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The content of the window. Once a pulse, while there is something to do, the lab moves on and every region shows what it
 * finds; with nothing to do no pulse is asked for.
 */
final class LabWindow implements AutoCloseable {
    /** How many pulses in a row with nothing to do before the timer stops. */
    private static final int QUIET = 3;

    private final Guard guard;
    private final Painter painter;
    private final Desk desk;
    private final TopBar top;
    private final ExperimentList experiments;
    private final Centre centre;
    private final ParameterPane parameters;
    private final ExplainCard explain;
    private final RunBox runBox;
    private final TransportBar transport;
    private final StatusBar status;
    private final Takeaway takeaway;
    private final Commands commands;
    private final ClosingSheet closing;
    private final Arranger arranger;
    private final Scene scene;
    private final AnimationTimer pulse;
    private volatile boolean closed;
    private boolean woken = true;
    private boolean running;
    private int quiet;
    private long last;
    private CompletableFuture<Void> settled;
    private Optional<Runnable> afterFirstPicture = Optional.empty();

    LabWindow(List<Experiment<?, ?>> catalog, Look look, Desk.Options options) {
        pulse = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulse(now);
            }
        };
        Coalesced wake = new Coalesced(Platform::runLater, this::told);
        Lab lab = new Lab(catalog, wake, this::say);
        guard = new Guard(this::say);
        painter = new Painter(Platform::runLater, guard, this::woken);
        desk = new Desk(lab, painter, guard, look, options, this::woken);
        experiments = new ExperimentList(desk);
        centre = new Centre(desk);
        parameters = new ParameterPane(desk);
        explain = new ExplainCard(desk);
        runBox = new RunBox(desk);
        transport = new TransportBar(desk);
        status = new StatusBar(desk);
        takeaway = new Takeaway(desk, centre.node(), status, this::settle);
        commands = new Commands(desk, centre, transport, takeaway, this);
        top = new TopBar(desk, commands);
        closing = new ClosingSheet(desk);
        transport.offer(commands.onStage());
        arranger = regions();
        scene = new Scene(new StackPane(arranger.node(), commands.sheet().node(), closing.node()), 1280, 800);
        arranger.listen(scene);
        commands.keyboard().listen(scene);
        desk.files().listen(scene, this::say);
        dress();
    }

    private Arranger regions() {
        VBox.setVgrow(parameters.node(), Priority.ALWAYS);
        VBox right = new VBox(parameters.node(), explain.node(), runBox.node());
        right.getStyleClass().add("right-side");
        VBox bottom = new VBox(transport.node(), status.node());
        bottom.getStyleClass().add("bottom");
        return new Arranger(
                desk,
                centre.node(),
                top.node(),
                experiments.node(),
                right,
                transport.node(),
                bottom,
                List.of(centre, transport, experiments, explain, status));
    }

    /** Dresses the window as its look says. */
    void dress() {
        desk.look().apply(scene);
        arranger.arrange();
    }

    /** Puts everything where it stands. */
    Arranger arranger() {
        return arranger;
    }

    /** The right column's settings. */
    ParameterPane parameters() {
        return parameters;
    }

    /** What is taken out of the window. */
    Takeaway takeaway() {
        return takeaway;
    }

    Scene scene() {
        return scene;
    }

    Desk desk() {
        return desk;
    }

    Commands commands() {
        return commands;
    }

    Region stage() {
        return centre.node();
    }

    /** Goes to a run and computes it, if that is cheap or asked for. */
    void open(RunSpec<?> first, boolean start) {
        desk.lab().settings().open(first);
        if (start && !first.experiment().live()) {
            desk.lab().start();
        }
        opened();
    }

    /** Goes to the settings of last time, as far as they can still be computed. */
    void resume(RunSpec<?> last) {
        desk.lab().settings().resume(last);
        opened();
    }

    private void opened() {
        if (desk.options().playing()) {
            desk.lab().playback().play();
        }
        woken();
    }

    /** Charts the metrics with these ids, as far as the experiment has them. */
    void metrics(List<String> ids) {
        show();
        centre.metrics(ids);
    }

    /** Says what computes. */
    void backend(String text) {
        top.backend(text);
        status.backend(text);
        woken();
    }

    /** What to do once, as soon as the first pictures are shown or there are none to come. */
    void afterFirstPicture(Runnable run) {
        afterFirstPicture = Optional.of(run);
    }

    private void begin() {
        if (afterFirstPicture.isPresent()
                && (centre.pictured() || !desk.lab().settings().problem().isEmpty())) {
            Runnable run = afterFirstPicture.get();
            afterFirstPicture = Optional.empty();
            run.run();
        }
    }

    /** Done as soon as everything that is to be seen is painted. */
    CompletableFuture<Void> settle() {
        settled = new CompletableFuture<>();
        woken();
        return settled;
    }

    WritableImage snapshot() {
        return scene.snapshot(null);
    }

    /** Something was computed or found out: a new run is drawn without waiting for the next pulse. */
    private void told() {
        woken();
        if (!closed) {
            guard.run(this, () -> {
                if (desk.lab().turn()) {
                    guard.run(centre, centre::show);
                }
            });
        }
    }

    private void woken() {
        if (closed) {
            return;
        }
        woken = true;
        if (!running) {
            running = true;
            last = 0;
            pulse.start();
        }
    }

    private void pulse(long now) {
        double seconds = last == 0 ? 0 : Math.min(0.1, (now - last) * 1e-9);
        last = now;
        boolean busy = woken || desk.lab().restless();
        woken = false;
        if (busy) {
            quiet = 0;
            guard.run(this, () -> desk.lab().tick(seconds));
            show();
            begin();
            return;
        }
        quiet++;
        if (painter.idle() && quiet >= QUIET) {
            if (settled != null && !settled.isDone()) {
                settled.complete(null);
            }
            if (!woken) {
                running = false;
                pulse.stop();
            }
        }
    }

    /** Has every region show what it finds. */
    void show() {
        guard.run(top, top::show);
        guard.run(experiments, experiments::show);
        guard.run(centre, centre::show);
        guard.run(parameters, parameters::show);
        guard.run(explain, explain::show);
        guard.run(runBox, runBox::show);
        guard.run(transport, transport::show);
        guard.run(desk.files(), desk.files()::notice);
        guard.run(status, status::show);
    }

    /** Asks, once, before work of some time is lost; else the window may close. */
    boolean asksBeforeClosing() {
        return closing.asks();
    }

    /** Says that something on the FX thread failed that no part of the window guards. */
    void failed(Throwable e) {
        guard.failed(this, e);
    }

    /** Says something that the user should know in the status bar. */
    void say(String sentence) {
        status.say(sentence);
    }

    @Override
    public void close() {
        closed = true;
        pulse.stop();
        painter.close();
        desk.lab().close();
    }
}
