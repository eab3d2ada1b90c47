package collapselab.experiment;

/**
 * Two metrics whose means add up to a known total: what the spread of a model loses goes into the drift of the chains.
 *
 * @param spread id of the metric that is lost
 * @param drift id of the metric that gains
 * @param total what the means of their sum add up to
 */
public record Conservation(String spread, String drift, Law total) {
    /** How the sum is called where metrics have ids. */
    public static final String METRIC = "conserved";
}
