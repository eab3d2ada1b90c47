package collapselab.chart;

import java.util.OptionalDouble;

/**
 * How a plot is drawn.
 *
 * @param theme its colours
 * @param textSize height of the base text in pixels; lines, markers and margins scale with it
 * @param playhead where on the horizontal axis of {@code Curves} the thin vertical line of playback stands
 * @param titled whether it is a figure of its own, with the plot's title over it and a margin around; in the window the window
 *     gives both
 */
public record Style(Theme theme, double textSize, OptionalDouble playhead, boolean titled) {
    public Style {
        if (!(textSize > 0)) {
            throw new IllegalArgumentException("Text needs a size.");
        }
    }

    /** Part of a window, without title and margin. */
    public Style(Theme theme, double textSize, OptionalDouble playhead) {
        this(theme, textSize, playhead, false);
    }

    /** Part of a window, without a playhead. */
    public Style(Theme theme, double textSize) {
        this(theme, textSize, OptionalDouble.empty(), false);
    }

    /** The same as a figure of its own. */
    public Style withTitle() {
        return new Style(theme, textSize, playhead, true);
    }

    /** The same with the playhead at a position. */
    public Style withPlayhead(double position) {
        return new Style(theme, textSize, OptionalDouble.of(position), titled);
    }

    /** The length of one unit of line width: a pixel at text of 12 pixels, a little more for projectors. */
    double unit() {
        return textSize / 12 * (theme.projector() ? 1.25 : 1);
    }
}
