package collapselab.plot;

/**
 * A tinted band between two lines, such as from the 5 % to the 95 % quantile.
 *
 * @param role what it stands for
 * @param x horizontal positions
 * @param low lower edge
 * @param high upper edge
 */
public record Band(Role role, Doubles x, Doubles low, Doubles high) {}
