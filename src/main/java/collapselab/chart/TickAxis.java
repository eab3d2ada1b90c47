package collapselab.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * A JFreeChart axis with our ticks. It counts in {@linkplain Scale#spaced spaced} values, so one kind serves linear and log
 * scales, and its ends lie a margin outside the range, so that a line along the end of the range is drawn whole.
 */
final class TickAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    private final transient Scale scale;
    private final transient List<Tick> ticks;

    TickAxis(Scale scale, List<Tick> ticks, double margin, Lettering lettering, Style style) {
        this.scale = scale;
        this.ticks = List.copyOf(ticks);
        double share = margin / Math.abs(scale.end() - scale.start()) * (scale.high() - scale.low());
        setAutoRange(false);
        setRange(scale.low() - share, scale.high() + share);
        setTickMarksVisible(false);
        setAxisLineVisible(false);
        setTickLabelFont(lettering.font());
        setTickLabelPaint(style.theme().mutedText());
        double labelDistance = labelDistance(style);
        setTickLabelInsets(new RectangleInsets(labelDistance, labelDistance, labelDistance, labelDistance));
    }

    /** From the end of the data, or of the rug, to a label. */
    static double labelDistance(Style style) {
        return 0.4 * style.textSize();
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> result = new ArrayList<>();
        for (Tick tick : ticks) {
            double at = Scale.spaced(scale.axis(), tick.value());
            result.add(new NumberTick(at, tick.label(), anchor, anchor, 0));
        }
        return result;
    }
}
