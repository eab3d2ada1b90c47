package collapselab.session;

import collapselab.plot.Axis;

/**
 * How far data reach, and the axes that suit them: with round ends, a little room, and never so narrow that noise fills them.
 *
 * @param min the least value; above {@code max} where there is none
 * @param max the largest value
 */
record Limits(double min, double max) {
    /** No data. */
    static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** A log axis shows at least this ratio: a third and three times a value that does not change. */
    private static final double LEAST_RATIO = 10;

    /** And at most this one, under the largest value: what has collapsed further has left the chart. */
    private static final double MOST_RATIO = 1e12;

    /** Data come no nearer to the end of an axis than this part of it. */
    private static final double ROOM = 0.04;

    private static final double[] ROUND = {1, 2, 5, 10};

    /** With another value, if it is one that the axis can show. */
    Limits and(double value, boolean log) {
        return Double.isFinite(value) && (!log || value > 0)
                ? new Limits(Math.min(min, value), Math.max(max, value))
                : this;
    }

    private boolean empty() {
        return min > max;
    }

    /** The part of them that one log axis can show, or all for a linear one. */
    private Limits shown(boolean log) {
        return log ? new Limits(Math.max(min, max / MOST_RATIO), max) : this;
    }

    /**
     * The axis that fits them.
     *
     * @param calm the least difference that a linear axis shows; NaN: half of the values' size
     */
    Axis fit(boolean log, double calm) {
        if (empty()) {
            return new Axis("", log ? 0.1 : 0, log ? 10 : 1, log);
        }
        return log ? shown(true).logarithmic() : linear(calm);
    }

    private Axis logarithmic() {
        double pad = Math.pow(max / min, ROOM);
        double widen = Math.sqrt(Math.max(1, LEAST_RATIO / (max / min * pad * pad)));
        return new Axis("", below(min / pad / widen), above(max * pad * widen), true);
    }

    private Axis linear(double calm) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        double least = Double.isNaN(calm) ? (size > 0 ? size / 2 : 1) : calm;
        double low = min >= 0 && min < 0.7 * max ? 0 : min;
        double more = Math.max(0, least - (max - low)) / 2;
        // What is never negative does not suggest that it could be.
        double from = min >= 0 ? Math.max(0, low - more) : low - more;
        double to = Math.max(max + more, from + least);
        double room = ROOM * (to - from);
        double step = step(to - from);
        return Axis.linear("", from == 0 ? 0 : down(from - room, step), up(to + room, step));
    }

    /** The same axis, or where the data leave it one that goes on to the next round numbers. */
    Axis grown(Axis held) {
        Limits seen = empty() ? this : shown(held.log());
        boolean lower = seen.min < held.min();
        boolean higher = seen.max > held.max();
        if (empty() || !(lower || higher)) {
            return held;
        }
        if (held.log()) {
            double top = higher ? above(seen.max) : held.max();
            double bottom = lower ? below(seen.min) : held.min();
            return new Axis(held.label(), Math.max(bottom, below(top / MOST_RATIO)), top, true, held.whole());
        }
        double step = step(Math.max(seen.max, held.max()) - Math.min(seen.min, held.min()));
        return new Axis(
                held.label(),
                lower ? down(seen.min, step) : held.min(),
                higher ? up(seen.max, step) : held.max(),
                false,
                held.whole());
    }

    /** A round step, of which a span has four to ten. */
    private static double step(double span) {
        return above(span / 10);
    }

    private static double down(double value, double step) {
        return Math.floor(value / step + 1e-9) * step;
    }

    private static double up(double value, double step) {
        return Math.ceil(value / step - 1e-9) * step;
    }

    /** The next of 1, 2, 5 and 10 times a power of ten from a positive number on. */
    private static double above(double value) {
        double decade = decade(value);
        for (double round : ROUND) {
            if (round * decade >= value * (1 - 1e-9)) {
                return round * decade;
            }
        }
        return ROUND[ROUND.length - 1] * decade;
    }

    private static double below(double value) {
        double decade = decade(value);
        double found = decade;
        for (double round : ROUND) {
            if (round * decade <= value * (1 + 1e-9)) {
                found = round * decade;
            }
        }
        return found;
    }

    private static double decade(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }
}
