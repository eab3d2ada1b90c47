package collapselab.view;

import collapselab.plot.ImageGrid;
import collapselab.plot.Plot;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where the pictures of one panel lie: the main one on top with most of the room, the others under it. */
final class Places {
    /** The main picture has at least this part of the height. */
    private static final double MAIN = 0.5;

    private Places() {}

    /**
     * Shares out an area.
     *
     * @param plots the main picture first
     * @param area all there is
     * @param em the text size
     */
    static List<Rectangle2D> of(List<Plot> plots, Rectangle2D area, double em) {
        double[] heights = new double[plots.size()];
        double others = 0;
        for (int i = 1; i < heights.length; i++) {
            heights[i] = wanted(plots.get(i), area.getWidth(), em);
            others += heights[i] + em;
        }
        double shrink = Math.min(1, (1 - MAIN) * area.getHeight() / Math.max(1, others));
        heights[0] = area.getHeight() - others * shrink;
        List<Rectangle2D> places = new ArrayList<>();
        double y = area.getY();
        for (int i = 0; i < heights.length; i++) {
            double gap = i == 0 ? 0 : em * shrink;
            double height = i == 0 ? heights[0] : heights[i] * shrink;
            places.add(new Rectangle2D.Double(area.getX(), y + gap, area.getWidth(), height));
            y += gap + height;
        }
        return places;
    }

    /** How high a picture under the main one should be: grids as their pictures' shape says, charts a few lines of text. */
    private static double wanted(Plot plot, double width, double em) {
        if (plot instanceof ImageGrid grid) {
            double cell = width / grid.columns();
            double names = grid.columnNames().isEmpty() ? 0 : 1.4 * em;
            return 1.8 * em + names + cell * grid.height() / grid.width() * grid.rows();
        }
        return 9 * em;
    }
}
