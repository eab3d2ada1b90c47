package collapselab.plot;

import java.util.List;

/**
 * Lines and bands over two axes, optionally with a rug of data points under the horizontal axis.
 *
 * @param title heading
 * @param description a sentence for those who cannot see it
 * @param x horizontal axis
 * @param y vertical axis
 * @param bands drawn first
 * @param curves drawn over the bands, in order
 * @param rug data points drawn as ticks below the axis; empty for none
 * @param rugRole what the rug's points stand for
 */
public record Curves(
        String title,
        String description,
        Axis x,
        Axis y,
        List<Band> bands,
        List<Curve> curves,
        Doubles rug,
        Role rugRole)
        implements Plot {
    public Curves {
        bands = List.copyOf(bands);
        curves = List.copyOf(curves);
    }

    /** The same on other axes. */
    public Curves on(Axis x, Axis y) {
        return new Curves(title, description, x, y, bands, curves, rug, rugRole);
    }
}
