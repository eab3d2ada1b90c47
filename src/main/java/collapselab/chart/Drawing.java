package collapselab.chart;

import collapselab.plot.Bars;
import collapselab.plot.Curves;
import collapselab.plot.ImageGrid;
import collapselab.plot.Plot;
import collapselab.plot.Scatter;
import collapselab.plot.Tiles;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** Draws plots; the one entry of this package. */
public final class Drawing {
    private Drawing() {}

    /**
     * Draws a plot by its kind, on whatever ground is there. The colours are made for {@link Theme#panel()}.
     *
     * @param plot what to show
     * @param g where; left as it was
     * @param area the room it fills, title, tick labels and margins included
     * @param style how
     * @return what it says to who points at it
     */
    public static Readout draw(Plot plot, Graphics2D g, Rectangle2D area, Style style) {
        Graphics2D own = (Graphics2D) g.create();
        try {
            own.clip(area);
            smooth(own);
            Rectangle2D rest = style.titled() ? title(plot.title(), own, inset(area, style.textSize()), style) : area;
            if (rest.getWidth() >= 3 * style.textSize() && rest.getHeight() >= 3 * style.textSize()) {
                return body(plot, own, rest, style);
            }
            return Readout.NONE;
        } finally {
            own.dispose();
        }
    }

    /**
     * Where the axes of clouds lie, so that points can be drawn on them by hand.
     *
     * @param scatter clouds on linear axes, drawn without their title
     * @param g what they are drawn on
     * @param area the room they fill
     * @param style how they are drawn
     */
    public static Plane plane(Scatter scatter, Graphics2D g, Rectangle2D area, Style style) {
        Graphics2D own = (Graphics2D) g.create();
        try {
            smooth(own);
            return Plane.of(ScatterDrawing.frame(scatter, own, area, style));
        } finally {
            own.dispose();
        }
    }

    private static void smooth(Graphics2D own) {
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        own.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private static Readout body(Plot plot, Graphics2D g, Rectangle2D area, Style style) {
        if (plot instanceof Curves curves) {
            return CurvesDrawing.draw(curves, g, area, style);
        } else if (plot instanceof Scatter scatter) {
            return ScatterDrawing.draw(scatter, g, area, style);
        } else if (plot instanceof Bars bars) {
            return BarsDrawing.draw(bars, g, area, style);
        } else if (plot instanceof Tiles tiles) {
            TilesDrawing.draw(tiles, g, area, style);
        } else if (plot instanceof ImageGrid grid) {
            ImageGridDrawing.draw(grid, g, area, style);
        }
        return Readout.NONE;
    }

    private static Rectangle2D inset(Rectangle2D area, double margin) {
        double width = Math.max(0, area.getWidth() - 2 * margin);
        double height = Math.max(0, area.getHeight() - 2 * margin);
        return new Rectangle2D.Double(area.getX() + margin, area.getY() + margin, width, height);
    }

    private static Rectangle2D title(String title, Graphics2D g, Rectangle2D area, Style style) {
        if (title.isEmpty()) {
            return area;
        }
        Lettering heading = Lettering.heading(g, style);
        heading.draw(
                title,
                area.getX(),
                area.getY() + heading.ascent(),
                style.theme().text());
        double height = heading.height() + 0.5 * style.textSize();
        return new Rectangle2D.Double(
                area.getX(), area.getY() + height, area.getWidth(), Math.max(0, area.getHeight() - height));
    }
}
