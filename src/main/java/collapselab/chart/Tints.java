package collapselab.chart;

import collapselab.plot.Band;
import collapselab.plot.Curve;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;

/** Tinted areas behind the lines: bands, and what lies under filled curves. NaN ends an area and lets the next one begin. */
final class Tints {
    private static final double OPACITY = 0.16;

    private final XYItemRenderer renderer;
    private final Frame frame;
    private final Theme theme;

    private Tints(XYItemRenderer renderer, Frame frame, Theme theme) {
        this.renderer = renderer;
        this.frame = frame;
        this.theme = theme;
    }

    /** Puts the areas behind what the renderer draws. */
    static void behind(XYItemRenderer renderer, List<Band> bands, List<Curve> curves, Frame frame, Theme theme) {
        Tints tints = new Tints(renderer, frame, theme);
        for (Band band : bands) {
            tints.add(band.x().toArray(), band.low().toArray(), band.high().toArray(), theme.of(band.role()));
        }
        for (Curve curve : curves) {
            if (curve.stroke() == Curve.Stroke.FILLED) {
                double[] high = curve.y().toArray();
                double[] low = new double[high.length];
                Arrays.fill(low, frame.y().axis().min());
                tints.add(curve.x().toArray(), low, high, theme.of(curve.role()));
            }
        }
    }

    private void add(double[] x, double[] low, double[] high, Color color) {
        // A quantile of zero cannot stand on a log axis, but the band does reach the axis' end there.
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.max(low[i], frame.y().axis().log() ? frame.y().axis().min() : low[i]);
        }
        double[] across = CurveSet.spaced(x, frame.x());
        double[] from = CurveSet.spaced(low, frame.y());
        double[] to = CurveSet.spaced(high, frame.y());
        Path2D path = new Path2D.Double();
        int start = 0;
        for (int i = 0; i <= across.length; i++) {
            if (i == across.length || Double.isNaN(across[i] + from[i] + to[i])) {
                stretch(path, across, from, to, start, i);
                start = i + 1;
            }
        }
        Color tint = Lines.faded(color, theme.projector() ? 1.5 * OPACITY : OPACITY);
        renderer.addAnnotation(new XYShapeAnnotation(path, null, null, tint), Layer.BACKGROUND);
    }

    private static void stretch(Path2D path, double[] x, double[] low, double[] high, int start, int end) {
        if (end - start < 2) {
            return;
        }
        path.moveTo(x[start], high[start]);
        for (int i = start + 1; i < end; i++) {
            path.lineTo(x[i], high[i]);
        }
        for (int i = end - 1; i >= start; i--) {
            path.lineTo(x[i], low[i]);
        }
        path.closePath();
    }
}
