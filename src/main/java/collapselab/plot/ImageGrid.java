package collapselab.plot;

import java.util.List;

/**
 * Small grey pictures of one size in rows and columns: a table, whose columns mean something, or free ones, of which any may
 * stand for the others. Where all would be too small to be made out, some are left out.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param columns pictures in a row; {@link #FREE} where that means nothing
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
    /** As many pictures in a row as suits the room. */
    public static final int FREE = 0;

    public ImageGrid {
        columnNames = List.copyOf(columnNames);
        if (columns < FREE || columnNames.size() > columns || pixels.size() % (height * width) != 0) {
            throw new IllegalArgumentException("A grid needs a name at most for each column, and whole pictures.");
        }
    }

    /** How many pictures there are. */
    public int count() {
        return pixels.size() / (height * width);
    }

    /** Whether rows may have any length. */
    public boolean free() {
        return columns == FREE;
    }
}
