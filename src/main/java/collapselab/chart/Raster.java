package collapselab.chart;

import collapselab.plot.Plot;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.WritableRaster;

/** Plots as pixels on the panel's colour. */
public final class Raster {
    /** What BufferedImage.TYPE_INT_ARGB_PRE and JavaFX's pixel buffers share: 0xAARRGGBB, premultiplied. */
    private static final DirectColorModel MODEL =
            (DirectColorModel) new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).getColorModel();

    private Raster() {}

    /**
     * Draws into pixels that the caller owns, so that a window can wrap them and redraw without copies.
     *
     * @param argb (height, width) premultiplied 0xAARRGGBB, all overwritten
     * @param width pixels across
     * @param height pixels down
     * @param plot what to draw
     * @param style how; its text size is in these pixels
     */
    public static void into(int[] argb, int width, int height, Plot plot, Style style) {
        draw(wrap(argb, width, height), width, height, 1, plot, style);
    }

    /**
     * A picture of a plot.
     *
     * @param plot what to draw
     * @param width width before scaling
     * @param height height before scaling
     * @param scale pixels for each unit of width, height and text size
     * @param style how
     */
    public static BufferedImage image(Plot plot, int width, int height, double scale, Style style) {
        int across = (int) Math.round(width * scale);
        int down = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB_PRE);
        draw(image, width, height, scale, plot, style);
        return image;
    }

    private static void draw(BufferedImage image, int width, int height, double scale, Plot plot, Style style) {
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(style.theme().panel());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            Drawing.draw(plot, g, new Rectangle2D.Double(0, 0, width, height), style);
        } finally {
            g.dispose();
        }
    }

    /** An image over pixels that the caller owns: (height, width) premultiplied 0xAARRGGBB, not copied. */
    public static BufferedImage wrap(int[] argb, int width, int height) {
        if (argb.length < width * height) {
            throw new IllegalArgumentException("There are fewer pixels than width times height.");
        }
        DataBuffer buffer = new DataBufferInt(argb, width * height);
        WritableRaster raster =
                java.awt.image.Raster.createPackedRaster(buffer, width, height, width, MODEL.getMasks(), new Point());
        return new BufferedImage(MODEL, raster, true, null);
    }
}
