package collapselab.chart;

import collapselab.plot.Curve;
import collapselab.plot.Curves;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/**
 * Lines and bands, drawn by JFreeChart, with the rug, the labels at the lines' ends and the playhead over them. A plot with a
 * filled curve and an unnamed vertical axis shows densities: their heights carry no numbers.
 */
final class CurvesDrawing {
    private CurvesDrawing() {}

    static Readout draw(Curves curves, Graphics2D g, Rectangle2D area, Style style) {
        EndLabels labels = new EndLabels(curves.curves(), g, area, style);
        Frame frame = frame(curves, labels, g, area, style);
        double rug = rug(curves, style);
        List<Curve> seamed = Lines.seamed(curves.curves());
        XYLineAndShapeRenderer renderer = Lines.withSeams(seamed, style);
        Tints.behind(renderer, curves.bands(), curves.curves(), frame, style.theme());
        frame.draw(seamed, renderer);
        Rug.draw(curves, g, frame, rug, style);
        style.playhead().ifPresent(at -> playhead(at, g, frame, style));
        if (densities(curves)) {
            InnerLabels inner = new InnerLabels(g, frame, style);
            inner.draw(curves.curves());
            inner.risen(curves.curves());
            return new Readout(curves, frame, List.of(), style);
        }
        return new Readout(curves, frame, labels.draw(frame), style);
    }

    /** Where the parts of the drawing lie; heights that carry numbers have room for one behind each name. */
    private static Frame frame(Curves curves, EndLabels labels, Graphics2D g, Rectangle2D area, Style style) {
        Frame.Ruling ruling = densities(curves) ? Frame.Ruling.NONE : Frame.Ruling.HEIGHTS;
        double right = densities(curves) ? 0 : labels.room(area.getWidth(), ruling == Frame.Ruling.HEIGHTS);
        return new Frame(
                g,
                area,
                style,
                new Frame.Request(curves.x(), curves.y(), List.of(), ruling, rug(curves, style), right));
    }

    private static double rug(Curves curves, Style style) {
        return curves.rug().size() == 0 ? 0 : 2.2 * style.textSize();
    }

    private static boolean densities(Curves curves) {
        return curves.y().label().isEmpty()
                && curves.curves().stream().anyMatch(c -> c.stroke() == Curve.Stroke.FILLED);
    }

    private static void playhead(double at, Graphics2D g, Frame frame, Style style) {
        if (!frame.x().holds(at)) {
            return;
        }
        double x = frame.x().at(at);
        g.setColor(Lines.faded(style.theme().text(), 0.6));
        g.setStroke(new BasicStroke((float) style.unit()));
        g.draw(new Line2D.Double(x, frame.data().getY(), x, frame.data().getMaxY()));
    }
}
