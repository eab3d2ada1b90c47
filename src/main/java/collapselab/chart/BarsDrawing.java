package collapselab.chart;

import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** A bar for each category with a mark in the blue of real data. */
final class BarsDrawing {
    private static final double WIDTH = 0.66;

    private BarsDrawing() {}

    static void draw(Bars bars, Graphics2D g, Rectangle2D area, Style style) {
        int n = Math.max(1, bars.categories().size());
        List<Tick> names = new ArrayList<>();
        for (int i = 0; i < bars.categories().size(); i++) {
            names.add(new Tick(i + 0.5, bars.categories().get(i)));
        }
        Axis x = Axis.linear("", 0, n);
        Frame frame = new Frame(g, area, style, new Frame.Request(x, bars.y(), names, Frame.Ruling.HEIGHTS, 0, 0));
        XYLineAndShapeRenderer renderer = Lines.renderer(List.of(), style);
        renderer.addAnnotation(new Painted(inside -> bars(bars, inside, frame, style)), Layer.BACKGROUND);
        renderer.addAnnotation(new Painted(inside -> marks(bars, inside, frame, style)), Layer.BACKGROUND);
        frame.draw(List.of(), renderer);
    }

    private static void bars(Bars bars, Graphics2D g, Frame frame, Style style) {
        g.setColor(style.theme().of(bars.role()));
        double ground = Math.max(frame.y().at(ground(frame.y())), frame.data().getY());
        for (int i = 0; i < bars.values().size(); i++) {
            double top = clamped(frame.y().at(bars.values().get(i)), frame);
            if (!Double.isNaN(top)) {
                double left = frame.x().at(i + (1 - WIDTH) / 2);
                double width = frame.x().at(i + (1 + WIDTH) / 2) - left;
                double height = Math.abs(ground - top);
                g.fill(new Rectangle2D.Double(left, Math.min(ground, top), width, height));
            }
        }
    }

    /** Bars stand on zero, or on the lower end of an axis without zero. */
    private static double ground(Scale y) {
        return y.holds(0) ? 0 : y.axis().min();
    }

    private static double clamped(double at, Frame frame) {
        return Math.max(frame.data().getY(), Math.min(frame.data().getMaxY(), at));
    }

    private static void marks(Bars bars, Graphics2D g, Frame frame, Style style) {
        for (int i = 0; i < bars.reference().size(); i++) {
            double y = frame.y().at(bars.reference().get(i));
            if (!Double.isNaN(y)) {
                Line2D mark =
                        new Line2D.Double(frame.x().at(i + 0.08), y, frame.x().at(i + 0.92), y);
                g.setColor(style.theme().panel());
                g.setStroke(stroke(4 * style.unit()));
                g.draw(mark);
                g.setColor(style.theme().of(Role.REAL));
                g.setStroke(stroke(2 * style.unit()));
                g.draw(mark);
            }
        }
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
}
