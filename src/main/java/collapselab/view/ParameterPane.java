package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.Knob;
import collapselab.experiment.Range;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/**
 * The right column's upper part: presets, the five settings that everybody comes for, and under headings that open and close a
 * control for each other parameter that the experiment and the protocol declare.
 */
final class ParameterPane {
    private final Desk desk;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Presets presets;
    private final Map<ParameterControl, Knob.Group> controls = new LinkedHashMap<>();
    private final Map<Knob.Group, Fold> folds = new EnumMap<>(Knob.Group.class);
    private final Set<Knob.Group> open = EnumSet.noneOf(Knob.Group.class);
    private final Switchboard switchboard;
    private final Label source = Nodes.paragraph("", "hint");
    private Experiment<?, ?> experiment;
    private RunSpec<?> shown;

    ParameterPane(Desk desk) {
        this.desk = desk;
        presets = new Presets(desk);
        switchboard = new Switchboard(desk);
        list.getStyleClass().add("parameters");
        scroll.getStyleClass().add("side-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // What the explanation under it leaves, whatever it holds.
        scroll.setMinHeight(0);
        scroll.setPrefHeight(0);
        source.setId("real-source");
    }

    ScrollPane node() {
        return scroll;
    }

    /** The groups that are open. */
    Set<Knob.Group> open() {
        return Set.copyOf(open);
    }

    /** Opens these groups and closes the others. */
    void open(Set<Knob.Group> groups) {
        open.clear();
        open.addAll(groups);
        folds.forEach((group, fold) -> fold.open(open.contains(group)));
    }

    /** Shows the settings; builds new controls only when the experiment is another one. */
    void show() {
        RunSpec<?> spec = desk.lab().settings().spec();
        if (!spec.experiment().equals(experiment)) {
            experiment = spec.experiment();
            build(spec);
        }
        presets.show();
        switchboard.show();
        if (!spec.equals(shown)) {
            shown = spec;
            show(spec);
        }
        controls.keySet().forEach(ParameterControl::show);
        source.setText(Sentences.source(spec.protocol().realSource(), spec.protocol()));
        source.setOpacity(spec.protocol().realSamples() == 0 ? 0.75 : 1);
        Optional.ofNullable(folds.get(Knob.Group.ERRORS)).ifPresent(fold -> {
            fold.summary(switchboard.summary());
            Nodes.shown(fold.node(), switchboard.node().isManaged());
        });
    }

    /** Shows which settings there are, and how the groups are set. */
    private void show(RunSpec<?> spec) {
        controls.keySet().forEach(control -> Nodes.shown(control.box(), applies(spec, control.name())));
        folds.forEach((group, fold) -> {
            if (group != Knob.Group.ERRORS) { // which is of what is computed, too
                fold.summary(summary(spec, group));
                Nodes.shown(fold.node(), holds(group));
            }
        });
    }

    /** Whether a group has a control that means something now. */
    private boolean holds(Knob.Group group) {
        return controls.entrySet().stream()
                .anyMatch(
                        each -> each.getValue() == group && each.getKey().box().isManaged());
    }

    /** What other settings leave without meaning is hidden, and what follows from a file. */
    private static boolean applies(RunSpec<?> spec, String name) {
        return spec.meaningful(name) && !spec.follows(name);
    }

    private void build(RunSpec<?> spec) {
        controls.clear();
        folds.clear();
        presets.build(spec.experiment());
        list.getChildren().setAll(presets.node());
        VBox groups = new VBox();
        essentials(spec);
        for (Knob.Group group : Knob.Group.values()) {
            if (group != Knob.Group.ESSENTIAL) {
                fold(group, spec).ifPresent(groups.getChildren()::add);
            }
        }
        list.getChildren().add(groups);
        scroll.setVvalue(0);
    }

    private void essentials(RunSpec<?> spec) {
        Schema.Field generations = spec.field("generations").orElseThrow();
        Schema.Field seed = spec.field("seed").orElseThrow();
        list.getChildren()
                .addAll(
                        essential(control(spec.field("samples").orElseThrow())),
                        essential(control(spec.field("real").orElseThrow())),
                        essential(RegimeSetter.of(desk)),
                        essential(NumberSetter.withoutSlider(desk, generations, Range.of(experiment, generations))),
                        essential(SeedSetter.of(desk, seed)));
    }

    private VBox essential(ParameterControl control) {
        return keep(control, Knob.Group.ESSENTIAL).box();
    }

    private ParameterControl keep(ParameterControl control, Knob.Group group) {
        controls.put(control, group);
        return control;
    }

    private Optional<VBox> fold(Knob.Group group, RunSpec<?> spec) {
        Fold fold = new Fold(group.name().toLowerCase(Locale.ROOT), group.title(), () -> remember(group));
        if (group == Knob.Group.ERRORS) {
            fold.add(switchboard.node()); // which has the switch of the statistical error, too
        } else {
            List<ParameterControl> own = new ArrayList<>();
            spec.fields()
                    .filter(field -> field.knob().group() == group)
                    .forEach(field -> own.add(keep(control(field), group)));
            if (own.isEmpty()) {
                return Optional.empty();
            }
            own.forEach(control -> fold.add(control.box()));
        }
        if (group == Knob.Group.REAL) {
            fold.add(source);
        }
        fold.open(open.contains(group));
        folds.put(group, fold);
        return Optional.of(fold.node());
    }

    private void remember(Knob.Group group) {
        if (folds.get(group).open()) {
            open.add(group);
        } else {
            open.remove(group);
        }
    }

    /** How a group is set, in a few words: its choices, and its numbers where they differ from the opening. */
    private String summary(RunSpec<?> spec, Knob.Group group) {
        if (group == Knob.Group.REAL && spec.protocol().realSamples() == 0) {
            return "none";
        }
        return spec.fields()
                .filter(field -> field.knob().group() == group && applies(spec, field.name()))
                .filter(field -> field.kind() != Schema.Kind.TEXT)
                .map(field -> Sentences.said(field, spec.text(field.name())))
                .collect(Collectors.joining(", "));
    }

    private ParameterControl control(Schema.Field field) {
        return switch (field.kind()) {
            case CHOICE -> ChoiceSetter.of(desk, field);
            case TEXT -> TextSetter.of(desk, field);
            case WHOLE, REAL -> NumberSetter.of(desk, field, Range.of(experiment, field));
        };
    }
}
