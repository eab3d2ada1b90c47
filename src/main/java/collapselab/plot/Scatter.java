package collapselab.plot;

import java.util.List;

/**
 * Clouds of points in the plane, at equal scales, with outlines such as ellipses of equal density.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param clouds drawn first, in order
 * @param outlines closed curves over them
 */
public record Scatter(String title, String description, Axis x, Axis y, List<Cloud> clouds, List<Curve> outlines)
        implements Plot {
    public Scatter {
        clouds = List.copyOf(clouds);
        outlines = List.copyOf(outlines);
    }
}
