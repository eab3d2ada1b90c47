package collapselab.chart;

import collapselab.plot.ImageGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pictures of a grid are shown, in which rows, and how large: as large as the room allows. Where all would be too small to
 * be made out, some are left out: of free pictures the last ones, of a table columns in between and the lowest rows.
 *
 * @param columns the grid's columns that are shown, in order; of free pictures as many as stand in a row
 * @param rows how many rows are shown
 * @param size the side of a picture's pixel
 * @param gap between two pictures
 */
record GridLayout(List<Integer> columns, int rows, double size, double gap) {
    /** A free picture is at least this wide, in heights of the text, before another one is shown. */
    private static final double LEAST_FREE = 2.8;

    /** The same for a picture in a table. */
    private static final double LEAST_IN_TABLE = 2.2;

    private static final double GAP = 0.25;

    /**
     * Lays out a grid that has pictures.
     *
     * @param width the room across
     * @param height the room down, without column names
     * @param em the text size
     */
    static GridLayout of(ImageGrid grid, double width, double height, double em) {
        Room room = new Room(grid, width, height, GAP * em);
        return grid.free() ? free(grid, room, LEAST_FREE * em) : table(grid, room, LEAST_IN_TABLE * em);
    }

    /** The room for pictures of one shape. */
    private record Room(ImageGrid grid, double width, double height, double gap) {
        /** The side of a pixel where so many pictures are in a row and a column. */
        double size(int columns, int rows) {
            double across = (width - gap * (columns - 1)) / (columns * grid.width());
            double down = (height - gap * (rows - 1)) / (rows * grid.height());
            return Math.min(across, down);
        }

        /** How many pictures of some width stand in a row; one at least. */
        int across(double least) {
            return (int) Math.max(1, (width + gap) / (least + gap) + 1e-9);
        }

        /** How many pictures of some width stand in a column; one at least. */
        int down(double least) {
            return (int) Math.max(1, (height + gap) / (least * grid.height() / grid.width() + gap) + 1e-9);
        }

        GridLayout layout(List<Integer> columns, int rows) {
            return new GridLayout(columns, rows, size(columns.size(), rows), gap);
        }
    }

    private static GridLayout free(ImageGrid grid, Room room, double least) {
        int columns = 1;
        for (int c = 2; c <= grid.count(); c++) {
            if (room.size(c, rows(grid, c)) > room.size(columns, rows(grid, columns))) {
                columns = c;
            }
        }
        int rows = rows(grid, columns);
        if (room.size(columns, rows) * grid.width() < least) {
            columns = Math.min(grid.count(), room.across(least));
            rows = Math.min(rows(grid, columns), room.down(least));
        }
        return room.layout(even(columns, columns, -1), rows);
    }

    private static int rows(ImageGrid grid, int columns) {
        return (grid.count() + columns - 1) / columns;
    }

    private static GridLayout table(ImageGrid grid, Room room, double least) {
        int columns = Math.min(grid.columns(), room.across(least));
        int rows = Math.min(rows(grid, grid.columns()), room.down(least));
        return room.layout(even(grid.columns(), columns, grid.marked()), rows);
    }

    /** So many of all columns, as evenly as may be; the marked one, if there is one, stands in for its neighbour. */
    private static List<Integer> even(int all, int columns, int marked) {
        List<Integer> even = new ArrayList<>();
        int nearest = 0;
        for (int i = 0; i < columns; i++) {
            even.add(columns == 1 ? 0 : (int) Math.round((double) i * (all - 1) / (columns - 1)));
            nearest = Math.abs(even.get(i) - marked) < Math.abs(even.get(nearest) - marked) ? i : nearest;
        }
        if (marked >= 0 && marked < all) {
            even.set(nearest, marked);
        }
        return List.copyOf(even);
    }
}
