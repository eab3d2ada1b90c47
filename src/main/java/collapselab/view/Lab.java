package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Playback;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private final Playback playback = new Playback();
    private final History history = new History();
    private final Session session = new Session();
    private final Map<String, RunSpec<?>> drafts = new HashMap<>();

    private RunSpec<?> spec;
    private Optional<Run> shown = Optional.empty();
    private Optional<Run> arriving = Optional.empty();
    private Optional<Run> charted = Optional.empty();
    private Optional<Run> ghost = Optional.empty();
    private Optional<Run> expensive = Optional.empty();
    private boolean pending;
    private boolean dragging;

    /**
     * @param experiments what there is, at least one
     * @param wake called on any thread whenever {@link #tick} has something to do; must return at once
     */
    Lab(List<Experiment<?, ?>> experiments, Runnable wake) {
        this.experiments = List.copyOf(experiments);
        this.wake = wake;
        spec = RunSpec.forWindow(experiments.get(0));
    }

    // ---- what is shown

    List<Experiment<?, ?>> experiments() {
        return experiments;
    }

    /** The settings on the controls. */
    RunSpec<?> spec() {
        return spec;
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

    /** The run whose curves stand faintly behind the charted one's. */
    Optional<Run> ghost() {
        if (arriving.filter(Lab::charts).isPresent()) {
            return ghost.or(() -> shown);
        }
        return ghost.filter(run -> shown.filter(now -> now != run).isPresent());
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
        return shown.map(run -> !run.spec().equals(spec)).orElse(true);
    }

    Playback playback() {
        return playback;
    }

    Session session() {
        return session;
    }

    static boolean unfinished(Run run) {
        return switch (run.state()) {
            case WAITING, RUNNING, PAUSED -> true;
            case DONE, CANCELLED, FAILED -> false;
        };
    }

    // ---- settings

    /**
     * Changes one parameter.
     *
     * @throws SpecException if the value is refused; nothing has changed then
     */
    void set(String name, String text) {
        set(changes(name, text));
    }

    /**
     * Changes several parameters, in one step back.
     *
     * @param changes texts by name
     * @throws SpecException if a value is refused; nothing has changed then
     */
    void set(Map<String, String> changes) {
        change(
                spec.with(changes),
                dragging && changes.size() == 1 ? changes.keySet().iterator().next() : "");
    }

    private Map<String, String> changes(String name, String text) {
        return OwnFile.of(spec).map(own -> own.changes(spec, name, text)).orElse(Map.of(name, text));
    }

    /** A drag begins or ends: its changes are one step back, and the curves before it stay as a ghost. */
    void drag(boolean begins) {
        if (dragging == begins) {
            return;
        }
        dragging = begins;
        ghost = begins ? shown : Optional.empty();
        history.settle();
        wake.run();
    }

    /** Whether a parameter has another value than the experiment's own in the window. */
    boolean changed(String name) {
        return !spec.text(name).equals(standard().text(name));
    }

    /** Sets a parameter back; a file by setting back what it is for. */
    void reset(String parameter) {
        String name = OwnFile.of(spec)
                .filter(own -> own.file().equals(parameter))
                .map(OwnFile::choice)
                .orElse(parameter);
        if (changed(name)) {
            set(changes(name, standard().text(name)));
        }
    }

    private RunSpec<?> standard() {
        return RunSpec.forWindow(spec.experiment());
    }

    /** Compares a regime, or no longer; the last one stays. */
    void compare(DataRegime regime, boolean on) {
        List<DataRegime> regimes = new ArrayList<>();
        for (DataRegime each : DataRegime.values()) {
            if (each == regime ? on : spec.regimes().contains(each)) {
                regimes.add(each);
            }
        }
        if (!regimes.isEmpty() && !regimes.equals(spec.regimes())) {
            compare(regimes);
        }
    }

    /** Compares these regimes. */
    void compare(List<DataRegime> regimes) {
        change(
                spec.with(
                        "regime",
                        String.join(",", regimes.stream().map(DataRegime::text).toList())),
                "");
    }

    void undo() {
        history.back(spec).ifPresent(this::adopt);
    }

    void redo() {
        history.forth(spec).ifPresent(this::adopt);
    }

    boolean canUndo() {
        return history.hasBack();
    }

    boolean canRedo() {
        return history.hasForth();
    }

    private void change(RunSpec<?> wanted, String gesture) {
        RunSpec<?> next = wanted.settled();
        if (next.equals(spec)) {
            return;
        }
        list();
        if (history.change(spec, gesture)) {
            session.begin();
        }
        adopt(next);
    }

    /** Puts settings on the controls, of whatever experiment, and computes them if that is cheap. */
    private void adopt(RunSpec<?> next) {
        boolean other = !next.experiment().equals(spec.experiment());
        drafts.put(spec.experiment().id(), spec);
        spec = next;
        if (other) {
            leave();
            session.last(next.experiment()).ifPresent(this::show);
        }
        if (next.experiment().live() && stale()) {
            pending = true;
            launchIfDue();
        }
        wake.run();
    }

    // ---- runs

    /** Goes to an experiment: its settings and its last run are as they were left. */
    void open(Experiment<?, ?> experiment) {
        if (!experiment.equals(spec.experiment())) {
            RunSpec<?> draft = drafts.get(experiment.id());
            adopt(draft == null ? RunSpec.forWindow(experiment) : draft);
        }
    }

    /** Goes to settings, as at the start. */
    void open(RunSpec<?> first) {
        adopt(first);
    }

    /** Goes back to a run of this session, with its settings. */
    void restore(Run run) {
        if (!run.spec().equals(spec)) {
            history.change(spec, "");
        }
        drafts.put(spec.experiment().id(), spec);
        leave();
        spec = run.spec();
        show(run);
        wake.run();
    }

    /** Computes the settings, anew if they are shown already. Does nothing while an expensive run is not finished. */
    void start() {
        if (spec.experiment().live()) {
            session.begin();
            pending = true;
        } else if (expensive().isEmpty()) {
            leave();
            Run run = runner.start(spec, wake);
            expensive = Optional.of(run);
            session.begin();
            session.add(run);
            show(run);
            playback.seek(0);
            playback.play();
        }
        wake.run();
    }

    /** Gives up what is on its way and what is shown; an expensive run goes on. */
    private void leave() {
        arriving.ifPresent(Run::cancel);
        shown.filter(run -> run.spec().experiment().live())
                .filter(Lab::unfinished)
                .ifPresent(Run::cancel);
        arriving = Optional.empty();
        shown = Optional.empty();
        ghost = Optional.empty();
        pending = false;
        playback.open(spec.protocol().generations());
    }

    private void show(Run run) {
        shown = Optional.of(run);
        playback.open(run.spec().protocol().generations());
        playback.computed(reached(run));
    }

    /** How far a run can be played: where panels are computed one after the other, as far as the first is. */
    private static int reached(Run run) {
        return run.spec().experiment().live() ? run.computed() : run.furthest();
    }

    /**
     * Looks at what the runs have done meanwhile and moves playback on.
     *
     * @param seconds since the last call
     */
    void tick(double seconds) {
        launchIfDue();
        charted = charted();
        arriving.filter(this::arrived).ifPresent(run -> {
            arriving = Optional.empty();
            shown.filter(Lab::unfinished).ifPresent(Run::cancel);
            show(run);
        });
        shown.ifPresent(run -> playback.computed(reached(run)));
        list();
        playback.tick(seconds);
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
        arriving = Optional.of(runner.start(spec, wake));
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
        runner.close();
    }
}
