package collapselab.experiment;

import java.util.function.IntToDoubleFunction;

/**
 * Two metrics whose means add up to a known total: what the spread of a model loses goes into the drift of the chains.
 *
 * @param spread id of the metric that is lost
 * @param drift id of the metric that gains
 * @param total what their means add up to at a generation
 * @param formula the law with the user's numbers in it
 * @param source author, year, equation
 */
public record Conservation(String spread, String drift, IntToDoubleFunction total, String formula, String source) {}
