package collapselab.chart;

/**
 * A named place on an axis.
 *
 * @param value where, in the axis' own values
 * @param label what is written there
 */
record Tick(double value, String label) {}
