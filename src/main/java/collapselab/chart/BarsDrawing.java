package collapselab.chart;

import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/**
 * A bar for each category with a mark in the blue of real data. Too many for names and marks of their own stand side by side
 * as thin lines, numbered from 1, with one line for the marks, and crossed-out ones are ticks in a strip under the axis.
 */
final class BarsDrawing {
    private static final double WIDTH = 0.66;

    /** Narrower places, in units, have no room for a name. */
    private static final double THIN = 6;

    private final Bars bars;
    private final Graphics2D g;
    private final Style style;
    private final int count;
    private final boolean thin;
    private final Frame frame;

    private BarsDrawing(Bars bars, Graphics2D g, Rectangle2D area, Style style) {
        this.bars = bars;
        this.g = g;
        this.style = style;
        count = bars.categories().size();
        thin = area.getWidth() < THIN * style.unit() * count;
        frame = new Frame(g, area, style, request());
    }

    static Readout draw(Bars bars, Graphics2D g, Rectangle2D area, Style style) {
        BarsDrawing drawing = new BarsDrawing(bars, g, area, style);
        drawing.draw();
        return new Readout(bars, drawing.frame, List.of(), style);
    }

    private Frame.Request request() {
        if (thin) {
            Axis numbers = Axis.counting("", 0.5, count + 0.5);
            return new Frame.Request(numbers, bars.y(), List.of(), Frame.Ruling.HEIGHTS, strip(), 0);
        }
        List<Tick> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(new Tick(i + 1, bars.categories().get(i)));
        }
        Axis places = Axis.linear("", 0.5, Math.max(1, count) + 0.5);
        return new Frame.Request(places, bars.y(), names, Frame.Ruling.HEIGHTS, 0, 0);
    }

    private void draw() {
        XYLineAndShapeRenderer renderer = Lines.renderer(List.of(), style);
        renderer.addAnnotation(new Painted(this::bars), Layer.BACKGROUND);
        renderer.addAnnotation(new Painted(thin ? this::line : this::marks), Layer.BACKGROUND);
        if (!thin) {
            renderer.addAnnotation(new Painted(this::crosses), Layer.BACKGROUND);
        }
        frame.draw(List.of(), renderer);
        if (thin) {
            ticks();
        }
    }

    private void bars(Graphics2D inside) {
        inside.setColor(style.theme().of(bars.role()));
        double ground = ground();
        double width = thin ? Math.max(1.2 * style.unit(), place(1)) : WIDTH * place(1);
        for (int i = 0; i < count; i++) {
            double top = clamped(frame.y().at(bars.values().get(i)));
            if (!Double.isNaN(top) && top != ground) {
                double height = Math.abs(ground - top);
                inside.fill(new Rectangle2D.Double(middle(i) - width / 2, Math.min(ground, top), width, height));
            }
        }
    }

    /** The pixel of a category's middle. */
    private double middle(int category) {
        return frame.x().at(category + 1);
    }

    /** How many pixels so many categories take. */
    private double place(double categories) {
        return categories * (frame.x().at(2) - frame.x().at(1));
    }

    /** Bars stand on zero, or on the lower end of an axis without zero. */
    private double ground() {
        Scale y = frame.y();
        return Math.max(y.at(y.holds(0) ? 0 : y.axis().min()), frame.data().getY());
    }

    private double clamped(double at) {
        return Math.max(frame.data().getY(), Math.min(frame.data().getMaxY(), at));
    }

    private void marks(Graphics2D inside) {
        for (int i = 0; i < bars.reference().size(); i++) {
            double y = frame.y().at(bars.reference().get(i));
            if (!Double.isNaN(y)) {
                double half = place(0.42);
                twice(inside, new Line2D.Double(middle(i) - half, y, middle(i) + half, y), Role.REAL);
            }
        }
    }

    /** The marks of thin bars, as steps. */
    private void line(Graphics2D inside) {
        Path2D steps = new Path2D.Double();
        double half = place(0.5);
        for (int i = 0; i < bars.reference().size(); i++) {
            double y = frame.y().at(bars.reference().get(i));
            if (!Double.isNaN(y)) {
                if (steps.getCurrentPoint() == null) {
                    steps.moveTo(middle(i) - half, y);
                } else {
                    steps.lineTo(middle(i) - half, y);
                }
                steps.lineTo(middle(i) + half, y);
            }
        }
        twice(inside, steps, Role.REAL);
    }

    private void crosses(Graphics2D inside) {
        double reach = Math.min(0.5 * style.textSize(), place(0.3));
        double y = ground() - 1.6 * reach;
        for (int i : bars.crossed()) {
            double x = middle(i);
            Path2D cross = new Path2D.Double();
            cross.moveTo(x - reach, y - reach);
            cross.lineTo(x + reach, y + reach);
            cross.moveTo(x - reach, y + reach);
            cross.lineTo(x + reach, y - reach);
            twice(inside, cross, Role.NEUTRAL);
        }
    }

    private void twice(Graphics2D inside, java.awt.Shape shape, Role role) {
        inside.setColor(style.theme().panel());
        inside.setStroke(stroke(4 * style.unit()));
        inside.draw(shape);
        inside.setColor(style.theme().of(role));
        inside.setStroke(stroke(2 * style.unit()));
        inside.draw(shape);
    }

    private double strip() {
        return 1.1 * style.textSize();
    }

    /** Crossed-out ones in a strip that is full when none is left. */
    private void ticks() {
        double top = frame.data().getMaxY() + 0.3 * style.textSize();
        double height = 0.6 * style.textSize();
        g.setColor(style.theme().grid());
        g.fill(new Rectangle2D.Double(middle(0) - place(0.5), top, place(count), height));
        g.setColor(style.theme().mutedText());
        for (int i = 0; i < count; i++) {
            int from = i;
            while (i < count && bars.crossed().contains(i)) {
                i++;
            }
            g.fill(new Rectangle2D.Double(middle(from) - place(0.5), top, place((double) i - from), height));
        }
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }
}
