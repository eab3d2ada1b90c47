package collapselab.chart;

import collapselab.plot.Axis;

/** An axis laid along pixels, through the logarithm where it has one. Positions grow from {@code start} to {@code end}. */
record Scale(Axis axis, double start, double end) {
    /** The value as the axis spaces it: itself, or its decimal logarithm; NaN for what a log axis cannot show. */
    static double spaced(Axis axis, double value) {
        if (!axis.log()) {
            return value;
        }
        return value > 0 ? Math.log10(value) : Double.NaN;
    }

    double low() {
        return spaced(axis, axis.min());
    }

    double high() {
        return spaced(axis, axis.max());
    }

    /** The pixel of a value; NaN for what a log axis cannot show. */
    double at(double value) {
        return start + (spaced(axis, value) - low()) / (high() - low()) * (end - start);
    }

    /** The value at a pixel. */
    double valueAt(double pixel) {
        double value = low() + (pixel - start) / (end - start) * (high() - low());
        return axis.log() ? Math.pow(10, value) : value;
    }

    /** Whether the value lies on the axis. */
    boolean holds(double value) {
        return value >= axis.min() && value <= axis.max();
    }
}
