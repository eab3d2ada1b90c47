package collapselab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** Something of our own painting between the grid and the lines of a JFreeChart plot, clipped to the data. */
final class Painted extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Graphics2D> painting;

    Painted(Consumer<Graphics2D> painting) {
        this.painting = painting;
    }

    @Override
    public void draw(
            Graphics2D g,
            XYPlot plot,
            Rectangle2D dataArea,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            int rendererIndex,
            PlotRenderingInfo info) {
        painting.accept(g);
    }
}
