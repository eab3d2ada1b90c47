package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Plan;
import collapselab.session.Playback;
import collapselab.session.Run;
import collapselab.session.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Settling settling;
    private final Playback playback = new Playback();
    private final History history = new History();
    private final Session session = new Session();
    private final Map<String, RunSpec<?>> drafts = new HashMap<>();

    private RunSpec<?> draft;
    private RunSpec<?> spec;
    private Optional<Plan> plan = Optional.empty();
    private String problem = "";
    private Optional<Run> shown = Optional.empty();
    private Optional<Run> arriving = Optional.empty();
    private Optional<Run> charted = Optional.empty();
    private Optional<Run> ghost = Optional.empty();
    private Optional<Run> expensive = Optional.empty();
    private boolean pending;
    private boolean starts;
    private boolean dragging;

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
        this.settling = settling;
        spec = RunSpec.forWindow(experiments.get(0));
        draft = spec;
    }

    // ---- what is shown

    List<Experiment<?, ?>> experiments() {
        return experiments;
    }

    /** The settings on the controls; it may not be known yet whether they can be computed. */
    RunSpec<?> draft() {
        return draft;
    }

    /** The settings on the controls as far as they can be computed, or those an experiment was opened with. */
    RunSpec<?> spec() {
        return spec;
    }

    /** The same as something that can be computed; empty while that is not known, and where they cannot be. */
    Optional<Plan> plan() {
        return plan;
    }

    /** Why the settings on the controls cannot be computed, in one sentence; empty if they can. */
    String problem() {
        return problem;
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

    /** Changes one parameter; what is refused is said in the status bar. */
    void set(String name, String text) {
        set(name, text, say);
    }

    /**
     * Changes one parameter.
     *
     * @param answer told, at once or later, why the value was refused and nothing has changed; empty: it was not
     */
    void set(String name, String text, Consumer<String> answer) {
        set(OwnFile.of(draft).map(own -> own.changes(draft, name, text)).orElse(Map.of(name, text)), answer);
    }

    /**
     * Changes several parameters, in one step back.
     *
     * @param changes texts by name
     * @param answer told, at once or later, why a value was refused and nothing has changed; empty: none was
     */
    void set(Map<String, String> changes, Consumer<String> answer) {
        RunSpec<?> next;
        try {
            next = draft.with(changes);
        } catch (SpecException e) {
            answer.accept(e.getMessage());
            return;
        }
        boolean gesture = dragging && changes.size() == 1;
        change(next, gesture ? changes.keySet().iterator().next() : "", answer);
    }

    /** A drag begins or ends: its changes are one step back, and the curves before it stay as a ghost. */
    void drag(boolean begins) {
        if (dragging == begins) {
            return;
        }
        dragging = begins;
        ghost = begins ? shown : Optional.empty();
        if (!settling.asking()) {
            history.settle();
        }
        wake.run();
    }

    /** Whether a parameter has another value than the experiment's own in the window. */
    boolean changed(String name) {
        return !draft.text(name).equals(standard().text(name));
    }

    /** Sets a parameter back; a file by setting back what it is for. */
    void reset(String parameter, Consumer<String> answer) {
        String name = OwnFile.of(draft)
                .filter(own -> own.file().equals(parameter))
                .map(OwnFile::choice)
                .orElse(parameter);
        if (changed(name)) {
            set(name, standard().text(name), answer);
        } else {
            answer.accept("");
        }
    }

    private RunSpec<?> standard() {
        return RunSpec.forWindow(draft.experiment());
    }

    /** Compares a regime, or no longer; the last one stays. */
    void compare(DataRegime regime, boolean on, Consumer<String> answer) {
        List<DataRegime> regimes = new ArrayList<>();
        for (DataRegime each : DataRegime.values()) {
            if (each == regime ? on : draft.regimes().contains(each)) {
                regimes.add(each);
            }
        }
        if (!regimes.isEmpty()) {
            compare(regimes, answer);
        }
    }

    /** Compares these regimes. */
    void compare(List<DataRegime> regimes, Consumer<String> answer) {
        String text = String.join(",", regimes.stream().map(DataRegime::text).toList());
        change(draft.with("regime", text), "", answer);
    }

    void undo() {
        history.back(spec).ifPresent(before -> move(before, () -> history.forth(before)));
    }

    void redo() {
        history.forth(spec).ifPresent(after -> move(after, () -> history.back(after)));
    }

    boolean canUndo() {
        return history.hasBack();
    }

    boolean canRedo() {
        return history.hasForth();
    }

    private void change(RunSpec<?> wanted, String gesture, Consumer<String> answer) {
        if (wanted.equals(draft)) {
            answer.accept("");
            return;
        }
        draft = wanted;
        settling.ask(
                wanted,
                found -> {
                    list();
                    if (!found.spec().equals(spec) && history.change(spec, gesture)) {
                        session.begin();
                    }
                    if (!dragging) {
                        history.settle();
                    }
                    adopt(found);
                    answer.accept("");
                },
                why -> {
                    refuse();
                    answer.accept(why);
                });
        wake.run();
    }

    /** Goes to settings that were on the controls before; what went wrong with them meanwhile is said. */
    private void move(RunSpec<?> to, Runnable otherwise) {
        if (to.experiment().equals(spec.experiment())) {
            draft = to;
            settling.ask(to, this::adopt, why -> {
                otherwise.run();
                refuse();
                say.accept(why);
            });
        } else {
            enter(to, why -> problem = why);
        }
        wake.run();
    }

    /** Takes settings that can be computed, and computes them if that is cheap. */
    private void adopt(Plan found) {
        plan = Optional.of(found);
        problem = "";
        spec = found.spec();
        draft = spec;
        if (spec.experiment().live() && stale()) {
            pending = true;
            launchIfDue();
        }
        if (starts) {
            starts = false;
            start();
        }
        wake.run();
    }

    /** Keeps the settings that were computed before those that are refused. */
    private void refuse() {
        starts = false;
        draft = spec;
    }

    // ---- runs

    /** Goes to an experiment: its settings and its last run are as they were left. */
    void open(Experiment<?, ?> experiment) {
        if (!experiment.equals(draft.experiment())) {
            RunSpec<?> left = drafts.get(experiment.id());
            enter(left == null ? RunSpec.forWindow(experiment) : left, why -> problem = why);
        }
    }

    /** Goes to settings, as at the start. */
    void open(RunSpec<?> first) {
        enter(first, why -> problem = why);
    }

    /** Goes to the settings of last time; to those of the first experiment if they cannot be computed any more. */
    void resume(RunSpec<?> last) {
        enter(last, why -> {
            open(RunSpec.forWindow(experiments.get(0)));
            drafts.remove(last.experiment().id());
            say.accept("Back to the first settings, for those of last time cannot be computed: " + why);
        });
    }

    /** Puts settings on the controls that may be another experiment's, before it is known whether they can be computed. */
    private void enter(RunSpec<?> wanted, Consumer<String> refused) {
        if (!wanted.experiment().equals(spec.experiment())) {
            drafts.put(spec.experiment().id(), spec);
        }
        plan = Optional.empty();
        problem = "";
        spec = wanted;
        draft = wanted;
        leave();
        session.last(wanted.experiment()).ifPresent(this::show);
        settling.ask(wanted, this::adopt, refused);
        wake.run();
    }

    /** Goes back to a run of this session, with its settings. */
    void restore(Run run) {
        if (!run.spec().equals(spec)) {
            history.change(spec, "");
        }
        drafts.put(spec.experiment().id(), spec);
        leave();
        show(run);
        settling.drop();
        adopt(new Plan(run.spec(), run.data(), Optional.empty()));
    }

    /** Computes the settings, anew if they are shown already. Does nothing while an expensive run is not finished. */
    void start() {
        if (settling.asking()) {
            starts = true;
        } else if (plan.isEmpty()) {
            starts = true; // what was wrong with a folder or a file may be mended by now
            settling.ask(draft, this::adopt, why -> problem = why);
        } else if (spec.experiment().live()) {
            session.begin();
            pending = true;
        } else if (expensive().isEmpty()) {
            train();
        }
        wake.run();
    }

    private void train() {
        leave();
        Run run = runner.start(spec, wake);
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
        settling.tick();
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
        settling.close();
        runner.close();
    }
}
