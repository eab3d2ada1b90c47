package collapselab.catalog.gaussian;

import collapselab.kernel.data.PointTable;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Doubles;
import collapselab.plot.Field;
import collapselab.plot.Role;
import java.util.List;
import java.util.Optional;

/** What the pictures show of the real data, in the data's own unit. */
final class RealityPictures {
    /** Axes reach this many real standard deviations from the real mean. */
    private static final double REACH = 4;

    /** At most this many of the user's points are shown. */
    private static final int MOST_POINTS = 1_000;

    /** Cells of a density's field along an axis. */
    private static final int CELLS = 64;

    private static final int DENSITY_POINTS = 241;
    private static final int ELLIPSE_POINTS = 97;

    private final Reality reality;
    private final RealData data;

    RealityPictures(Reality reality, RealData data) {
        this.reality = reality;
        this.data = data;
    }

    /** The range of an axis; one that all points agree on is as wide as the others are on average. */
    Axis axis(int axis, String label) {
        double deviation = reality.deviation(axis);
        double half = REACH * reality.length() * (deviation > 0 ? deviation : 1);
        String name = reality.table().map(table -> table.names().get(axis)).orElse(label);
        return Axis.linear(name, reality.centre(axis) - half, reality.centre(axis) + half);
    }

    /** The real density for d = 1: the normal one, the two peaks', or of points a histogram. */
    Curve density(Axis axis) {
        Doubles x = Doubles.spaced(axis.min(), axis.max(), DENSITY_POINTS);
        return switch (data) {
            case NORMAL -> real(x, x.map(Reality::density));
            case TWO_PEAKS -> real(x, x.map(Reality::twoPeaksDensity));
            case CSV, DRAWN -> histogram(reality.table().orElseThrow(), axis);
        };
    }

    private static Curve real(Doubles x, Doubles y) {
        return new Curve("real", Role.REAL, Stroke.FILLED, x, y);
    }

    /** Bars as one line: the Rice rule's twice the cube root of n over the four deviations where most points are. */
    private static Curve histogram(PointTable table, Axis axis) {
        int bins = (int) Math.max(16, Math.min(CELLS, Math.ceil(4 * Math.cbrt(table.size()))));
        double width = (axis.max() - axis.min()) / bins;
        double[] density = new double[bins];
        for (int p = 0; p < table.size(); p++) {
            double bin = (table.get(p, 0) - axis.min()) / width;
            if (bin >= 0 && bin < bins) {
                density[(int) bin] += 1 / (table.size() * width);
            }
        }
        return real(
                Doubles.generate(2 * bins, i -> axis.min() + Math.floorDiv(i + 1, 2) * width),
                Doubles.generate(2 * bins, i -> density[i / 2]));
    }

    /** The two peaks' density over a plane, as a tint. */
    Optional<Field> field(Axis x, Axis y) {
        if (data != RealData.TWO_PEAKS) {
            return Optional.empty();
        }
        double peak = Reality.twoPeaksDensity(2) * Reality.density(0);
        return Optional.of(new Field(
                Role.REAL,
                CELLS,
                CELLS,
                Doubles.generate(
                        CELLS * CELLS,
                        i -> Reality.twoPeaksDensity(cell(x, i % CELLS))
                                * Reality.density(cell(y, i / CELLS))
                                / peak)));
    }

    private static double cell(Axis axis, int index) {
        return axis.min() + (index + 0.5) / CELLS * (axis.max() - axis.min());
    }

    /** The user's points, evenly chosen ones if there are many. */
    List<Cloud> points() {
        return reality.table()
                .map(table -> {
                    int count = Math.min(MOST_POINTS, table.size());
                    return List.of(new Cloud(Role.REAL, some(table, count, 0), some(table, count, 1)));
                })
                .orElse(List.of());
    }

    private static Doubles some(PointTable table, int count, int axis) {
        return Doubles.generate(count, i -> table.get((int) ((long) i * table.size() / count), axis));
    }

    /** The line of equal Mahalanobis distance from the real mean. */
    Curve ellipse(Stroke stroke, double radius) {
        return ellipse(
                Role.REAL,
                stroke,
                Doubles.of(0, 0),
                Doubles.of(reality.factor(0, 0), reality.factor(1, 0), reality.factor(1, 1)),
                radius);
    }

    /** The line of equal density of a fitted model; its mean and factor are in the reality's coordinates. */
    Curve ellipse(Role role, Stroke stroke, Doubles mean, Doubles factor, double radius) {
        Doubles angle = Doubles.spaced(0, 2 * Math.PI, ELLIPSE_POINTS);
        Doubles x = angle.map(a -> place(0, mean.get(0) + radius * factor.get(0) * Math.cos(a)));
        Doubles y = angle.map(
                a -> place(1, mean.get(1) + radius * (factor.get(1) * Math.cos(a) + factor.get(2) * Math.sin(a))));
        return new Curve("", role, stroke, x, y);
    }

    /** Where a coordinate lies in the data's own unit. */
    double place(int axis, double coordinate) {
        return reality.centre(axis) + reality.length() * coordinate;
    }

    /** Whether a unit is the same on all axes; a file's columns may measure different things. */
    boolean equalScales() {
        return data != RealData.CSV;
    }
}
