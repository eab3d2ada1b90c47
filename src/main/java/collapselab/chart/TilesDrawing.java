package collapselab.chart;

import collapselab.plot.Tiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * Tiles in rows, as large as fit: as bright as they are strong, hollow where they are missing, crossed out where they are lost.
 * Tiles that have room for their names are wide, others square.
 */
final class TilesDrawing {
    /** How wide a tile with a name is, in its heights. */
    private static final double WIDE = 3.2;

    /** What is just there is still seen. */
    private static final double LEAST = 0.22;

    private final Tiles tiles;
    private final Graphics2D g;
    private final Style style;
    private final Rectangle2D area;
    private final boolean named;
    private final int columns;
    private final double width;
    private final double height;

    private TilesDrawing(Tiles tiles, Graphics2D g, Rectangle2D area, Style style) {
        this.tiles = tiles;
        this.g = g;
        this.style = style;
        this.area = area;
        int count = Math.max(1, tiles.names().size());
        double lettered = Lettering.small(g, style).height() * 1.25;
        int inARow = columns(count, WIDE);
        named = area.getHeight() / rows(count, inARow) >= lettered;
        columns = named ? inARow : columns(count, 1);
        width = area.getWidth() / columns;
        double tall = area.getHeight() / rows(count, columns);
        height = named ? Math.min(tall, 2.2 * lettered) : Math.min(tall, 1.15 * width);
    }

    static void draw(Tiles tiles, Graphics2D g, Rectangle2D area, Style style) {
        TilesDrawing drawing = new TilesDrawing(tiles, g, area, style);
        for (int i = 0; i < tiles.names().size(); i++) {
            drawing.tile(i);
        }
    }

    private int columns(int count, double aspect) {
        double ideal = Math.sqrt(count * area.getWidth() / area.getHeight() / aspect);
        return (int) Math.max(1, Math.min(count, Math.ceil(ideal)));
    }

    private static int rows(int count, int columns) {
        return (count + columns - 1) / columns;
    }

    private void tile(int i) {
        double gap = Math.max(0.5, Math.min(2 * style.unit(), 0.12 * Math.min(width, height)));
        int row = i / columns;
        Rectangle2D place = new Rectangle2D.Double(
                area.getX() + i % columns * width + gap / 2,
                area.getY() + row * height + gap / 2,
                width - gap,
                height - gap);
        boolean crossed = tiles.crossed().contains(i);
        double strength = crossed ? 0 : tiles.strength().get(i);
        Color color = style.theme().of(tiles.role());
        if (strength > 0) {
            g.setColor(Lines.faded(color, LEAST + (1 - LEAST) * Math.min(1, strength)));
            g.fill(place);
        } else {
            g.setColor(crossed ? style.theme().grid() : Lines.faded(color, LEAST));
            g.setStroke(new BasicStroke((float) Math.max(0.75, 0.75 * style.unit())));
            g.draw(place);
        }
        if (named) {
            name(i, place, strength, crossed);
        } else if (crossed) {
            cross(place);
        }
    }

    private void name(int i, Rectangle2D place, double strength, boolean crossed) {
        Lettering small = Lettering.small(g, style);
        String text = fitting(tiles.names().get(i), small, place.getWidth() - 0.4 * style.textSize());
        double base = place.getCenterY() + 0.36 * small.ascent();
        Color plain = crossed ? style.theme().mutedText() : style.theme().text();
        // On a bright tile the ground's colour is easier to read.
        Color color = strength > 0.45 ? style.theme().panel() : plain;
        small.centred(text, place.getCenterX(), base, color);
        if (crossed) {
            double half = small.width(text) / 2 + 0.15 * style.textSize();
            g.setStroke(new BasicStroke((float) style.unit()));
            g.setColor(style.theme().text(tiles.role()));
            g.draw(new Line2D.Double(
                    place.getCenterX() - half, place.getCenterY(), place.getCenterX() + half, place.getCenterY()));
        }
    }

    private static String fitting(String text, Lettering lettering, double room) {
        String shown = text;
        while (shown.length() > 1 && lettering.width(shown) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    private void cross(Rectangle2D place) {
        g.setColor(style.theme().line());
        g.setStroke(new BasicStroke((float) Math.max(0.75, 0.8 * style.unit())));
        double in = 0.25 * Math.min(place.getWidth(), place.getHeight());
        g.draw(new Line2D.Double(place.getX() + in, place.getY() + in, place.getMaxX() - in, place.getMaxY() - in));
        g.draw(new Line2D.Double(place.getX() + in, place.getMaxY() - in, place.getMaxX() - in, place.getY() + in));
    }
}
