package collapselab.chart;

import collapselab.plot.Curve;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Names of curves inside a picture that has no room for them at its side: beside the highest point, of quiet filled curves at their
 * left flank. And what cannot be seen: how many curves of an ensemble rise out of the picture.
 */
final class InnerLabels {
    /** Where on its left flank a filled curve is named: at this part of its height. */
    private static final double FLANK = 0.3;

    /** A picture lower than so many lines has no room for names. */
    private static final double LEAST = 7;

    private final Graphics2D g;
    private final Frame frame;
    private final Style style;
    private final Lettering lettering;

    InnerLabels(Graphics2D g, Frame frame, Style style) {
        this.g = g;
        this.frame = frame;
        this.style = style;
        lettering = Lettering.label(g, style);
    }

    void draw(List<Curve> curves) {
        if (frame.data().getHeight() < LEAST * lettering.height()) {
            return;
        }
        for (Curve curve : curves) {
            if (!curve.name().isEmpty()) {
                name(curve);
            }
        }
    }

    private void name(Curve curve) {
        int top = highest(curve);
        if (top < 0) {
            return;
        }
        boolean flank = curve.stroke() == Curve.Stroke.FILLED;
        int at = flank ? flank(curve, top) : top;
        double width = lettering.width(curve.name());
        double gap = 0.6 * style.textSize();
        double x = frame.x().at(curve.x().get(at));
        double y = frame.y().at(curve.y().get(at));
        Rectangle2D data = frame.data();
        double left = flank || x + gap + width > data.getMaxX() ? x - gap - width : x + gap;
        double start = Math.max(data.getX(), Math.min(data.getMaxX() - width, left));
        double least = data.getY() + 2.2 * lettering.height();
        double base = Math.max(least, Math.min(data.getMaxY() - 0.3 * lettering.height(), y + lettering.ascent() / 3));
        patch(start, base, width);
        lettering.draw(curve.name(), start, base, style.theme().text(curve.role()));
    }

    private void patch(double x, double base, double width) {
        g.setColor(Lines.faded(style.theme().panel(), 0.7));
        g.fill(new Rectangle2D.Double(x - 2, base - lettering.ascent(), width + 4, lettering.height()));
    }

    private int highest(Curve curve) {
        int best = -1;
        for (int i = 0; i < curve.x().size(); i++) {
            boolean seen =
                    frame.x().holds(curve.x().get(i)) && !Double.isNaN(curve.y().get(i));
            if (seen && (best < 0 || curve.y().get(i) > curve.y().get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int flank(Curve curve, int top) {
        int i = 0;
        while (i < top && !(curve.y().get(i) >= FLANK * curve.y().get(top))) {
            i++;
        }
        return i;
    }

    /** Says how many curves leave the picture at its upper edge. */
    void risen(List<Curve> curves) {
        List<Curve> risen = curves.stream()
                .filter(curve -> curve.stroke() == Curve.Stroke.CHAIN)
                .filter(this::rises)
                .toList();
        if (!risen.isEmpty() && frame.data().getHeight() > LEAST * lettering.height()) {
            String text = "▲ " + (risen.size() == 1 ? "1 chain rises" : risen.size() + " chains rise")
                    + " out of the picture";
            Lettering small = Lettering.small(g, style);
            double base = frame.data().getY() + small.ascent();
            small.draw(
                    text,
                    frame.data().getX(),
                    base,
                    style.theme().text(risen.get(0).role()));
        }
    }

    private boolean rises(Curve curve) {
        int top = highest(curve);
        return top >= 0 && curve.y().get(top) > frame.y().axis().max();
    }
}
