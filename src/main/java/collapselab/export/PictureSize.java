package collapselab.export;

import collapselab.experiment.SpecException;

/** How large a picture of the window may be. */
public final class PictureSize {
    /** The window's content has room from here on. */
    public static final int LEAST_WIDTH = 640;

    public static final int LEAST_HEIGHT = 400;
    /** The screen that nobody sees, on which pictures are taken. */
    public static final int MOST_WIDTH = 3_840;

    public static final int MOST_HEIGHT = 2_400;

    private PictureSize() {}

    /**
     * Expects a size that a picture can have.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws SpecException if it cannot
     */
    public static void expect(int width, int height) {
        if (width < LEAST_WIDTH || height < LEAST_HEIGHT || width > MOST_WIDTH || height > MOST_HEIGHT) {
            throw new SpecException("A picture of " + width + "x" + height + " cannot be taken: use a size from "
                    + LEAST_WIDTH + "x" + LEAST_HEIGHT + " to " + MOST_WIDTH + "x" + MOST_HEIGHT + ".");
        }
    }
}
