package collapselab.plot;

import java.util.Optional;

/**
 * Values on a regular grid, such as a density; drawn as a tint.
 *
 * @param role what it stands for
 * @param columns how many cells across
 * @param rows how many cells up
 * @param values (rows, columns), the lowest row first: 0 is transparent, 1 and above the full tint
 * @param x what it covers across; empty: the horizontal axis of its plot
 * @param y what it covers up; empty: the vertical axis of its plot
 */
public record Field(Role role, int columns, int rows, Doubles values, Optional<Axis> x, Optional<Axis> y) {
    public Field {
        if (values.size() != columns * rows) {
            throw new IllegalArgumentException("A field of " + columns + " x " + rows + " needs as many values.");
        }
    }

    /** A field over the axes of its plot. */
    public Field(Role role, int columns, int rows, Doubles values) {
        this(role, columns, rows, values, Optional.empty(), Optional.empty());
    }

    /** The same where it covers a given part of the plane. */
    public Field over(Axis x, Axis y) {
        return new Field(role, columns, rows, values, Optional.of(x), Optional.of(y));
    }
}
