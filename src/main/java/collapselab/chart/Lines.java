package collapselab.chart;

import collapselab.plot.Curve;
import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** The JFreeChart renderer for curves: one path each, in the stroke and colour of its role. */
final class Lines {
    private static final int LONG = 400;

    /** How much wider than its curve a seam is, in units. */
    private static final double SEAM = 1.6;

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

    /** A renderer for curves as {@link #seamed} gives them. */
    static XYLineAndShapeRenderer withSeams(List<Curve> seamed, Style style) {
        XYLineAndShapeRenderer renderer = renderer(seamed, style);
        for (int i = 0; i < seamed.size(); i++) {
            Curve curve = seamed.get(i);
            if (curve.stroke() == Curve.Stroke.STRONG) {
                double width = (width(curve.stroke()) + SEAM) * style.unit();
                renderer.setSeriesPaint(i, style.theme().panel(), false);
                renderer.setSeriesStroke(i, Palette.stroke(new float[0], width, join(curve)), false);
                i++; // the curve itself
            }
        }
        return renderer;
    }

    /** The curves with each bold one twice: its seam keeps dashes apart from what lies below. */
    static List<Curve> seamed(List<Curve> curves) {
        List<Curve> seamed = new ArrayList<>();
        for (Curve curve : curves) {
            if (curve.stroke() == Curve.Stroke.STRONG) {
                seamed.add(curve);
            }
            seamed.add(curve);
        }
        return seamed;
    }

    /**
     * Lines on a rim of the ground's colour, which sets them off from a cloud of their own colour: each curve stands twice. Faint
     * ones have no rim.
     */
    static XYLineAndShapeRenderer rimmed(List<Curve> curves, Style style) {
        List<Curve> twice = new ArrayList<>(curves);
        twice.addAll(curves);
        XYLineAndShapeRenderer renderer = renderer(twice, style);
        for (int i = 0; i < curves.size(); i++) {
            double width = (width(curves.get(i).stroke()) + 2.5) * style.unit();
            renderer.setSeriesVisible(i, curves.get(i).stroke() != Curve.Stroke.CHAIN, false);
            renderer.setSeriesPaint(i, faded(style.theme().panel(), 0.85), false);
            renderer.setSeriesStroke(i, Palette.stroke(new float[0], width, join(curves.get(i))), false);
        }
        return renderer;
    }

    /** The colour of a curve: laws are neutral whatever regime they speak of, the past is pale, other chains are faint. */
    static Color color(Curve curve, Theme theme) {
        return switch (curve.stroke()) {
            case STRONG, FILLED -> theme.of(curve.role());
            case THIN -> faded(theme.of(curve.role()), 0.75);
            case AVERAGE -> Contrast.mix(theme.of(curve.role()), theme.text(), 0.45);
            case CHAIN -> faded(theme.of(curve.role()), theme.projector() ? 0.3 : 0.17);
            case PAST -> Contrast.mix(theme.text(), theme.of(curve.role()), 0.45);
            case FAINT -> faded(theme.of(curve.role()), theme.projector() ? 0.45 : 0.3);
            case DASHED, DASH_DOTTED, DOTTED -> theme.of(Role.THEORY);
        };
    }

    static Color faded(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    private static BasicStroke stroke(Curve curve, double unit) {
        return Palette.stroke(dash(curve), width(curve.stroke()) * unit, join(curve));
    }

    private static float[] dash(Curve curve) {
        return switch (curve.stroke()) {
            case STRONG, THIN -> Palette.dash(curve.role());
            case AVERAGE, CHAIN, FAINT, PAST, FILLED -> new float[0];
            case DASHED -> DASHED;
            case DASH_DOTTED -> DASH_DOTTED;
            case DOTTED -> DOTTED;
        };
    }

    private static double width(Curve.Stroke stroke) {
        return switch (stroke) {
            case STRONG -> 2.2;
            case AVERAGE, FILLED -> 1.5;
            case THIN, PAST, DASHED, DASH_DOTTED, DOTTED -> 1.1;
            case CHAIN, FAINT -> 1;
        };
    }

    /** Round corners, but for long curves cheap ones: at a segment a pixel nobody sees them, and they take half the time. */
    private static int join(Curve curve) {
        return curve.x().size() > LONG ? BasicStroke.JOIN_BEVEL : BasicStroke.JOIN_ROUND;
    }
}
