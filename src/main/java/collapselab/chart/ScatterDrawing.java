package collapselab.chart;

import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Scatter;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** Clouds at equal scales on both axes, as splatted pixels; outlines and axes by JFreeChart. */
final class ScatterDrawing {
    private ScatterDrawing() {}

    static void draw(Scatter scatter, Graphics2D g, Rectangle2D area, Style style) {
        Frame frame = equalised(scatter, g, area, style);
        XYLineAndShapeRenderer renderer = Lines.rimmed(scatter.outlines(), style);
        renderer.addAnnotation(new Painted(inside -> clouds(scatter, inside, frame, style)), Layer.BACKGROUND);
        List<Curve> twice = new ArrayList<>(scatter.outlines());
        twice.addAll(scatter.outlines());
        frame.draw(twice, renderer);
    }

    /** A frame whose shorter axis shows more than asked for, so that circles are round. Log axes are left as they are. */
    static Frame equalised(Scatter scatter, Graphics2D g, Rectangle2D area, Style style) {
        Frame frame = new Frame(g, area, style, Frame.Request.plane(scatter.x(), scatter.y()));
        if (scatter.x().log() || scatter.y().log()) {
            return frame;
        }
        // Other tick labels take another width, so the second round corrects the first.
        for (int round = 0; round < 2; round++) {
            double width = Math.abs(frame.x().end() - frame.x().start());
            double height = Math.abs(frame.y().end() - frame.y().start());
            double unit = Math.min(width / span(scatter.x()), height / span(scatter.y()));
            Axis x = widened(scatter.x(), width / unit);
            Axis y = widened(scatter.y(), height / unit);
            frame = new Frame(g, area, style, Frame.Request.plane(x, y));
        }
        return frame;
    }

    private static double span(Axis axis) {
        return axis.max() - axis.min();
    }

    private static Axis widened(Axis axis, double span) {
        double more = Math.max(0, span - span(axis)) / 2;
        return Axis.linear(axis.label(), axis.min() - more, axis.max() + more);
    }

    /** Splats at the resolution of the device, so that a figure at scale 4 has sharp points. */
    private static void clouds(Scatter scatter, Graphics2D g, Frame frame, Style style) {
        Rectangle2D data = frame.data();
        double scale = Math.max(1, Math.sqrt(Math.abs(g.getTransform().getDeterminant())));
        Discs discs = new Discs((int) Math.ceil(data.getWidth() * scale), (int) Math.ceil(data.getHeight() * scale));
        for (Cloud cloud : scatter.clouds()) {
            double[] x = cloud.x().toArray();
            double[] y = cloud.y().toArray();
            for (int i = 0; i < x.length; i++) {
                x[i] = (frame.x().at(x[i]) - data.getX()) * scale;
                y[i] = (frame.y().at(y[i]) - data.getY()) * scale;
            }
            double radius = style.unit() * scale * (x.length > 2000 ? 1.4 : 1.9);
            double opacity = Math.max(0.08, Math.min(0.8, 12 / style.unit() / Math.sqrt(x.length + 1.0)));
            discs.add(x, y, radius, style.theme().of(cloud.role()), opacity);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(data.getX(), data.getY());
        place.scale(1 / scale, 1 / scale);
        g.drawImage(discs.image(), place, null);
    }
}
