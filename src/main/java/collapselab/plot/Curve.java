package collapselab.plot;

/**
 * A line through points.
 *
 * @param name what its end is labelled with; may be empty
 * @param says what it is, in full, for those who point at it; may be empty
 * @param role what it stands for
 * @param stroke how it is drawn
 * @param x horizontal positions
 * @param y vertical positions, as many; NaN leaves a gap
 */
public record Curve(String name, String says, Role role, Stroke stroke, Doubles x, Doubles y) {
    /** How a curve is drawn. */
    public enum Stroke {
        /** The thing to look at. */
        STRONG,
        /** One of several, or a single run beside a median. */
        THIN,
        /** An ensemble's mean, beside its median. */
        AVERAGE,
        /** One chain of an ensemble, behind the one to look at. */
        CHAIN,
        /** A trace of the past. */
        FAINT,
        /** What there was before the last change. */
        PAST,
        /** A quiet line with the area under it tinted. */
        FILLED,
        /** A law's mean. */
        DASHED,
        /** A law's typical course. */
        DASH_DOTTED,
        /** A law's bound. */
        DOTTED
    }

    /** A line of which no more is said than its name. */
    public Curve(String name, Role role, Stroke stroke, Doubles x, Doubles y) {
        this(name, name, role, stroke, x, y);
    }

    public Curve {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException("A curve needs as many x as y.");
        }
    }

    /** The same under a name. */
    public Curve named(String other) {
        return new Curve(other, role, stroke, x, y);
    }
}
