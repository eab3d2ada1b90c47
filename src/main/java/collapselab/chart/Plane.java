package collapselab.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/**
 * Where the two linear axes of a drawing lie, so that a window can tell what is under the mouse.
 *
 * @param pixels the drawing's data area; y grows downwards
 * @param axes what it shows, in units of the axes; y grows upwards
 */
public record Plane(Rectangle2D pixels, Rectangle2D axes) {
    /** No drawing. */
    public static final Plane NONE = new Plane(new Rectangle2D.Double(), new Rectangle2D.Double());

    static Plane of(Frame frame) {
        Rectangle2D data = frame.data();
        double left = frame.x().valueAt(data.getMinX());
        double low = frame.y().valueAt(data.getMaxY());
        return new Plane(
                data,
                new Rectangle2D.Double(
                        left,
                        low,
                        frame.x().valueAt(data.getMaxX()) - left,
                        frame.y().valueAt(data.getMinY()) - low));
    }

    /** Whether a pixel is in the data area. */
    public boolean holds(double x, double y) {
        return pixels.contains(x, y);
    }

    /** What a pixel stands for. */
    public Point2D.Double valueAt(double x, double y) {
        return new Point2D.Double(
                axes.getX() + (x - pixels.getX()) / pixels.getWidth() * axes.getWidth(),
                axes.getY() + (pixels.getMaxY() - y) / pixels.getHeight() * axes.getHeight());
    }

    /** The pixel of a point. */
    public Point2D.Double pixelOf(double x, double y) {
        return new Point2D.Double(
                pixels.getX() + (x - axes.getX()) / axes.getWidth() * pixels.getWidth(),
                pixels.getMaxY() - (y - axes.getY()) / axes.getHeight() * pixels.getHeight());
    }
}
