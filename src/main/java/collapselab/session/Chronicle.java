package collapselab.session;

import collapselab.experiment.Experiment;
import collapselab.experiment.Milestone;
import collapselab.experiment.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What happened in a panel: stages of collapse, and losses. Each generation is looked at once, when somebody asks; stages are
 * looked for anew when more chains have changed the medians.
 */
final class Chronicle<P extends Record, V> {
    /** Medians of all metrics at a measured generation. */
    @FunctionalInterface
    interface Medians {
        Map<String, Double> at(int generation);
    }

    private final Experiment<P, V> experiment;
    private final Setting<P> setting;
    private final Recording<V> recording;
    private final Medians medians;
    private final List<Milestone> milestones;
    private final List<Event> events = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();
    private int widened;
    private int looked;
    private int read = 1;

    Chronicle(Experiment<P, V> experiment, Setting<P> setting, Recording<V> recording, Medians medians) {
        this.experiment = experiment;
        this.setting = setting;
        this.recording = recording;
        this.medians = medians;
        milestones = experiment.milestones(setting);
    }

    /** The stages that are reached so far, in the order they were. */
    synchronized List<Event> events() {
        int now = recording.widened();
        if (now != widened) {
            widened = now;
            looked = 0;
            events.clear();
        }
        for (; looked < recording.size() && events.size() < milestones.size(); looked++) {
            if (!recording.get(looked).metrics().isEmpty()) {
                look(looked, medians.at(looked));
            }
        }
        return List.copyOf(events);
    }

    private void look(int generation, Map<String, Double> values) {
        for (Milestone milestone : milestones) {
            boolean known = events.stream().anyMatch(event -> event.milestone().equals(milestone));
            if (!known && milestone.reached().test(values)) {
                events.add(new Event(milestone, generation));
            }
        }
    }

    /** What was lost up to a finished generation, in order. */
    synchronized List<Loss> losses(int generation) {
        for (; read < recording.size(); read++) {
            List<String> names = experiment.lost(setting, snapshot(read - 1), snapshot(read));
            if (!names.isEmpty()) {
                losses.add(new Loss(read, names));
            }
        }
        return losses.stream().filter(loss -> loss.generation() <= generation).toList();
    }

    private V snapshot(int generation) {
        return recording.get(generation).snapshot().orElseThrow();
    }
}
