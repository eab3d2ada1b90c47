package collapselab.chart;

import collapselab.plot.Axis;
import collapselab.plot.Curve;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/**
 * Where the parts of a plot with two axes lie: from outside to inside the axis labels, the tick labels, a strip for the rug,
 * the data. JFreeChart is given exactly these places, so that what we draw over its lines meets them to the pixel.
 */
final class Frame {
    /** Lower, in heights of the base text, and there are no names of axes. */
    private static final double LOW = 7;

    private final Graphics2D g;
    private final Rectangle2D area;
    private final Style style;
    private final Request request;
    private final Lettering small;
    private final Rectangle2D data;
    private final Scale x;
    private final Scale y;
    private final List<Tick> xTicks;
    private final List<Tick> yTicks;

    /**
     * What a plot asks of its frame.
     *
     * @param x horizontal axis
     * @param y vertical axis
     * @param names ticks of the horizontal axis; empty for round numbers
     * @param ruling which grid lines there are
     * @param rug height of the strip under the data
     * @param right room to the right of the data
     */
    record Request(Axis x, Axis y, List<Tick> names, Ruling ruling, double rug, double right) {
        Request {
            names = List.copyOf(names);
        }

        /** A plane in which both directions count alike. */
        static Request plane(Axis x, Axis y) {
            return new Request(x, y, List.of(), Ruling.BOTH, 0, 0);
        }
    }

    /** Grid lines. */
    enum Ruling {
        /** None, and no numbers at the vertical axis: heights of densities say nothing. */
        NONE,
        /** At the numbers of the vertical axis. */
        HEIGHTS,
        /** At the numbers of both. */
        BOTH
    }

    Frame(Graphics2D g, Rectangle2D area, Style style, Request request) {
        this.g = g;
        this.area = area;
        this.style = style;
        this.request = request;
        small = Lettering.small(g, style);
        double em = style.textSize();
        double margin = margin();
        double bottom = request.rug() + TickAxis.labelDistance(style) + small.height() + axisLabelRoom(request.x());
        double top = area.getY() + 0.5 * em + axisLabelRoom(request.y());
        double height = Math.max(2 * margin + 1, area.getMaxY() - bottom - top);
        y = new Scale(request.y(), top + height - margin, top + margin);
        yTicks = request.ruling() == Ruling.NONE ? List.of() : Ticks.of(y, label -> small.height(), 0.7 * em);
        double widest =
                yTicks.stream().mapToDouble(t -> small.width(t.label())).max().orElse(0);
        double left = area.getX()
                + (request.ruling() == Ruling.NONE ? 0.4 * em : widest + TickAxis.labelDistance(style) + 0.2 * em);
        double right = area.getMaxX() - Math.max(request.right(), 0.9 * em);
        double width = Math.max(2 * margin + 1, right - left);
        x = new Scale(request.x(), left + margin, left + width - margin);
        xTicks = request.names().isEmpty()
                ? Ticks.of(x, small::width, 1.3 * em)
                : Ticks.thinned(request.names(), x, small::width, 0.4 * em);
        data = new Rectangle2D.Double(left, top, width, height);
    }

    /** The plot area; nothing that stands for data is drawn outside it. */
    Rectangle2D data() {
        return data;
    }

    /** Where the tick labels begin. */
    double below() {
        return data.getMaxY() + request.rug() + TickAxis.labelDistance(style);
    }

    Scale x() {
        return x;
    }

    Scale y() {
        return y;
    }

    /** Draws grid, tick labels, axis labels, and through the renderer its background and the curves. */
    void draw(List<Curve> curves, XYItemRenderer renderer) {
        double top = data.getY();
        Rectangle2D below = new Rectangle2D.Double(area.getX(), top, area.getWidth(), area.getMaxY() - top);
        plot(new CurveSet(curves, x, y), renderer).draw(g, below, null, null, null);
        ground();
        axisLabels();
    }

    private XYPlot plot(XYDataset dataset, XYItemRenderer renderer) {
        Theme theme = style.theme();
        TickAxis across = new TickAxis(x, xTicks, margin(), small, style);
        TickAxis up = new TickAxis(y, yTicks, margin(), small, style);
        XYPlot plot = new XYPlot(dataset, across, up, renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(new RectangleInsets(0, 0, request.rug(), 0));
        plot.setFixedDomainAxisSpace(bottom());
        plot.setFixedRangeAxisSpace(sides());
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        BasicStroke hair = new BasicStroke((float) Math.max(1, style.textSize() / 14));
        plot.setDomainGridlinesVisible(request.ruling() == Ruling.BOTH);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(hair);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(hair);
        return plot;
    }

    private AxisSpace bottom() {
        AxisSpace bottom = new AxisSpace();
        bottom.setBottom(area.getMaxY() - data.getMaxY() - request.rug());
        return bottom;
    }

    private AxisSpace sides() {
        AxisSpace sides = new AxisSpace();
        sides.setLeft(data.getX() - area.getX());
        sides.setRight(area.getMaxX() - data.getMaxX());
        return sides;
    }

    /** The line that the data stand on. */
    private void ground() {
        g.setColor(style.theme().line());
        g.setStroke(new BasicStroke((float) Math.max(1, style.textSize() / 12)));
        g.draw(new Line2D.Double(data.getX(), data.getMaxY(), data.getMaxX(), data.getMaxY()));
    }

    private void axisLabels() {
        if (low()) {
            return;
        }
        double descent = small.height() - small.ascent();
        small.centred(
                request.x().label(),
                data.getCenterX(),
                area.getMaxY() - descent,
                style.theme().mutedText());
        small.draw(
                request.y().label(),
                area.getX(),
                area.getY() + small.ascent(),
                style.theme().mutedText());
    }

    /** Whether what the axes measure goes, so that the curves have room. */
    private boolean low() {
        return area.getHeight() < LOW * style.textSize();
    }

    private double axisLabelRoom(Axis axis) {
        return axis.label().isEmpty() || low() ? 0 : small.height() + 0.15 * style.textSize();
    }

    private double margin() {
        return style.unit() * 1.5;
    }
}
