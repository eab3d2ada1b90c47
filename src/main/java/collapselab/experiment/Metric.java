package collapselab.experiment;

/**
 * A number that is measured of each model.
 *
 * @param id name in files and on the command line
 * @param label name on screen
 * @param help what it is, with unit, in one line
 * @param log whether a logarithmic axis shows it best
 * @param unit the unit behind its values; empty for ratios and other pure numbers
 * @param calm the least difference that a linear axis shows, so that what hardly changes looks so; NaN: half of the values' size
 */
public record Metric(String id, String label, String help, boolean log, String unit, double calm) {
    /** A pure number whose changes matter by their share of it. */
    public Metric(String id, String label, String help, boolean log) {
        this(id, label, help, log, "", Double.NaN);
    }

    /** The same in a unit. */
    public Metric in(String unit) {
        return new Metric(id, label, help, log, unit, calm);
    }

    /** The same on a linear axis that shows at least a difference. */
    public Metric calm(double difference) {
        return new Metric(id, label, help, log, unit, difference);
    }
}
