package collapselab.plot;

/**
 * A tinted band between two lines, such as from the 5 % to the 95 % quantile.
 *
 * @param says what it is, in full, for those who point at it; may be empty
 * @param role what it stands for
 * @param x horizontal positions
 * @param low lower edge
 * @param high upper edge
 */
public record Band(String says, Role role, Doubles x, Doubles low, Doubles high) {
    /** A band of which nothing more is said. */
    public Band(Role role, Doubles x, Doubles low, Doubles high) {
        this("", role, x, low, high);
    }
}
