package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Experiment;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.session.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings on the controls, of whatever experiment, with undo. What is set is a draft until it is known whether it can be
 * computed; what cannot be computed is taken back and the reason told to whoever set it. One thread owns it.
 */
final class Settings implements AutoCloseable {
    /** What follows from settings that change. */
    interface Effects {
        /** They change within an experiment; {@code step}: by a step of their own. */
        void change(boolean step);

        /** Others, maybe of another experiment, are on the controls; it is not known yet whether they can be computed. */
        void enter();

        /** They can be computed. */
        void adopt();

        /** They cannot, and are taken back. */
        void refuse();
    }

    private final List<Experiment<?, ?>> experiments;
    private final Consumer<String> say;
    private final Settling settling;
    private final Effects effects;
    private final History history = new History();
    private final Map<String, RunSpec<?>> left = new HashMap<>();

    private final List<Consumer<String>> answers = new ArrayList<>();

    private RunSpec<?> draft;
    private RunSpec<?> spec;
    private Optional<Plan> plan = Optional.empty();
    private String problem = "";
    private boolean dragging;

    /**
     * @param experiments what there is, at least one
     * @param say told what the user should know
     * @param settling finds out whether settings can be computed
     */
    Settings(List<Experiment<?, ?>> experiments, Consumer<String> say, Settling settling, Effects effects) {
        this.experiments = List.copyOf(experiments);
        this.say = say;
        this.settling = settling;
        this.effects = effects;
        spec = RunSpec.opening(experiments.get(0));
        draft = spec;
    }

    /** What the controls say; it may not be known yet whether that can be computed. */
    RunSpec<?> draft() {
        return draft;
    }

    /** What the controls say as far as it can be computed, or what an experiment was opened with. */
    RunSpec<?> spec() {
        return spec;
    }

    /** The same as something that can be computed; empty while that is not known, and where it cannot be. */
    Optional<Plan> plan() {
        return plan;
    }

    /** Why what the controls say cannot be computed, in one sentence; empty if it can. */
    String problem() {
        return problem;
    }

    /** Whether it is being found out if the draft can be computed. */
    boolean unsettled() {
        return settling.asking();
    }

    // ---- changes

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

    /**
     * A drag begins or ends: its changes are one step back.
     *
     * @return whether it was not so already
     */
    boolean drag(boolean begins) {
        if (dragging == begins) {
            return false;
        }
        dragging = begins;
        if (!settling.asking()) {
            history.settle();
        }
        return true;
    }

    /** Whether a slider is dragged. */
    boolean dragging() {
        return dragging;
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
        return RunSpec.opening(draft.experiment());
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

    /** Compares these regimes; what is refused is said in the status bar. */
    void compare(List<DataRegime> regimes) {
        compare(regimes, say);
    }

    /** Compares these regimes. */
    void compare(List<DataRegime> regimes, Consumer<String> answer) {
        String text = String.join(",", regimes.stream().map(DataRegime::text).toList());
        change(draft.with("regime", text), "", answer);
    }

    /** Changes all settings of the experiment at once, in one step back; what is refused is said in the status bar. */
    void take(RunSpec<?> whole) {
        change(whole, "", say);
    }

    private void change(RunSpec<?> wanted, String gesture, Consumer<String> answer) {
        if (wanted.equals(draft)) {
            answer.accept("");
            return;
        }
        draft = wanted;
        answers.add(answer);
        settling.ask(
                wanted,
                found -> {
                    effects.change(!found.spec().equals(spec) && history.change(spec, gesture));
                    if (!dragging) {
                        history.settle();
                    }
                    adopt(found);
                    tell("");
                },
                why -> {
                    refuse();
                    tell(why);
                });
    }

    /** Tells everybody whose change was settled with this one. */
    private void tell(String answer) {
        List<Consumer<String>> all = List.copyOf(answers);
        answers.clear();
        all.forEach(each -> each.accept(answer));
    }

    void undo() {
        history.back(draft).ifPresent(before -> move(before, () -> history.forth(before)));
    }

    void redo() {
        history.forth(draft).ifPresent(after -> move(after, () -> history.back(after)));
    }

    boolean canUndo() {
        return history.hasBack();
    }

    boolean canRedo() {
        return history.hasForth();
    }

    /** Goes to settings that were on the controls before; what went wrong with them meanwhile is said. */
    private void move(RunSpec<?> to, Runnable otherwise) {
        if (!to.experiment().equals(spec.experiment())) {
            open(to);
            return;
        }
        draft = to;
        settling.ask(to, this::adopt, why -> {
            otherwise.run();
            refuse();
            say.accept(why);
        });
    }

    private void adopt(Plan found) {
        plan = Optional.of(found);
        problem = "";
        spec = found.spec();
        draft = spec;
        effects.adopt();
    }

    private void refuse() {
        draft = spec;
        effects.refuse();
    }

    // ---- whole settings

    /** Goes to an experiment: its settings are as they were left. */
    void open(Experiment<?, ?> experiment) {
        if (!experiment.equals(draft.experiment())) {
            open(left.getOrDefault(experiment.id(), RunSpec.opening(experiment)));
        }
    }

    /** Goes to settings. */
    void open(RunSpec<?> wanted) {
        enter(wanted, why -> problem = why);
    }

    /** Goes to the settings of last time; to those of the first experiment if they cannot be computed any more. */
    void resume(RunSpec<?> last) {
        enter(last, why -> {
            open(RunSpec.opening(experiments.get(0)));
            left.remove(last.experiment().id());
            say.accept("Back to the first settings, for those of last time cannot be computed: " + why);
        });
    }

    private void enter(RunSpec<?> wanted, Consumer<String> refused) {
        leave();
        plan = Optional.empty();
        problem = "";
        answers.clear();
        spec = wanted;
        draft = wanted;
        effects.enter();
        settling.ask(wanted, this::adopt, why -> {
            effects.refuse();
            refused.accept(why);
        });
    }

    /** Goes back to settings that were computed. */
    void restore(Plan computed) {
        if (!computed.spec().equals(spec)) {
            history.change(spec, "");
        }
        leave();
        settling.drop();
        adopt(computed);
    }

    private void leave() {
        left.put(spec.experiment().id(), spec);
    }

    /** Asks once more whether the settings can be computed: what was wrong with a folder or a file may be mended by now. */
    void retry() {
        settling.ask(draft, this::adopt, why -> {
            effects.refuse();
            problem = why;
        });
    }

    /** Hands over what was found out. */
    void tick() {
        settling.tick();
    }

    @Override
    public void close() {
        settling.close();
    }
}
