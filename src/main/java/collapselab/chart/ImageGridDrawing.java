package collapselab.chart;

import collapselab.plot.ImageGrid;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Small pictures as their layout says; from twice their size on each pixel is a sharp square. */
final class ImageGridDrawing {
    private final ImageGrid grid;
    private final Graphics2D g;
    private final Style style;
    private final GridLayout layout;
    private final double size;
    private final double gap;
    private final double left;
    private final double top;

    private ImageGridDrawing(ImageGrid grid, Graphics2D g, Rectangle2D area, Style style) {
        this.grid = grid;
        this.g = g;
        this.style = style;
        Lettering small = Lettering.small(g, style);
        double names = grid.columnNames().isEmpty() ? 0 : small.height() + 0.3 * style.textSize();
        double rim = 0.3 * style.textSize();
        layout = GridLayout.of(grid, area.getWidth() - 2 * rim, area.getHeight() - names - 2 * rim, style.textSize());
        gap = layout.gap();
        size = whole(layout.size(), g);
        left = area.getCenterX() - (layout.columns().size() * (grid.width() * size + gap) - gap) / 2;
        top = area.getY() + names + rim;
        if (names > 0) {
            names(small, area.getY() + small.ascent());
        }
    }

    static void draw(ImageGrid grid, Graphics2D g, Rectangle2D area, Style style) {
        if (grid.count() == 0) {
            return;
        }
        ImageGridDrawing drawing = new ImageGridDrawing(grid, g, area, style);
        if (drawing.size > 0) {
            drawing.pictures();
            drawing.mark();
        }
    }

    /** From two device pixels on a picture's pixel is whole, so that all are alike. */
    private static double whole(double size, Graphics2D g) {
        double device = size * scale(g);
        return device >= 2 ? Math.floor(device) / scale(g) : size;
    }

    /** Device pixels a unit of the drawing. */
    private static double scale(Graphics2D g) {
        return Math.sqrt(Math.abs(g.getTransform().getDeterminant()));
    }

    private double across() {
        return grid.width() * size + gap;
    }

    private double down() {
        return grid.height() * size + gap;
    }

    private void pictures() {
        // Where a pixel is not a whole number of device pixels, its neighbours must be mixed or strokes break up.
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                size * scale(g) >= 2
                        ? RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR
                        : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        int[] shades = shades();
        int row = grid.free() ? layout.columns().size() : grid.columns();
        for (int r = 0; r < layout.rows(); r++) {
            for (int c = 0; c < layout.columns().size(); c++) {
                int index = r * row + layout.columns().get(c);
                if (index < grid.count()) {
                    AffineTransform place = AffineTransform.getTranslateInstance(left + c * across(), top + r * down());
                    place.scale(size, size);
                    g.drawImage(picture(index, shades), place, null);
                }
            }
        }
    }

    private BufferedImage picture(int index, int[] shades) {
        int area = grid.width() * grid.height();
        int[] argb = new int[area];
        for (int p = 0; p < area; p++) {
            argb[p] = shades[grid.pixels().get(index * area + p)];
        }
        return Raster.wrap(argb, grid.width(), grid.height());
    }

    /** The colour of each grey value, from paper to ink. */
    private int[] shades() {
        Color paper = style.theme().paper();
        Color ink = style.theme().ink();
        int[] shades = new int[256];
        for (int v = 0; v < shades.length; v++) {
            shades[v] = Contrast.mix(paper, ink, v / 255.0).getRGB();
        }
        return shades;
    }

    /** Names that would run into one another are left out, but for that of the marked column. */
    private void names(Lettering small, double y) {
        int marked = layout.columns().indexOf(grid.marked());
        double markedFrom = marked < 0 ? Double.POSITIVE_INFINITY : middle(marked) - room(small, marked) / 2;
        double free = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < layout.columns().size(); c++) {
            double from = middle(c) - room(small, c) / 2;
            double to = middle(c) + room(small, c) / 2;
            if (c == marked || (from >= free && (c > marked || to <= markedFrom))) {
                Color color = c == marked ? style.theme().text() : style.theme().mutedText();
                small.centred(name(c), middle(c), y, color);
                free = to;
            }
        }
    }

    private String name(int column) {
        int index = layout.columns().get(column);
        return index < grid.columnNames().size() ? grid.columnNames().get(index) : "";
    }

    /** What a name takes across, with a blank beside it. */
    private double room(Lettering small, int column) {
        return small.width(name(column) + " ");
    }

    private double middle(int column) {
        return left + column * across() + (across() - gap) / 2;
    }

    private void mark() {
        int marked = layout.columns().indexOf(grid.marked());
        if (marked < 0) {
            return;
        }
        double rim = gap / 2;
        g.setColor(style.theme().accent());
        g.setStroke(new BasicStroke((float) (1.5 * style.unit())));
        g.draw(new RoundRectangle2D.Double(
                left + marked * across() - rim,
                top - rim,
                across() - gap + 2 * rim,
                layout.rows() * down() - gap + 2 * rim,
                gap,
                gap));
    }
}
