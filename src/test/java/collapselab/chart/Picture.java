package collapselab.chart;

import collapselab.plot.Plot;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A drawn plot to put questions to. */
final class Picture {
    final BufferedImage image;
    private final Style style;

    Picture(Plot plot, int width, int height, Style style) {
        this.style = style;
        image = Raster.image(plot, width, height, 1, style);
    }

    /** Where a plot of this frame has its data. */
    static Frame frame(int width, int height, Style style, Frame.Request request) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        return new Frame(g, new Rectangle2D.Double(0, 0, width, height), style, request);
    }

    /** Whether a colour is found within a pixel of a place. */
    boolean shows(Color color, double x, double y) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (near(color, (int) Math.floor(x) + dx, (int) Math.floor(y) + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How many pixels of a region are not the ground. */
    int ink(Rectangle2D region) {
        int count = 0;
        for (int y = (int) region.getMinY(); y < region.getMaxY(); y++) {
            for (int x = (int) region.getMinX(); x < region.getMaxX(); x++) {
                count += near(style.theme().panel(), x, y) ? 0 : 1;
            }
        }
        return count;
    }

    /** How many pixels of a region have a colour. */
    int count(Color color, Rectangle2D region) {
        int count = 0;
        for (int y = (int) region.getMinY(); y < region.getMaxY(); y++) {
            for (int x = (int) region.getMinX(); x < region.getMaxX(); x++) {
                count += near(color, x, y) ? 1 : 0;
            }
        }
        return count;
    }

    Rectangle2D all() {
        return new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
    }

    private boolean near(Color color, int x, int y) {
        Color here = new Color(image.getRGB(x, y));
        return Math.abs(here.getRed() - color.getRed()) < 12
                && Math.abs(here.getGreen() - color.getGreen()) < 12
                && Math.abs(here.getBlue() - color.getBlue()) < 12;
    }
}
