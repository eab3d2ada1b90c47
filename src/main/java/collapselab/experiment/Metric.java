package collapselab.experiment;

/**
 * A number that is measured of each model.
 *
 * @param id name in files and on the command line
 * @param label name on screen
 * @param help what it is, with unit, in one line
 * @param log whether a logarithmic axis shows it best
 */
public record Metric(String id, String label, String help, boolean log) {}
