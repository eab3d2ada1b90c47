package collapselab.plot;

/**
 * Values on a regular grid over the axes of a plot, such as a density; drawn as a tint.
 *
 * @param role what it stands for
 * @param columns how many cells across
 * @param rows how many cells up
 * @param values (rows, columns), the lowest row first: 0 is transparent, 1 and above the full tint
 */
public record Field(Role role, int columns, int rows, Doubles values) {
    public Field {
        if (values.size() != columns * rows) {
            throw new IllegalArgumentException("A field of " + columns + " x " + rows + " needs as many values.");
        }
    }
}
