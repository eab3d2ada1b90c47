package collapselab.catalog.gaussian;

import collapselab.experiment.Rounded;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws one generation, the pictured chain before all others: densities with its rug for d = 1, ellipses with its points else. */
final class GaussianPictures {
    /** The density axis reaches this far, over the real deviation: three times a normal density's peak. */
    private static final double TOP = 1.2;

    private static final int DENSITY_POINTS = 241;
    private static final int OUTLINE_POINTS = 81;

    private final Setting<GaussianParameters> setting;
    private final Reality reality;
    private final RealityPictures real;
    private final Scene<GaussianSnapshot> scene;
    private final GaussianSnapshot shown;
    private final Role role;

    private GaussianPictures(Setting<GaussianParameters> setting, Reality reality, Scene<GaussianSnapshot> scene) {
        this.setting = setting;
        this.reality = reality;
        real = new RealityPictures(reality, setting.parameters().data());
        this.scene = scene;
        shown = scene.shown();
        role = setting.regime().role();
    }

    static List<Plot> of(Setting<GaussianParameters> setting, Reality reality, Scene<GaussianSnapshot> scene) {
        GaussianPictures pictures = new GaussianPictures(setting, reality, scene);
        return List.of(reality.dimension() == 1 ? pictures.density() : pictures.plane());
    }

    private String describe() {
        double length = reality.length();
        return setting.regime().label() + ", generation " + shown.generation() + ": fitted mean "
                + Rounded.said(real.place(0, shown.mean().get(0)), 3) + ", standard deviation "
                + Rounded.said(length * shown.factor().get(0), 3) + " (real: " + Rounded.said(reality.centre(0), 3)
                + " and "
                + Rounded.said(length * reality.deviation(0), 3) + ")";
    }

    private Curves density() {
        Axis axis = real.axis(0, "");
        List<Curve> curves = new ArrayList<>();
        curves.add(real.density(axis));
        for (int c = 0; c < scene.chains(); c++) {
            curves.add(bell("", Stroke.CHAIN, scene.outline(0, c), scene.outline(1, c), OUTLINE_POINTS, axis));
        }
        for (GaussianSnapshot past : scene.trail()) {
            curves.add(bell("", Stroke.PAST, past, axis));
        }
        curves.add(bell(scene.name(), Stroke.STRONG, shown, axis));
        return new Curves(
                "",
                describe(),
                axis,
                Axis.linear("", 0, TOP / reality.length()),
                List.of(),
                curves,
                Doubles.of(points()[0]),
                role);
    }

    private Curve bell(String name, Stroke stroke, GaussianSnapshot model, Axis axis) {
        return bell(name, stroke, model.mean().get(0), model.factor().get(0), DENSITY_POINTS, axis);
    }

    private Curve bell(String name, Stroke stroke, double centre, double spread, int points, Axis axis) {
        double mean = real.place(0, centre);
        double deviation = reality.length() * spread;
        boolean wide = deviation > 2 * (axis.max() - axis.min()) / points;
        Doubles x = wide ? Doubles.spaced(axis.min(), axis.max(), points) : spike(mean, deviation, axis);
        double s = Math.max(deviation, 1e-12 * reality.length());
        return new Curve(name, role, stroke, x, x.map(v -> Reality.density((v - mean) / s) / s));
    }

    /** Places that a needle-thin density is drawn at: a grid over the whole axis would miss it. */
    private Doubles spike(double mean, double deviation, Axis axis) {
        double s = Math.max(deviation, 1e-4 * reality.length());
        return Doubles.generate(101, i -> i == 0 ? axis.min() : i == 100 ? axis.max() : mean + (i - 50) * s / 10);
    }

    private Scatter plane() {
        List<Curve> outlines = new ArrayList<>();
        // Tint and points say more of other real data than an ellipse's area would.
        outlines.add(real.ellipse(reality.standard() ? Stroke.FILLED : Stroke.THIN, 1));
        outlines.add(real.ellipse(Stroke.THIN, 2));
        for (int c = 0; c < scene.chains(); c++) {
            Doubles mean = Doubles.of(scene.outline(0, c), scene.outline(1, c));
            Doubles factor = Doubles.of(scene.outline(2, c), scene.outline(3, c), scene.outline(4, c));
            outlines.add(real.ellipse(role, Stroke.CHAIN, mean, factor, 2));
        }
        for (GaussianSnapshot past : scene.trail()) {
            outlines.add(real.ellipse(role, Stroke.PAST, past.mean(), past.factor(), 2));
        }
        outlines.add(real.ellipse(role, Stroke.THIN, shown.mean(), shown.factor(), 1));
        outlines.add(real.ellipse(role, Stroke.STRONG, shown.mean(), shown.factor(), 2)
                .named(scene.name()));
        double[][] points = points();
        int d = reality.dimension();
        String of = d == 2 ? "" : " of " + d;
        Axis x = real.axis(0, "axis 1" + of);
        Axis y = real.axis(1, "axis 2" + of);
        List<Cloud> clouds = new ArrayList<>(real.points());
        clouds.add(new Cloud(role, Doubles.of(points[0]), Doubles.of(points[1])));
        return new Scatter(
                d == 2 ? "" : "first two of " + d + " axes",
                describe(),
                x,
                y,
                clouds,
                outlines,
                real.field(x, y),
                real.equalScales());
    }

    /** The training set's points (2, count), in the data's own unit. */
    private double[][] points() {
        double[][] points = shown.points().map(GaussianPictures::unpacked).orElseGet(this::conditional);
        for (int axis = 0; axis < Math.min(2, reality.dimension()); axis++) {
            int index = axis;
            points[axis] =
                    Arrays.stream(points[axis]).map(x -> real.place(index, x)).toArray();
        }
        return points;
    }

    private static double[][] unpacked(Doubles flat) {
        double[] all = flat.toArray();
        int count = all.length / 2;
        return new double[][] {Arrays.copyOf(all, count), Arrays.copyOfRange(all, count, 2 * count)};
    }

    /**
     * Points drawn from the normal law given their mean and covariance (Basu 1955: independent of the standardised
     * residuals): normals, centred and made orthonormal, then given the fitted factor.
     */
    private double[][] conditional() {
        int count = Math.min(shown.size(), GaussianSnapshot.points(setting, shown.generation()));
        int axes = Math.min(2, reality.dimension());
        var gaussian = ZigguratSampler.NormalizedGaussian.of(
                new Randomness(shown.seed()).stream(shown.generation(), Purpose.PICTURE));
        double[][] q = new double[axes][count];
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < axes; i++) {
                q[i][p] = gaussian.sample();
            }
        }
        for (int i = 0; i < axes; i++) {
            centre(q[i]);
            for (int j = 0; j < i; j++) {
                double along = dot(q[i], q[j]);
                for (int p = 0; p < count; p++) {
                    q[i][p] -= along * q[j][p];
                }
            }
            double norm = Math.sqrt(dot(q[i], q[i]));
            for (int p = 0; p < count; p++) {
                q[i][p] = i < count - 1 ? q[i][p] / norm : 0;
            }
        }
        double scale = Math.sqrt(setting.parameters().estimator().divisor(count));
        double[][] points = new double[2][count];
        for (int p = 0; p < count; p++) {
            points[0][p] = shown.mean().get(0) + scale * shown.factor().get(0) * q[0][p];
            points[1][p] = axes < 2
                    ? 0
                    : shown.mean().get(1)
                            + scale
                                    * (shown.factor().get(1) * q[0][p]
                                            + shown.factor().get(2) * q[1][p]);
        }
        return points;
    }

    private static void centre(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= sum / values.length;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
