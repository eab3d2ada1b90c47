package collapselab.view;

import collapselab.chart.Style;
import collapselab.plot.ImageGrid;
import collapselab.plot.Plot;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
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

    /** What a side picture's cells take across, in heights of the text. */
    private static final double CELL = 2.5;

    /** A chart among the others is as high, in heights of the text. */
    private static final double CHART = 9;

    /** The main picture's part of the width where the others stand beside it and do not want more. */
    private static final double SIDE = 0.48;

    /** The others' part of the width at most. */
    private static final double MOST = 0.57;

    private static final double TITLE = 1.5;

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
        List<Plot> others = plots.subList(1, plots.size());
        double wide = others.stream().mapToDouble(plot -> wide(plot, em)).max().orElse(0);
        double share = Math.max(1 - SIDE, Math.min(MOST, wide / area.getWidth()));
        double side = (1 - share) * area.getWidth() - em;
        boolean free = plots.get(0) instanceof ImageGrid grid && grid.free();
        double main = free ? side : Math.min(area.getHeight(), side);
        double x = area.getX() + main + em;
        Rectangle2D rest = new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, area.getHeight());
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(area.getX(), area.getY(), main, area.getHeight()));
        int room = (int) Math.max(1, Math.min(others.size(), rest.getHeight() / (LEAST * em)));
        double y = rest.getY();
        for (double height : heights(others.subList(0, room), rest.getHeight(), em)) {
            places.add(new Rectangle2D.Double(x, y, rest.getWidth(), height));
            y += height;
        }
        return places;
    }

    /** Charts beside grids are as high as they need to be, which leaves the pictures in the grids the rest. */
    private static List<Double> heights(List<Plot> plots, double all, double em) {
        long grids = plots.stream().filter(ImageGrid.class::isInstance).count();
        double even = all / plots.size();
        double chart = grids == 0 ? even : Math.min(CHART * em, even);
        double grid = grids == 0 ? 0 : (all - (plots.size() - grids) * chart) / grids;
        return plots.stream()
                .map(plot -> plot instanceof ImageGrid ? grid : chart)
                .toList();
    }

    /** How wide a picture beside the main one must be for all of it to be seen. */
    private static double wide(Plot plot, double em) {
        return plot instanceof ImageGrid grid ? (CELL * grid.columns() + 0.6) * em : 0;
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
            double cell = Math.min(width / Math.max(1, grid.columns()), CELL * em);
            double names = grid.columnNames().isEmpty() ? 0 : 1.4 * em;
            int rows = (int) Math.ceil((double) grid.count() / Math.max(1, grid.columns()));
            return (TITLE + 0.8) * em + names + cell * grid.height() / grid.width() * rows;
        }
        return CHART * em;
    }

    /**
     * Writes a picture's title, small, into the first line of its place.
     *
     * @return what is left of the place
     */
    static Rectangle2D titled(String title, Graphics2D g, Rectangle2D place, Style style) {
        double em = style.textSize();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (0.86 * em)));
        g.setColor(style.theme().mutedText());
        String text = title;
        while (text.length() > 1 && g.getFontMetrics().stringWidth(text) > place.getWidth()) {
            text = text.substring(0, text.length() - 2).stripTrailing() + "…";
        }
        g.drawString(text, (float) place.getX(), (float) (place.getY() + em));
        double used = Math.min(TITLE * em, place.getHeight());
        return new Rectangle2D.Double(place.getX(), place.getY() + used, place.getWidth(), place.getHeight() - used);
    }
}
