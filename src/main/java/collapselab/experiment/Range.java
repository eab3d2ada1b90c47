package collapselab.experiment;

/**
 * What is sensible on a parameter's slider. Its field takes more.
 *
 * @param min lower end
 * @param max upper end, above {@code min}
 */
public record Range(double min, double max) {
    /** The range of a parameter in an experiment: its own, or that of the knob. */
    public static Range of(Experiment<?, ?> experiment, Schema.Field field) {
        return experiment
                .range(field.name())
                .orElse(new Range(field.knob().min(), field.knob().max()));
    }
}
