package collapselab.view;

import collapselab.experiment.Condition;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the settings of an experiment name a file of the user's: the parameter that holds its name, and the choice that must
 * have one of some values for the file to matter.
 *
 * @param file the parameter that names it
 * @param choice the parameter it depends on, such as {@code data}
 * @param values the values with which it matters, such as {@code csv} and {@code drawn}
 */
record OwnFile(String file, String choice, List<String> values) {
    /** The value that means points drawn in the window. */
    static final String DRAWN = "drawn";

    /** What else is said of a file, where an experiment has it; another file begins without. */
    static final String COLUMNS = "columns";

    static final String CHECKSUM = "checksum";

    OwnFile {
        values = List.copyOf(values);
    }

    /** What an experiment has; empty where it takes no file. */
    static Optional<OwnFile> of(RunSpec<?> spec) {
        return spec.schema().fields().stream()
                .filter(field -> field.knob().file())
                .findFirst()
                .map(OwnFile::of);
    }

    private static OwnFile of(Schema.Field field) {
        Condition condition = field.conditions().get(0);
        return new OwnFile(field.name(), condition.name(), condition.values());
    }

    /** Whether points can be drawn. */
    boolean draws() {
        return values.contains(DRAWN);
    }

    /** The value for a file that was chosen; empty where only drawn points are taken. */
    Optional<String> chosen() {
        return values.stream().filter(value -> !value.equals(DRAWN)).findFirst();
    }

    /** What changes with one parameter: what follows from a file, its columns and checksum are another one's. */
    Map<String, String> changes(RunSpec<?> spec, String name, String text) {
        Map<String, String> changes = new LinkedHashMap<>();
        boolean leaves = name.equals(choice) && !values.contains(text);
        if (name.equals(choice) ? values.contains(text) : name.equals(file) || name.equals(COLUMNS)) {
            RunSpec<?> plain = RunSpec.of(spec.experiment());
            spec.schema().fields().stream()
                    .filter(field -> !field.follows().isEmpty() && !field.name().equals(CHECKSUM))
                    .forEach(field -> changes.put(field.name(), plain.text(field.name())));
        }
        if (leaves || name.equals(file)) {
            if (!text.equals(spec.text(file))) {
                put(changes, spec, COLUMNS);
            }
            put(changes, spec, CHECKSUM);
        }
        if (leaves) {
            changes.put(file, "");
        }
        changes.put(name, text);
        return changes;
    }

    /** What changes when a file is taken. */
    Map<String, String> taking(RunSpec<?> spec, String value, String path) {
        Map<String, String> changes = new LinkedHashMap<>(changes(spec, file, path));
        changes.put(choice, value);
        return changes;
    }

    private void put(Map<String, String> changes, RunSpec<?> spec, String name) {
        Stream.of(name).filter(spec.schema()::has).forEach(known -> changes.put(known, ""));
    }
}
