package collapselab.chart;

import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Field;
import collapselab.plot.Scatter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;

/** A tinted field and clouds over it as pixels; outlines and axes by JFreeChart. */
final class ScatterDrawing {
    private static final Discs.Form[] FORMS = Discs.Form.values();

    private ScatterDrawing() {}

    static Readout draw(Scatter scatter, Graphics2D g, Rectangle2D area, Style style) {
        Frame frame = frame(scatter, g, area, style);
        XYLineAndShapeRenderer renderer = Lines.rimmed(scatter.outlines(), style);
        renderer.addAnnotation(new Painted(inside -> ground(scatter, inside, frame, style)), Layer.BACKGROUND);
        List<Curve> twice = new ArrayList<>(scatter.outlines());
        twice.addAll(scatter.outlines());
        frame.draw(twice, renderer);
        new InnerLabels(g, frame, style).draw(scatter.outlines());
        return new Readout(scatter, frame, List.of(), style);
    }

    /** Where a unit is to be as long on both axes, a frame whose shorter axis shows more than asked for; not on log axes. */
    static Frame frame(Scatter scatter, Graphics2D g, Rectangle2D area, Style style) {
        Frame frame = new Frame(g, area, style, Frame.Request.plane(scatter.x(), scatter.y()));
        if (!scatter.equalScales() || scatter.x().log() || scatter.y().log()) {
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

    private static void ground(Scatter scatter, Graphics2D g, Frame frame, Style style) {
        scatter.field().ifPresent(field -> field(field, scatter, g, frame, style));
        clouds(scatter, g, frame, style);
    }

    /** Where it lies; where more is shown, nothing is known of the field. */
    private static void field(Field field, Scatter scatter, Graphics2D g, Frame frame, Style style) {
        Axis x = field.x().orElse(scatter.x());
        Axis y = field.y().orElse(scatter.y());
        double left = frame.x().at(x.min());
        double top = frame.y().at(y.max());
        double width = frame.x().at(x.max()) - left;
        double height = frame.y().at(y.min()) - top;
        double scale = scale(g);
        int across = (int) Math.ceil(width * scale);
        int down = (int) Math.ceil(height * scale);
        if (across > 0 && down > 0) {
            AffineTransform place = AffineTransform.getTranslateInstance(left, top);
            place.scale(width / across, height / down);
            Color color = style.theme().of(field.role());
            g.drawImage(FieldRaster.of(field, across, down, color), place, null);
        }
    }

    /** Pixels of the device for one of ours, so that a figure at scale 4 has sharp points. */
    private static double scale(Graphics2D g) {
        return Math.max(1, Math.sqrt(Math.abs(g.getTransform().getDeterminant())));
    }

    private static void clouds(Scatter scatter, Graphics2D g, Frame frame, Style style) {
        Rectangle2D data = frame.data();
        double scale = scale(g);
        Discs discs = new Discs((int) Math.ceil(data.getWidth() * scale), (int) Math.ceil(data.getHeight() * scale));
        int shaded = 0;
        for (Cloud cloud : scatter.clouds()) {
            double[] x = cloud.x().toArray();
            double[] y = cloud.y().toArray();
            for (int i = 0; i < x.length; i++) {
                x[i] = (frame.x().at(x[i]) - data.getX()) * scale;
                y[i] = (frame.y().at(y[i]) - data.getY()) * scale;
            }
            boolean role = Double.isNaN(cloud.shade());
            Color color = role ? style.theme().of(cloud.role()) : Ramp.at(cloud.shade(), style.theme());
            Discs.Form form = role ? Discs.Form.DISC : FORMS[shaded++ % FORMS.length];
            double radius = style.unit() * scale * (x.length > 2000 ? 1.4 : 1.9);
            double opacity = Math.max(0.08, Math.min(0.8, 12 / style.unit() / Math.sqrt(x.length + 1.0)));
            discs.add(x, y, form, radius, color, opacity);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(data.getX(), data.getY());
        place.scale(1 / scale, 1 / scale);
        g.drawImage(discs.image(), place, null);
    }
}
