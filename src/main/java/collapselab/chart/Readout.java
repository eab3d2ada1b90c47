package collapselab.chart;

import collapselab.plot.Band;
import collapselab.plot.Bars;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a drawing says where somebody points at it. All pixels are those that it was drawn on. */
public final class Readout {
    /** How far from a point or a line one may point, in heights of the base text. */
    private static final double NEAR = 0.8;

    /** A drawing that says nothing. */
    public static final Readout NONE = new Readout();

    /**
     * A value of a curve, a band, a bar or a point.
     *
     * @param says what it is; may be empty
     * @param role what it stands for
     * @param at its value across, in the horizontal axis' unit
     * @param low its value, or a band's lower edge
     * @param high the same value, or a band's upper edge
     * @param y its pixel, or that of a band's middle
     */
    public record Value(String says, Role role, double at, double low, double high, double y) {
        /** Whether it is a band's. */
        public boolean band() {
            return low != high;
        }
    }

    /**
     * What is found at a place.
     *
     * @param at where, in the horizontal axis' unit
     * @param x the same in pixels
     * @param values what there is, in the order of the drawing
     * @param nearest the one that is pointed at, if any
     */
    public record Found(double at, double x, List<Value> values, Optional<Value> nearest) {
        public Found {
            values = List.copyOf(values);
        }
    }

    /**
     * A name that stands at the end of a line.
     *
     * @param name the name
     * @param says what the line is
     * @param color what it is written in
     * @param x its left end in pixels
     * @param y its middle in pixels
     */
    public record Label(String name, String says, Color color, double x, double y) {}

    private final Optional<Plot> plot;
    private final Optional<Frame> frame;
    private final List<Label> labels;
    private final double near;

    private Readout() {
        plot = Optional.empty();
        frame = Optional.empty();
        labels = List.of();
        near = 0;
    }

    Readout(Plot plot, Frame frame, List<Label> labels, Style style) {
        this.plot = Optional.of(plot);
        this.frame = Optional.of(frame);
        this.labels = List.copyOf(labels);
        near = NEAR * style.textSize();
    }

    /** Where the data lie. */
    public Rectangle2D data() {
        return frame.map(Frame::data).orElseGet(Rectangle2D.Double::new);
    }

    /** Whether single points are read, which have no hairline. */
    public boolean points() {
        return plot.filter(Scatter.class::isInstance).isPresent();
    }

    /** Where the numbers of the horizontal axis begin, under the data. */
    public double below() {
        return frame.map(Frame::below).orElse(0.0);
    }

    /** Where the range of the horizontal axis lies, as high as the data. */
    public Rectangle2D axis() {
        return frame.map(f -> {
                    double left = f.x().start();
                    Rectangle2D data = f.data();
                    return new Rectangle2D.Double(left, data.getY(), f.x().end() - left, data.getHeight());
                })
                .orElseGet(Rectangle2D.Double::new);
    }

    /** The names at the ends of lines, as they are placed. */
    public List<Label> labels() {
        return labels;
    }

    /** What a pixel points at; empty outside the data, and where there is nothing to read. */
    public Optional<Found> at(double x, double y) {
        if (frame.isEmpty() || !data().contains(x, y)) {
            return Optional.empty();
        }
        Frame on = frame.get();
        if (plot.orElseThrow() instanceof Curves curves) {
            return Optional.of(curves(curves, on, x, y));
        } else if (plot.get() instanceof Scatter scatter) {
            return point(scatter, on, x, y);
        } else if (plot.get() instanceof Bars bars) {
            return bar(bars, on, x);
        }
        return Optional.empty();
    }

    // ---- curves

    private Found curves(Curves curves, Frame on, double x, double y) {
        double at = on.x().valueAt(x);
        if (curves.x().whole()) {
            at = measured(curves, Math.max(curves.x().min(), Math.min(curves.x().max(), Math.rint(at))));
        }
        List<Value> values = new ArrayList<>();
        for (Band band : curves.bands()) {
            double low = interpolated(band.x(), band.low(), at);
            double high = interpolated(band.x(), band.high(), at);
            add(values, band.says(), band.role(), at, low, high, on);
        }
        for (Curve curve : curves.curves()) {
            double value = interpolated(curve.x(), curve.y(), at);
            if (!curve.says().isEmpty() || curve.stroke() == Curve.Stroke.STRONG) {
                add(values, curve.says(), curve.role(), at, value, value, on);
            }
        }
        return new Found(at, on.x().at(at), values, nearest(values, on, y));
    }

    private static void add(List<Value> to, String says, Role role, double at, double low, double high, Frame on) {
        if (!Double.isNaN(low + high)) {
            to.add(new Value(says, role, at, low, high, (on.y().at(low) + on.y().at(high)) / 2));
        }
    }

    /** The nearest place that a bold curve has a value at: of long runs not every generation is measured. */
    private static double measured(Curves curves, double at) {
        return curves.curves().stream()
                .filter(curve -> curve.stroke() == Curve.Stroke.STRONG)
                .flatMap(curve -> IntStream.range(0, curve.x().size()).mapToObj(curve.x()::get))
                .min(Comparator.comparingDouble(each -> Math.abs(each - at)))
                .orElse(at);
    }

    /** The value of a line at a place; NaN beyond its ends. */
    private static double interpolated(Doubles x, Doubles y, double at) {
        for (int i = 0; i < x.size(); i++) {
            if (x.get(i) == at) {
                return y.get(i);
            }
            if (x.get(i) > at) {
                if (i == 0) {
                    return Double.NaN;
                }
                double share = (at - x.get(i - 1)) / (x.get(i) - x.get(i - 1));
                return y.get(i - 1) + share * (y.get(i) - y.get(i - 1));
            }
        }
        return Double.NaN;
    }

    /** The line next to a pixel, else the band that it is in. */
    private Optional<Value> nearest(List<Value> values, Frame on, double y) {
        Optional<Value> line = values.stream()
                .filter(value -> !value.band() && Math.abs(value.y() - y) < near)
                .min(Comparator.comparingDouble(value -> Math.abs(value.y() - y)));
        double pointed = on.y().valueAt(y);
        return line.or(() -> values.stream()
                .filter(value -> value.band() && value.low() <= pointed && pointed <= value.high())
                .min(Comparator.comparingDouble(value -> value.high() - value.low())));
    }

    // ---- points and bars

    private Optional<Found> point(Scatter scatter, Frame on, double x, double y) {
        double best = near;
        Found found = null;
        for (Cloud cloud : scatter.clouds()) {
            for (int i = 0; i < cloud.x().size(); i++) {
                double across = on.x().at(cloud.x().get(i));
                double down = on.y().at(cloud.y().get(i));
                double distance = Math.hypot(across - x, down - y);
                if (distance < best) {
                    best = distance;
                    double at = cloud.x().get(i);
                    double value = cloud.y().get(i);
                    Value point = new Value("", cloud.role(), at, value, value, down);
                    found = new Found(at, across, List.of(point), Optional.of(point));
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<Found> bar(Bars bars, Frame on, double x) {
        int index = (int) Math.rint(on.x().valueAt(x)) - 1;
        if (index < 0 || index >= bars.values().size()) {
            return Optional.empty();
        }
        double value = bars.values().get(index);
        double middle = index + 1;
        List<Value> values = new ArrayList<>();
        Value bar = new Value(
                bars.categories().get(index),
                bars.role(),
                middle,
                value,
                value,
                on.y().at(value));
        values.add(bar);
        if (index < bars.reference().size()) {
            double real = bars.reference().get(index);
            values.add(new Value("real", Role.REAL, middle, real, real, on.y().at(real)));
        }
        return Optional.of(new Found(middle, on.x().at(middle), values, Optional.of(bar)));
    }
}
