package collapselab.chart;

import collapselab.plot.Curves;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Data points as short ticks in a strip under the axis, spread over its height so that neighbours can be told apart. */
final class Rug {
    /** The golden ratio's fraction: successive multiples of it spread evenly, with no generator and the same every time. */
    private static final double GOLDEN = 0.6180339887498949;

    private Rug() {}

    static void draw(Curves curves, Graphics2D g, Frame frame, double strip, Style style) {
        int n = curves.rug().size();
        double opacity = Math.max(0.15, Math.min(0.8, 8 / Math.sqrt(n + 1.0)));
        double width = 1.5 * style.unit();
        double height = 0.42 * style.textSize();
        double top = frame.data().getMaxY() + 0.3 * style.textSize();
        double free = Math.max(0, strip - 0.5 * style.textSize() - height);
        g.setColor(Lines.faded(style.theme().of(curves.rugRole()), opacity));
        Rectangle2D tick = new Rectangle2D.Double();
        for (int i = 0; i < n; i++) {
            double value = curves.rug().get(i);
            if (frame.x().holds(value)) {
                double place = (i + 1) * GOLDEN % 1;
                tick.setRect(frame.x().at(value) - width / 2, top + place * free, width, height);
                g.fill(tick);
            }
        }
    }
}
