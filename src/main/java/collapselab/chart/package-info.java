/**
 * One drawing for each kind of {@link collapselab.plot.Plot}, into any Graphics2D: screen, picture file or vector file. No
 * toolkit and no display are needed. {@link collapselab.chart.Drawing} is the entry, {@link collapselab.chart.Raster} its
 * pixel form. All lengths follow from the text size of the {@link collapselab.chart.Style}.
 */
package collapselab.chart;
