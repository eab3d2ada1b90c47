package collapselab.plot;

import java.util.List;
import java.util.Optional;

/**
 * Clouds of points in the plane, with outlines such as ellipses of equal density.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param clouds drawn over the field, in order
 * @param outlines curves over them
 * @param field drawn first, if any
 * @param equalScales whether a unit is as long on both axes
 */
public record Scatter(
        String title,
        String description,
        Axis x,
        Axis y,
        List<Cloud> clouds,
        List<Curve> outlines,
        Optional<Field> field,
        boolean equalScales)
        implements Plot {
    public Scatter {
        clouds = List.copyOf(clouds);
        outlines = List.copyOf(outlines);
    }

    /** The same on other axes; the field stays where it lies. */
    public Scatter on(Axis x, Axis y) {
        Optional<Field> fixed = field.map(f -> f.over(f.x().orElse(this.x), f.y().orElse(this.y)));
        return new Scatter(title, description, x, y, clouds, outlines, fixed, equalScales);
    }

    /** Clouds and outlines at equal scales. */
    public Scatter(String title, String description, Axis x, Axis y, List<Cloud> clouds, List<Curve> outlines) {
        this(title, description, x, y, clouds, outlines, Optional.empty(), true);
    }
}
