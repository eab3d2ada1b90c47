package collapselab.chart;

import collapselab.plot.Field;
import java.awt.Color;
import java.awt.image.BufferedImage;

/** A field as a tint of one colour, interpolated between the middles of its cells. */
final class FieldRaster {
    /** Opacity of the full tint: what is drawn over it must stand out. */
    private static final double OPACITY = 0.5;

    private static final int LEVELS = 256;

    private FieldRaster() {}

    /** The field over so many pixels, the lowest row at the bottom, on a transparent ground. */
    static BufferedImage of(Field field, int width, int height, Color color) {
        int[] tints = tints(color);
        // What is not known is left clear, and so must not spread to its neighbours.
        double[] values = field.values().map(v -> Double.isNaN(v) ? 0 : v).toArray();
        double[] row = new double[field.columns()];
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            double up = place(height - 1 - y, height, field.rows());
            int low = (int) up;
            int high = Math.min(low + 1, field.rows() - 1);
            for (int column = 0; column < row.length; column++) {
                double below = values[low * row.length + column];
                row[column] = below + (up - low) * (values[high * row.length + column] - below);
            }
            for (int x = 0; x < width; x++) {
                double across = place(x, width, row.length);
                int left = (int) across;
                int right = Math.min(left + 1, row.length - 1);
                pixels[y * width + x] = tint(tints, row[left] + (across - left) * (row[right] - row[left]));
            }
        }
        return Raster.wrap(pixels, width, height);
    }

    /** Where a pixel lies among the middles of cells. */
    private static double place(int pixel, int pixels, int cells) {
        return Math.max(0, Math.min(cells - 1.0, (pixel + 0.5) / pixels * cells - 0.5));
    }

    private static int tint(int[] tints, double value) {
        return tints[(int) (Math.max(0, Math.min(1, value)) * (LEVELS - 1) + 0.5)];
    }

    /** Premultiplied pixels from transparent to the full tint. */
    private static int[] tints(Color color) {
        int[] tints = new int[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            double alpha = OPACITY * i / (LEVELS - 1);
            tints[i] = part(255, alpha) << 24
                    | part(color.getRed(), alpha) << 16
                    | part(color.getGreen(), alpha) << 8
                    | part(color.getBlue(), alpha);
        }
        return tints;
    }

    private static int part(int channel, double alpha) {
        return (int) Math.round(channel * alpha);
    }
}
