package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.session.HeldAxes;
import collapselab.session.Plan;
import collapselab.session.Playback;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What the window shows and does, without a toolkit: the settings on the controls, the run that is shown, the one that is on
 * its way, playback, undo, and the runs of this session. One thread owns it; only {@code wake} is called from others.
 *
 * <p>A live experiment is computed anew with every change, the latest wins: the run that is shown gives way as soon as the
 * new one has reached the generation under the playhead. An expensive one is computed when the user says so.
 */
final class Lab implements AutoCloseable {
    /** A live run that is younger is not given up for newer settings: else a fast drag would never show a whole run. */
    private static final double PATIENCE = 0.03;

    /** The age in seconds from which on a run that is on its way is charted as far as it is. */
    private static final double SLOW = 0.12;

    /** The age in seconds from which on a run takes over with what it has: its first generations are better than none. */
    private static final double EARLY = 0.03;

    private final List<Experiment<?, ?>> experiments;
    private final Runner runner = new Runner();
    private final Runnable wake;
    private final Consumer<String> say;
    private final Settings settings;
    private final Playback playback = new Playback();
    private final Session session = new Session();
    private final HeldAxes axes = new HeldAxes();

    private Optional<Run> shown = Optional.empty();
    private Optional<Run> arriving = Optional.empty();
    private Optional<Run> charted = Optional.empty();
    private Optional<Run> before = Optional.empty();
    private boolean remembered;
    private Optional<Run> expensive = Optional.empty();
    private final Map<String, Integer> playheads = new HashMap<>();
    private OptionalInt chosen = OptionalInt.empty();
    private String visited = "";
    private boolean refit;
    private boolean pending;
    private boolean starts;

    /**
     * @param experiments what there is, at least one
     * @param wake called on any thread whenever {@link #tick} has something to do; must return at once
     * @param say told what the user should know
     */
    Lab(List<Experiment<?, ?>> experiments, Runnable wake, Consumer<String> say) {
        this(experiments, wake, say, Settling.onThreads(wake));
    }

    Lab(List<Experiment<?, ?>> experiments, Runnable wake, Consumer<String> say, Settling settling) {
        this.experiments = List.copyOf(experiments);
        this.wake = wake;
        this.say = say;
        settings = new Settings(experiments, say, settling, new Effects());
    }

    // ---- what is shown

    List<Experiment<?, ?>> experiments() {
        return experiments;
    }

    /** The settings on the controls. */
    Settings settings() {
        return settings;
    }

    /** The live run that waits to be told that it may take long. */
    Optional<Run> asking() {
        return arriving.or(() -> shown).filter(Run::asks);
    }

    /** The run whose panels are shown; empty before the first, or where an experiment was not run yet. */
    Optional<Run> shown() {
        return shown;
    }

    /** The run whose curves are charted: the newest that is whole or slow, until then the last that was charted. */
    Optional<Run> charted() {
        return arriving.filter(Lab::charts)
                .or(() -> shown.filter(Lab::charts))
                .or(() -> charted.filter(
                        run -> shown.filter(now -> sameExperiment(now, run)).isPresent()))
                .or(() -> shown);
    }

    /** A run that will be there in a moment is not worth the drawing of its parts. */
    private static boolean charts(Run run) {
        return run.furthest() > 0 && (run.state() == Run.State.DONE || (unfinished(run) && run.age() > SLOW));
    }

    private static boolean sameExperiment(Run a, Run b) {
        return a.spec().experiment() == b.spec().experiment();
    }

    /** The run of the settings before the last change, to be charted behind the one that is charted now. */
    Optional<Run> before() {
        return before.filter(old ->
                charted().filter(now -> now != old && sameExperiment(now, old)).isPresent());
    }

    /** What is charted now is what there was before the change that is being made. */
    private void remember() {
        before = charted();
    }

    /** The axes that charts and pictures are held on. */
    HeldAxes axes() {
        return axes;
    }

    /** The expensive run that is not finished, of whatever experiment. */
    Optional<Run> expensive() {
        return expensive.filter(Lab::unfinished);
    }

    /** The run that was asked for last and is computed now, if any. */
    Optional<Run> computing() {
        return arriving.or(() -> shown).filter(Lab::unfinished).or(this::expensive);
    }

    /** Whether the controls say something else than the run that is shown. */
    boolean stale() {
        return shown.map(run -> !run.spec().equals(settings.spec())).orElse(true);
    }

    Playback playback() {
        return playback;
    }

    Session session() {
        return session;
    }

    static boolean unfinished(Run run) {
        return !run.ended();
    }

    // ---- runs

    /** Goes back to a run of this session, with its settings. */
    void restore(Run run) {
        starts = false;
        leave();
        show(run);
        settings.restore(new Plan(run.spec(), run.data(), Optional.empty()));
        wake.run();
    }

    /** Sets all parameters of the experiment, and plays from the first generation. */
    void preset(RunSpec<?> spec) {
        settings.take(spec);
        refit = true;
        if (spec.experiment().live()) {
            playback.seek(0);
            playback.play();
        }
        wake.run();
    }

    /** A drag of a slider begins or ends: its changes are one, so that the curves before it stay as a ghost. */
    void drag(boolean begins) {
        if (settings.drag(begins)) {
            wake.run();
        }
    }

    /** An experiment is played from its beginning when it is visited first, and found as it was left from then on. */
    private void arrive(String experiment) {
        playheads.put(visited, playback.cursor());
        visited = experiment;
        if (playheads.containsKey(experiment)) {
            playback.seek(playheads.get(experiment));
        } else {
            playback.seek(0);
            playback.play();
        }
    }

    /** Pictures the next chain of the ensemble, or one before it. */
    void chain(int steps) {
        shown.ifPresent(run -> {
            int chains = run.spec().protocol().seeds();
            chosen = OptionalInt.of(Math.floorMod(run.pictured() + steps, chains));
            run.picture(chosen.getAsInt());
            wake.run();
        });
    }

    /** Pictures the typical chain of each ensemble, until another is chosen. */
    void typicalChain() {
        chosen = OptionalInt.empty();
        shown.ifPresent(Run::pictureTypical);
        wake.run();
    }

    /** What the runs do when settings change. */
    private final class Effects implements Settings.Effects {
        @Override
        public void change(boolean step) {
            say.accept(""); // what was said was about other settings
            list();
            if (step) {
                remember();
                session.begin();
            }
            remembered = true;
        }

        @Override
        public void enter() {
            starts = false;
            say.accept("");
            leave();
            session.last(settings.spec().experiment()).ifPresent(Lab.this::show);
            arrive(settings.spec().experiment().id());
            wake.run();
        }

        /** Computes them if that is cheap, or asked for. */
        @Override
        public void adopt() {
            if (!remembered) {
                remember(); // an undo or a redo
            }
            remembered = false;
            if (settings.spec().experiment().live() && stale()) {
                pending = true;
                launchIfDue();
            }
            if (starts) {
                starts = false;
                start();
            }
            wake.run();
        }

        @Override
        public void refuse() {
            starts = false;
            wake.run();
        }
    }

    /** Computes the settings, anew if they are shown already. Does nothing while an expensive run is not finished. */
    void start() {
        if (settings.unsettled()) {
            starts = true;
        } else if (settings.plan().isEmpty()) {
            starts = true;
            settings.retry();
        } else if (settings.spec().experiment().live()) {
            session.begin();
            pending = true;
        } else if (expensive().isEmpty()) {
            train();
        }
        wake.run();
    }

    private void train() {
        Optional<Run> old = charted();
        leave();
        before = old;
        Run run = runner.start(settings.spec(), wake);
        expensive = Optional.of(run);
        session.begin();
        session.add(run);
        show(run);
        playback.seek(0);
        playback.play();
    }

    /** Gives up what is on its way and what is shown; an expensive run goes on. */
    private void leave() {
        arriving.ifPresent(Run::cancel);
        shown.filter(run -> run.spec().experiment().live())
                .filter(Lab::unfinished)
                .ifPresent(Run::cancel);
        arriving = Optional.empty();
        shown = Optional.empty();
        before = Optional.empty();
        pending = false;
        playback.open(settings.spec().protocol().generations());
    }

    private void show(Run run) {
        shown = Optional.of(run);
        playback.open(run.spec().protocol().generations());
        playback.computed(run.computed());
    }

    /**
     * Looks at what the runs have done meanwhile and moves playback on.
     *
     * @param seconds since the last call
     */
    void tick(double seconds) {
        turn();
        shown.ifPresent(run -> playback.computed(run.computed()));
        list();
        playback.tick(seconds);
    }

    /**
     * Looks at what the runs have done meanwhile: what waits for something that is there begins at once, not at the next tick.
     *
     * @return whether another run is shown now
     */
    boolean turn() {
        settings.tick();
        launchIfDue();
        charted = charted();
        Optional<Run> taking = arriving.filter(this::arrived);
        taking.ifPresent(run -> {
            if (refit) {
                axes.fit();
                refit = false;
            }
            arriving = Optional.empty();
            shown.filter(Lab::unfinished).ifPresent(Run::cancel);
            show(run);
        });
        return taking.isPresent();
    }

    /** Has all axes fitted to what is shown. */
    void fit() {
        axes.fit();
        wake.run();
    }

    private void list() {
        shown.filter(run -> run.state() == Run.State.DONE).ifPresent(session::add);
    }

    private boolean patienceIsOver() {
        Optional<Run> live =
                arriving.or(() -> shown).filter(run -> run.spec().experiment().live());
        return live.filter(Lab::unfinished).map(run -> run.age() > PATIENCE).orElse(true);
    }

    private void launchIfDue() {
        if (pending && patienceIsOver()) {
            launch();
        }
    }

    private void launch() {
        pending = false;
        arriving.ifPresent(Run::cancel);
        shown.filter(run -> run.spec().experiment().live()).ifPresent(Run::cancel);
        arriving = Optional.of(runner.start(settings.spec(), pictured(), wake));
    }

    /** The chain to picture: the chosen one; while a slider is dragged the one that is pictured, so that only the numbers move. */
    private OptionalInt pictured() {
        return chosen.isEmpty() && settings.dragging()
                ? shown.map(run -> OptionalInt.of(run.pictured())).orElse(chosen)
                : chosen;
    }

    /** Whether a run has reached the playhead, so that it can take over without a jump, or is too slow to wait for. */
    private boolean arrived(Run run) {
        int wanted = Math.min(playback.cursor(), run.spec().protocol().generations() - 1);
        boolean begun = run.computed() > 0;
        return run.computed() > wanted || !unfinished(run) || (begun && (shown.isEmpty() || run.age() > EARLY));
    }

    /** Whether {@link #tick} must be called again even if nothing wakes. */
    boolean restless() {
        return pending || playback.playing();
    }

    @Override
    public void close() {
        settings.close();
        runner.close();
    }
}
