package collapselab.view;

import collapselab.experiment.Experiment;
import collapselab.experiment.Range;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The right column's upper part: a control for each parameter the experiment and the protocol declare. */
final class ParameterPane {
    private final Desk desk;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final List<ParameterControl> controls = new ArrayList<>();
    private final Switchboard switchboard;
    private final Label source = Nodes.paragraph("", "hint");
    private Experiment<?, ?> experiment;

    ParameterPane(Desk desk) {
        this.desk = desk;
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

    /** Shows the settings; builds new controls only when the experiment is another one. */
    void show() {
        RunSpec<?> spec = desk.lab().settings().spec();
        if (!spec.experiment().equals(experiment)) {
            experiment = spec.experiment();
            build(spec);
        }
        switchboard.show();
        for (ParameterControl control : controls) {
            Nodes.shown(control.box(), applies(spec, control.name()));
            control.show();
        }
        source.setText(Sentences.source(spec.protocol().realSource(), spec.protocol()));
        source.setOpacity(spec.protocol().realSamples() == 0 ? 0.75 : 1);
    }

    /** A heading over the first of the experiment's own controls, and over the first of the chains'. */
    private void section(String name, Schema<?> own, String title) {
        boolean first = own.fields().get(0).name().equals(name);
        if (first || name.equals("seed")) {
            list.getChildren().add(Nodes.label(first ? title : "Chains", "parameter-section"));
        }
    }

    /** What other settings leave without meaning is hidden, and what follows from a file. */
    private static boolean applies(RunSpec<?> spec, String name) {
        return spec.meaningful(name) && !spec.follows(name);
    }

    private void build(RunSpec<?> spec) {
        controls.clear();
        List<String> names = new ArrayList<>(spec.names());
        // The regimes are what most people come for: they stand higher.
        names.remove("growth");
        names.add(names.indexOf("realSource") + 1, "growth");
        names.forEach(name -> controls.add(control(spec, name)));
        list.getChildren().setAll(switchboard.node());
        Schema<?> own = spec.schema();
        for (ParameterControl control : controls) {
            section(control.name(), own, spec.experiment().title());
            list.getChildren().add(control.box());
        }
        controls.stream().filter(c -> c.name().equals("realSource")).findFirst().ifPresent(c -> c.box()
                .getChildren()
                .add(source));
        scroll.setVvalue(0);
    }

    private ParameterControl control(RunSpec<?> spec, String name) {
        if (name.equals("regime")) {
            return RegimeSetter.of(desk);
        }
        List<Schema.Field> fields = new ArrayList<>(RunSpec.protocolSchema().fields());
        fields.addAll(spec.schema().fields());
        Schema.Field field =
                fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        if (name.equals("seed")) {
            return SeedSetter.of(desk, field);
        }
        return switch (field.kind()) {
            case CHOICE -> ChoiceSetter.of(desk, field);
            case TEXT -> TextSetter.of(desk, field);
            case WHOLE, REAL -> NumberSetter.of(desk, field, Range.of(spec.experiment(), field));
        };
    }
}
