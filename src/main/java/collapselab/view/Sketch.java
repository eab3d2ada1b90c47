package collapselab.view;

import collapselab.chart.Plane;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Points that are being drawn by hand, and the axes they are drawn on. */
final class Sketch {
    /** As many as a run can be fitted to in a moment; a hand needs minutes for them. */
    private static final int MOST = 5_000;

    /** Points that one touch of the brush leaves. */
    private static final int GRAINS = 5;

    private static final Axis X = Axis.linear("x", -4, 4);
    private static final Axis Y = Axis.linear("y", -4, 4);

    /** Where on the brush a grain lies. Of no run: what was drawn is kept as it is, in a file. */
    private final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);

    private final ZigguratSampler.NormalizedGaussian jitter = ZigguratSampler.NormalizedGaussian.of(random);
    private final List<Point2D.Double> points = new ArrayList<>();
    private Optional<Scatter> ground = Optional.empty();
    private int version;
    private String refusal = "";

    /** Begins with these points. */
    Sketch(List<Point2D.Double> points) {
        this.points.addAll(points.subList(0, Math.min(MOST, points.size())));
    }

    /** Takes the axes of a picture that is on screen, if they are linear; once. */
    void on(Optional<Scatter> picture) {
        if (ground.isEmpty()) {
            Optional<Scatter> plain =
                    picture.filter(on -> !on.x().log() && !on.y().log());
            Axis x = plain.map(Scatter::x).orElse(X);
            Axis y = plain.map(Scatter::y).orElse(Y);
            boolean equal = plain.map(Scatter::equalScales).orElse(true);
            ground = Optional.of(new Scatter("", "", x, y, List.of(), List.of(), Optional.empty(), equal));
        }
    }

    /**
     * Leaves points under the brush.
     *
     * @param plane what the pixels mean
     * @param radius of the brush, in pixels
     */
    void spray(Plane plane, double x, double y, double radius) {
        for (int grain = 0; grain < GRAINS && points.size() < MOST; grain++) {
            double across = x + radius / 2 * jitter.sample();
            double down = y + radius / 2 * jitter.sample();
            if (plane.holds(across, down)) {
                points.add(plane.valueAt(across, down));
            }
        }
        changed();
    }

    /** Removes the points under the brush. */
    void erase(Plane plane, double x, double y, double radius) {
        points.removeIf(point -> plane.pixelOf(point.x, point.y).distance(x, y) < radius);
        changed();
    }

    void clear() {
        points.clear();
        changed();
    }

    private void changed() {
        version++;
        refusal = "";
    }

    int size() {
        return points.size();
    }

    /** Another number whenever something was drawn. */
    int version() {
        return version;
    }

    /** Why it was not taken; empty if nothing is wrong. */
    String refusal() {
        return refusal;
    }

    void refuse(String sentence) {
        refusal = sentence;
    }

    /** Whether there are two points that differ, so that there is something to learn. */
    boolean spreads() {
        return points.stream().distinct().limit(2).count() == 2;
    }

    Doubles x() {
        return Doubles.generate(points.size(), i -> points.get(i).x);
    }

    Doubles y() {
        return Doubles.generate(points.size(), i -> points.get(i).y);
    }

    /** The points on their axes. */
    Scatter picture() {
        Scatter on = ground.orElseThrow();
        List<Cloud> clouds = List.of(new Cloud(Role.REAL, x(), y()));
        return new Scatter("", "", on.x(), on.y(), clouds, List.of(), Optional.empty(), on.equalScales());
    }
}
