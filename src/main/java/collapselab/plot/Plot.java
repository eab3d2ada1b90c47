package collapselab.plot;

/** Something to show. */
public sealed interface Plot permits Curves, Scatter, Bars, Tiles, ImageGrid {
    /** A short heading; may be empty. */
    String title();

    /** What the plot shows, in a sentence for those who cannot see it. */
    String description();
}
