package collapselab.plot;

/**
 * Points.
 *
 * @param role what they stand for
 * @param x horizontal positions
 * @param y vertical positions, as many
 * @param shade where their colour lies on the ramp from 0 to 1, for parts that have no role of their own; NaN: the role's
 *     colour
 */
public record Cloud(Role role, Doubles x, Doubles y, double shade) {
    /** Points in the colour of their role. */
    public Cloud(Role role, Doubles x, Doubles y) {
        this(role, x, y, Double.NaN);
    }
}
