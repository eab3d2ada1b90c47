package collapselab.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Splats soft discs, squares and diamonds into pixels: some thirty times as fast as filling shapes. The coverage of one is
 * computed once for each quarter-pixel shift of its centre.
 */
final class Discs {
    private static final int SHIFTS = 4;

    /** What a point looks like. */
    enum Form {
        DISC,
        SQUARE,
        DIAMOND;

        /** How far a place is from the middle, so that the form's edge lies at its radius; all forms cover the same area. */
        private double distance(double x, double y) {
            return switch (this) {
                case DISC -> Math.hypot(x, y);
                case SQUARE -> Math.max(Math.abs(x), Math.abs(y)) * 2 / Math.sqrt(Math.PI);
                case DIAMOND -> (Math.abs(x) + Math.abs(y)) * Math.sqrt(2 / Math.PI);
            };
        }
    }

    private final int[] pixels;
    private final int width;
    private final int height;

    /** An empty ground of so many pixels. */
    Discs(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    /** The discs on a transparent ground. */
    BufferedImage image() {
        return Raster.wrap(pixels, width, height);
    }

    /** Adds points in one colour; NaN and what lies outside is left out. */
    void add(double[] x, double[] y, Form form, double radius, Color color, double opacity) {
        int reach = (int) Math.ceil(1.3 * radius + 1);
        int side = 2 * reach + 1;
        int[][] masks = masks(form, radius, reach, opacity);
        for (int i = 0; i < x.length; i++) {
            if (x[i] >= -reach && x[i] < width + reach && y[i] >= -reach && y[i] < height + reach) {
                int left = (int) Math.floor(x[i]);
                int top = (int) Math.floor(y[i]);
                int shift = quarter(y[i] - top) * SHIFTS + quarter(x[i] - left);
                splat(masks[shift], left - reach, top - reach, side, color.getRGB());
            }
        }
    }

    private static int quarter(double fraction) {
        return (int) (fraction * SHIFTS);
    }

    private void splat(int[] mask, int left, int top, int side, int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int lastRow = Math.min(side, height - top);
        int lastColumn = Math.min(side, width - left);
        for (int row = Math.max(0, -top); row < lastRow; row++) {
            for (int column = Math.max(0, -left); column < lastColumn; column++) {
                int alpha = mask[row * side + column];
                if (alpha > 0) {
                    int at = (top + row) * width + left + column;
                    pixels[at] = over(pixels[at], alpha, red, green, blue);
                }
            }
        }
    }

    /** A colour with alpha 0 to 256 over a premultiplied pixel. */
    private static int over(int below, int alpha, int red, int green, int blue) {
        int rest = 256 - alpha;
        int a = (255 * alpha + (below >>> 24) * rest) >> 8;
        int r = (red * alpha + (below >> 16 & 0xff) * rest) >> 8;
        int g = (green * alpha + (below >> 8 & 0xff) * rest) >> 8;
        int b = (blue * alpha + (below & 0xff) * rest) >> 8;
        return a << 24 | r << 16 | g << 8 | b;
    }

    /** (shift, row, column) coverage times opacity, 0 to 256. */
    private static int[][] masks(Form form, double radius, int reach, double opacity) {
        int side = 2 * reach + 1;
        int[][] masks = new int[SHIFTS * SHIFTS][side * side];
        for (int row = 0; row < SHIFTS; row++) {
            for (int column = 0; column < SHIFTS; column++) {
                double centreX = reach + (column + 0.5) / SHIFTS;
                double centreY = reach + (row + 0.5) / SHIFTS;
                int[] mask = masks[row * SHIFTS + column];
                for (int p = 0; p < mask.length; p++) {
                    int down = p / side;
                    double distance = form.distance(p % side + 0.5 - centreX, down + 0.5 - centreY);
                    double coverage = Math.max(0, Math.min(1, radius + 0.5 - distance));
                    mask[p] = (int) Math.round(256 * coverage * opacity);
                }
            }
        }
        return masks;
    }
}
