package collapselab.plot;

/**
 * Points.
 *
 * @param role what they stand for
 * @param x horizontal positions
 * @param y vertical positions, as many
 */
public record Cloud(Role role, Doubles x, Doubles y) {}
