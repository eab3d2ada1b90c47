package collapselab.chart;

import collapselab.plot.Curve;
import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** The JFreeChart renderer for curves: one path each, in the stroke and colour of its role. */
final class Lines {
    private static final float[] DASHED = {4, 3};
    private static final float[] DASH_DOTTED = {5, 2.5f, 1, 2.5f};
    private static final float[] DOTTED = {1, 2.5f};

    private Lines() {}

    static XYLineAndShapeRenderer renderer(List<Curve> curves, Style style) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            renderer.setSeriesPaint(i, color(curves.get(i), style.theme()), false);
            renderer.setSeriesStroke(i, stroke(curves.get(i), style.unit()), false);
        }
        return renderer;
    }

    /** The colour of a curve: laws are neutral whatever regime they speak of, traces of the past are faint. */
    static Color color(Curve curve, Theme theme) {
        return switch (curve.stroke()) {
            case STRONG, FILLED -> theme.of(curve.role());
            case THIN -> faded(theme.of(curve.role()), 0.75);
            case FAINT -> faded(theme.of(curve.role()), theme.projector() ? 0.45 : 0.3);
            case DASHED, DASH_DOTTED, DOTTED -> theme.of(Role.THEORY);
        };
    }

    static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static BasicStroke stroke(Curve curve, double unit) {
        return switch (curve.stroke()) {
            case STRONG -> Palette.stroke(curve.role(), 2.2 * unit);
            case THIN -> Palette.stroke(curve.role(), 1.1 * unit);
            case FAINT -> Palette.stroke(new float[0], unit);
            case FILLED -> Palette.stroke(new float[0], 1.5 * unit);
            case DASHED -> Palette.stroke(DASHED, 1.1 * unit);
            case DASH_DOTTED -> Palette.stroke(DASH_DOTTED, 1.1 * unit);
            case DOTTED -> Palette.stroke(DOTTED, 1.1 * unit);
        };
    }
}
