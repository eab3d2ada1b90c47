package collapselab.session;

import collapselab.experiment.Experiment;
import collapselab.experiment.Generation;
import collapselab.experiment.Inventory;
import collapselab.experiment.Metric;
import collapselab.experiment.Milestone;
import collapselab.experiment.Setting;
import collapselab.kernel.stats.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What happened in a panel: stages of collapse, and losses. Each generation is looked at once, when somebody asks; for stages
 * when all chains of it are there, so that what is said once stays.
 */
final class Chronicle<P extends Record, V> {
    private final Recording<V> recording;
    private final int chains;
    private final Map<String, Integer> metrics = new HashMap<>();
    private final List<Stage> stages;
    private final Optional<Inventory<V>> inventory;
    private final List<Loss> losses = new ArrayList<>();
    private final BitSet held = new BitSet();
    private int looked = 1;
    private int read;
    private int chain;

    Chronicle(Experiment<P, V> experiment, Setting<P> setting, Recording<V> recording) {
        this.recording = recording;
        chains = setting.protocol().seeds();
        for (Metric metric : experiment.metrics()) {
            metrics.put(metric.id(), metrics.size());
        }
        stages = experiment.milestones(setting).stream().map(Stage::new).toList();
        inventory = experiment.inventory(setting);
        inventory.ifPresent(things -> held.set(0, things.size()));
    }

    /** The stages that are reached so far. */
    synchronized List<Event> events() {
        for (; looked < recording.size() && !stages.isEmpty(); looked++) {
            Generation<V> generation = recording.get(looked);
            if (generation.metrics().isEmpty()) {
                continue;
            }
            if (generation.metrics().get(0).size() < chains) {
                break;
            }
            look(generation, recording.get(0));
        }
        return stages.stream().flatMap(stage -> stage.event().stream()).toList();
    }

    private void look(Generation<V> now, Generation<V> first) {
        boolean open = true;
        for (Stage stage : stages) {
            open = stage.look(now.index(), median(stage.milestone(), now, first), open);
        }
    }

    private double median(Milestone milestone, Generation<V> now, Generation<V> first) {
        double[] courses = new double[chains];
        Arrays.setAll(courses, c -> milestone.course().of(chain(now, c), chain(first, c)));
        return Quantiles.median(courses);
    }

    private ToDoubleFunction<String> chain(Generation<V> generation, int chain) {
        return metric -> generation.metrics().get(metrics.get(metric)).get(chain);
    }

    /** When something counts as lost, in words. */
    Optional<String> whatIsLost() {
        return inventory.map(Inventory::lost);
    }

    /** What was lost, and what came back, up to a finished generation, in order. */
    synchronized List<Loss> losses(int generation) {
        inventory.ifPresent(things -> {
            if (recording.pictured() != chain) {
                chain = recording.pictured();
                read = 0;
                losses.clear();
                held.set(0, things.size());
            }
            for (; read < recording.size(); read++) {
                compare(things, things.held().at(snapshot(0), snapshot(read)));
            }
        });
        return losses.stream().filter(loss -> loss.generation() <= generation).toList();
    }

    private void compare(Inventory<V> things, BitSet now) {
        BitSet changed = (BitSet) held.clone();
        changed.xor(now);
        if (!changed.isEmpty()) {
            List<String> lost = new ArrayList<>();
            List<String> returned = new ArrayList<>();
            changed.stream().forEach(thing -> (now.get(thing) ? returned : lost)
                    .add(things.name().apply(thing)));
            losses.add(new Loss(read, lost, returned));
            held.xor(changed);
        }
    }

    private V snapshot(int generation) {
        return recording.snapshot(generation);
    }
}
