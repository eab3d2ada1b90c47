package collapselab.plot;

import java.util.List;

/**
 * Small grey pictures of one size in rows and columns.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param columns pictures in a row
 * @param height pixels down a picture
 * @param width pixels across a picture
 * @param pixels (count, height, width) the pictures, row by row; the last row may be short
 * @param columnNames names over the columns; empty for none
 * @param marked the column that is being looked at, or -1
 */
public record ImageGrid(
        String title,
        String description,
        int columns,
        int height,
        int width,
        Pixels pixels,
        List<String> columnNames,
        int marked)
        implements Plot {
    public ImageGrid {
        columnNames = List.copyOf(columnNames);
        if (columns < 1 || pixels.size() % (height * width) != 0) {
            throw new IllegalArgumentException("A grid needs columns and whole pictures.");
        }
    }

    /** How many pictures there are. */
    public int count() {
        return pixels.size() / (height * width);
    }

    /** How many rows they fill. */
    public int rows() {
        return (count() + columns - 1) / columns;
    }
}
