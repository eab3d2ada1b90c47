package collapselab.catalog.mixture;

import collapselab.experiment.Rounded;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.kernel.mixture.Mixture;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Doubles;
import collapselab.plot.Field;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws one generation, the pictured chain before all others: its points by component and its density, and ellipses. */
final class MixturePictures {
    private static final int COLUMNS = 96;
    private static final int ROWS = 72;
    private static final int ELLIPSE_POINTS = 97;

    /** How large a ring around a collapsed component is, in widths of the picture. */
    private static final double RING = 0.035;

    /** A component is collapsed whose narrower side is less than this part of the ring's radius. */
    private static final double THIN = 0.25;

    private final MixtureParameters parameters;
    private final Role role;
    private final String regime;
    private final Scene<MixtureSnapshot> scene;
    private final Mixture first;
    private final MixtureSnapshot shown;
    private final double[] range;

    private MixturePictures(Setting<MixtureParameters> setting, Scene<MixtureSnapshot> scene, double[] range) {
        parameters = setting.parameters();
        role = setting.regime().role();
        regime = setting.regime().label();
        this.scene = scene;
        first = scene.first().mixture();
        shown = scene.shown();
        this.range = range;
    }

    /**
     * The picture.
     *
     * @param range (4) what the axes show: least x, largest x, least y, largest y
     */
    static List<Plot> of(Setting<MixtureParameters> setting, Scene<MixtureSnapshot> scene, double[] range) {
        return List.of(new MixturePictures(setting, scene, range).plane());
    }

    private Scatter plane() {
        List<Curve> outlines = new ArrayList<>();
        ellipses(first, Role.REAL, Stroke.FILLED, Stroke.THIN, outlines);
        others(outlines);
        ellipses(shown.mixture(), role, Stroke.THIN, Stroke.STRONG, outlines);
        collapsed(outlines);
        if (!scene.name().isEmpty()) {
            outlines.set(outlines.size() - 1, outlines.get(outlines.size() - 1).named(scene.name()));
        }
        return new Scatter(
                floor(),
                describe(),
                Axis.linear("x", range[0], range[1]),
                Axis.linear("y", range[2], range[3]),
                clouds(),
                outlines,
                Optional.of(density()),
                true);
    }

    /** The points by the component that most likely made them. */
    private List<Cloud> clouds() {
        int components = parameters.components();
        int[] made = shown.mixture().predict(shown.x().toArray(), shown.y().toArray());
        List<Cloud> clouds = new ArrayList<>();
        for (int k = 0; k < components; k++) {
            int component = k;
            int[] its = IntStream.range(0, made.length)
                    .filter(i -> made[i] == component)
                    .toArray();
            clouds.add(new Cloud(
                    role,
                    Doubles.generate(its.length, i -> shown.x().get(its[i])),
                    Doubles.generate(its.length, i -> shown.y().get(its[i])),
                    components == 1 ? Double.NaN : (double) k / (components - 1)));
        }
        return clouds;
    }

    /** The density, averaged over about a cell so that a dot is seen, in units of generation 0's highest. */
    private Field density() {
        double width = (range[1] - range[0]) / COLUMNS;
        double height = (range[3] - range[2]) / ROWS;
        double[] x = new double[COLUMNS * ROWS];
        double[] y = new double[COLUMNS * ROWS];
        for (int i = 0; i < x.length; i++) {
            int row = i / COLUMNS;
            x[i] = range[0] + (i % COLUMNS + 0.5) * width;
            y[i] = range[2] + (row + 0.5) * height;
        }
        double top = 0;
        for (double value : blurred(first, width, height).density(x, y)) {
            top = Math.max(top, value);
        }
        double[] density = blurred(shown.mixture(), width, height).density(x, y);
        double scale = top > 0 ? 1 / top : 0;
        return new Field(role, COLUMNS, ROWS, Doubles.generate(x.length, i -> Math.min(1, scale * density[i])));
    }

    private static Mixture blurred(Mixture mixture, double width, double height) {
        return mixture.blurred(width * width / 4, height * height / 4);
    }

    private static void ellipses(Mixture mixture, Role role, Stroke inner, Stroke outer, List<Curve> to) {
        for (int k = 0; k < mixture.components(); k++) {
            if (mixture.weight(k) >= MixtureLearner.SEEN) {
                boolean alive = mixture.weight(k) >= MixtureLearner.ALIVE;
                to.add(ellipse(mixture, k, role, alive ? inner : Stroke.FAINT, 1));
                to.add(ellipse(mixture, k, role, alive ? outer : Stroke.FAINT, 2));
            }
        }
    }

    /** Rings around components that are hardly seen any more: so thin that they are lines or dots, or without weight. */
    private void collapsed(List<Curve> to) {
        Mixture mixture = shown.mixture();
        double room = RING * (range[1] - range[0]);
        for (int k = 0; k < mixture.components(); k++) {
            double[] factor = mixture.factor(k);
            boolean thin = 2 * Math.min(Math.abs(factor[0]), Math.abs(factor[2])) < THIN * room;
            if (thin || mixture.weight(k) < MixtureLearner.ALIVE) {
                double[] ring = {room, 0, room};
                Curve around = ellipse(mixture.meanX(k), mixture.meanY(k), ring, Role.NEUTRAL, Stroke.THIN, 1);
                to.add(0, around.named("collapsed"));
            }
        }
    }

    /** The components of all chains that have some weight. */
    private void others(List<Curve> to) {
        for (int c = 0; c < scene.chains(); c++) {
            for (int k = 0; k < parameters.components(); k++) {
                if (scene.outline(6 * k, c) >= MixtureLearner.ALIVE) {
                    double[] factor = {
                        scene.outline(6 * k + 3, c), scene.outline(6 * k + 4, c), scene.outline(6 * k + 5, c)
                    };
                    to.add(ellipse(
                            scene.outline(6 * k + 1, c), scene.outline(6 * k + 2, c), factor, role, Stroke.CHAIN, 2));
                }
            }
        }
    }

    private static Curve ellipse(Mixture mixture, int k, Role role, Stroke stroke, double radius) {
        return ellipse(mixture.meanX(k), mixture.meanY(k), mixture.factor(k), role, stroke, radius);
    }

    private static Curve ellipse(double meanX, double meanY, double[] factor, Role role, Stroke stroke, double radius) {
        Doubles angle = Doubles.spaced(0, 2 * Math.PI, ELLIPSE_POINTS);
        Doubles x = angle.map(a -> meanX + radius * factor[0] * Math.cos(a));
        Doubles y = angle.map(a -> meanY + radius * (factor[1] * Math.cos(a) + factor[2] * Math.sin(a)));
        return new Curve("", role, stroke, x, y);
    }

    /** Which components the floor keeps from becoming thinner; empty for none. */
    private String floor() {
        List<String> names = IntStream.range(0, parameters.components())
                .filter(k -> MixtureLearner.floored(shown.mixture(), k, parameters))
                .mapToObj(k -> Integer.toString(k + 1))
                .toList();
        return names.isEmpty()
                ? ""
                : "floor active: component" + (names.size() == 1 ? " " : "s ") + String.join(", ", names);
    }

    private String describe() {
        Mixture mixture = shown.mixture();
        String components = IntStream.range(0, mixture.components())
                .mapToObj(k -> Rounded.said(100 * mixture.weight(k), 3) + " % around ("
                        + Rounded.said(mixture.meanX(k), 3) + ", "
                        + Rounded.said(mixture.meanY(k), 3) + ") with deviations "
                        + Rounded.said(Math.sqrt(Math.max(0, mixture.varianceX(k))), 3) + " and "
                        + Rounded.said(Math.sqrt(Math.max(0, mixture.varianceY(k))), 3))
                .collect(Collectors.joining("; "));
        String floor = floor();
        return regime + ", generation " + shown.generation() + ": " + components
                + (floor.isEmpty() ? "" : "; " + floor);
    }
}
