package collapselab.view;

import collapselab.experiment.ErrorSource;
import collapselab.experiment.RunSpec;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The three sources of error as Shumailov et al. (Nature 2024) tell them apart, statistical, functional expressivity and functional
 * approximation error, each with a switch, and what those that are at work do here.
 */
final class Switchboard {
    private final Desk desk;
    private final VBox box = new VBox();
    private final Map<ErrorSource.Kind, Switch> switches = new EnumMap<>(ErrorSource.Kind.class);
    private final Label refusal = Nodes.paragraph("", "refusal");
    private RunSpec<?> asked;

    /** One source: its switch in a pane that has the tooltip even where the switch is disabled, and its line. */
    private record Switch(ToggleButton toggle, StackPane holder, Tooltip tip, Label line) {}

    Switchboard(Desk desk) {
        this.desk = desk;
        HBox row = new HBox();
        row.getStyleClass().addAll("segments", "switches");
        VBox lines = new VBox();
        for (ErrorSource.Kind kind : ErrorSource.Kind.values()) {
            Switch each = make(kind);
            switches.put(kind, each);
            row.getChildren().add(each.holder());
            lines.getChildren().add(each.line());
        }
        refusal.setId("refusal-errors");
        Nodes.shown(refusal, false);
        box.setId("errors");
        box.getStyleClass().addAll("parameter", "switchboard");
        box.getChildren().addAll(row, lines, refusal);
        Nodes.shown(box, false);
    }

    VBox node() {
        return box;
    }

    private Switch make(ErrorSource.Kind kind) {
        String id = "error-" + kind.name().toLowerCase(Locale.ROOT);
        ToggleButton toggle = new ToggleButton(kind.label(), Nodes.icon(Feather.TOGGLE_LEFT));
        toggle.setId(id);
        toggle.getStyleClass().add("switch");
        toggle.setContentDisplay(ContentDisplay.TOP);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setMinWidth(0);
        StackPane holder = new StackPane(toggle);
        holder.getStyleClass().add("switch-holder");
        HBox.setHgrow(holder, Priority.ALWAYS);
        Tooltip tip = Nodes.tip(kind.help());
        Tooltip.install(holder, tip);
        Label line = Nodes.label("", "hint", "two-lines");
        line.setWrapText(true);
        line.setId(id + "-line");
        return new Switch(toggle, holder, tip, line);
    }

    /** Shows the sources of the settings on the controls. What they do may have to be computed: the painter's thread asks. */
    void show() {
        RunSpec<?> spec = desk.lab().settings().spec();
        if (asked != null && asked.experiment() != spec.experiment()) {
            put(List.of());
        }
        if (desk.lab().settings().plan().isEmpty()) {
            return;
        }
        if (spec.equals(asked)) {
            return;
        }
        asked = spec;
        Nodes.shown(refusal, false);
        desk.painter().submit(() -> {
            List<ErrorSource> sources = sources(spec);
            return () -> {
                if (spec.equals(asked)) {
                    put(sources);
                }
            };
        });
    }

    /** Which sources are at work, in words. */
    String summary() {
        String on = switches.values().stream()
                .map(Switch::toggle)
                .filter(toggle -> toggle.isSelected() && toggle.getParent().isManaged())
                .map(toggle -> Sentences.small(toggle.getText()))
                .collect(Collectors.joining(", "));
        return on.isEmpty() ? "none" : on;
    }

    private static <P extends Record> List<ErrorSource> sources(RunSpec<P> spec) {
        return spec.experiment().errors(spec.setting(spec.regimes().get(0)));
    }

    private void put(List<ErrorSource> sources) {
        Nodes.shown(box, !sources.isEmpty());
        switches.values().forEach(each -> {
            Nodes.shown(each.holder(), false);
            Nodes.shown(each.line(), false);
        });
        sources.forEach(source -> put(source, switches.get(source.kind())));
    }

    private void put(ErrorSource source, Switch to) {
        String label = source.kind().label();
        boolean fixed = source.flip().isEmpty();
        Nodes.shown(to.holder(), true);
        Nodes.shown(to.line(), source.on());
        to.toggle().setSelected(source.on());
        to.toggle().setDisable(fixed);
        ((FontIcon) to.toggle().getGraphic()).setIconCode(source.on() ? Feather.TOGGLE_RIGHT : Feather.TOGGLE_LEFT);
        to.toggle().setOnAction(event -> flip(source));
        to.line().setText(label + ": " + source.sentence());
        String state = label + " error (" + source.kind().help() + ") is " + (source.on() ? "on" : "off")
                + (fixed ? " and cannot be switched here" : "") + ".\n" + source.sentence();
        to.tip().setText(state);
        to.toggle().setAccessibleText(state);
        Nodes.tip(to.line(), state);
    }

    private void flip(ErrorSource source) {
        desk.lab().settings().set(source.flip(), why -> {
            refusal.setText(why);
            Nodes.shown(refusal, !why.isEmpty());
            if (!why.isEmpty()) {
                switches.get(source.kind()).toggle().setSelected(source.on());
            }
        });
    }
}
