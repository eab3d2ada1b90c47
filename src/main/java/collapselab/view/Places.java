package collapselab.view;

import collapselab.plot.ImageGrid;
import collapselab.plot.Plot;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where the pictures of one panel lie: the main one at the left of a wide panel, or on top, the others beside or under it. */
final class Places {
    /** The main picture has at least this part of the height. */
    private static final double MAIN = 0.5;

    /** From this ratio of width to height on, the others stand beside the main picture. */
    private static final double WIDE = 1.2;

    /** A picture with less height, in heights of the text, is left out: it could not be read. */
    private static final double LEAST = 5;

    private Places() {}

    /**
     * Shares out an area.
     *
     * @param plots the main picture first
     * @param area all there is
     * @param em the text size
     * @return a place for each, in their order; fewer where there is no room for the last
     */
    static List<Rectangle2D> of(List<Plot> plots, Rectangle2D area, double em) {
        if (plots.size() < 2) {
            return plots.isEmpty() ? List.of() : List.of(area);
        }
        return area.getWidth() > WIDE * area.getHeight() ? beside(plots, area, em) : under(plots, area, em);
    }

    private static List<Rectangle2D> beside(List<Plot> plots, Rectangle2D area, double em) {
        double side = Math.min(area.getHeight(), 0.48 * area.getWidth());
        double x = area.getX() + side + em;
        Rectangle2D rest = new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, area.getHeight());
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(area.getX(), area.getY(), side, area.getHeight()));
        int room = (int) Math.max(1, Math.min(plots.size() - 1, rest.getHeight() / (LEAST * em)));
        double height = rest.getHeight() / room;
        for (int i = 0; i < room; i++) {
            places.add(new Rectangle2D.Double(x, rest.getY() + i * height, rest.getWidth(), height));
        }
        return places;
    }

    private static List<Rectangle2D> under(List<Plot> plots, Rectangle2D area, double em) {
        double left = (1 - MAIN) * area.getHeight();
        List<Double> heights = new ArrayList<>();
        for (Plot plot : plots.subList(1, plots.size())) {
            double height = Math.min(wanted(plot, area.getWidth(), em), left);
            if (height < LEAST * em) {
                break;
            }
            heights.add(height);
            left -= height;
        }
        double others = heights.stream().mapToDouble(Double::doubleValue).sum();
        double y = area.getMaxY() - others;
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), y - area.getY()));
        for (double height : heights) {
            places.add(new Rectangle2D.Double(area.getX(), y, area.getWidth(), height));
            y += height;
        }
        return places;
    }

    /** How high a picture under the main one should be: grids as their pictures' shape says, charts a few lines of text. */
    private static double wanted(Plot plot, double width, double em) {
        if (plot instanceof ImageGrid grid) {
            double cell = width / grid.columns();
            double names = grid.columnNames().isEmpty() ? 0 : 1.4 * em;
            return 2.6 * em + names + cell * grid.height() / grid.width() * grid.rows();
        }
        return 9 * em;
    }
}
