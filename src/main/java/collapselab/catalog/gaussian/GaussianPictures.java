package collapselab.catalog.gaussian;

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
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws one generation of the first chain: a density with its rug for d = 1, points with ellipses else. */
final class GaussianPictures {
    /** Axes reach this many real standard deviations. */
    private static final double REACH = 4;

    /** The density axis reaches this far: three and a half times the real density's peak. */
    private static final double TOP = 1.4;

    /** How many earlier generations leave a trace. */
    private static final int TRACES = 8;

    private static final int DENSITY_POINTS = 241;
    private static final int ELLIPSE_POINTS = 97;

    private final Setting<GaussianParameters> setting;
    private final List<GaussianSnapshot> history;
    private final GaussianSnapshot shown;
    private final Role role;

    private GaussianPictures(Setting<GaussianParameters> setting, List<GaussianSnapshot> history) {
        this.setting = setting;
        this.history = history;
        shown = history.get(history.size() - 1);
        role = setting.regime().role();
    }

    static List<Plot> of(Setting<GaussianParameters> setting, List<GaussianSnapshot> history) {
        GaussianPictures pictures = new GaussianPictures(setting, history);
        return List.of(setting.parameters().dimension() == 1 ? pictures.density() : pictures.plane());
    }

    private String describe() {
        return setting.regime().label() + ", generation " + shown.generation() + ": fitted mean "
                + rounded(shown.mean().get(0)) + ", standard deviation "
                + rounded(shown.factor().get(0)) + " (real: 0 and 1)";
    }

    private Curves density() {
        List<Curve> curves = new ArrayList<>();
        curves.add(bell("real", Role.REAL, Stroke.FILLED, 0, 1));
        for (GaussianSnapshot past : traces()) {
            curves.add(bell(
                    "", role, Stroke.FAINT, past.mean().get(0), past.factor().get(0)));
        }
        curves.add(bell(
                "", role, Stroke.STRONG, shown.mean().get(0), shown.factor().get(0)));
        double[][] points = points();
        return new Curves(
                "",
                describe(),
                Axis.linear("", -REACH, REACH),
                Axis.linear("", 0, TOP),
                List.of(),
                curves,
                Doubles.of(points[0]),
                role);
    }

    private static Curve bell(String name, Role role, Stroke stroke, double mean, double deviation) {
        Doubles x = deviation > 0.02 ? Doubles.spaced(-REACH, REACH, DENSITY_POINTS) : spike(mean, deviation);
        double s = Math.max(deviation, 1e-12);
        Doubles y = x.map(v -> Math.exp(-0.5 * (v - mean) * (v - mean) / (s * s)) / (s * Math.sqrt(2 * Math.PI)));
        return new Curve(name, role, stroke, x, y);
    }

    /** Places that a needle-thin density is drawn at: a grid over the whole axis would miss it. */
    private static Doubles spike(double mean, double deviation) {
        double s = Math.max(deviation, 1e-4);
        return Doubles.generate(101, i -> i == 0 ? -REACH : i == 100 ? REACH : mean + (i - 50) * s / 10);
    }

    private Scatter plane() {
        List<Curve> outlines = new ArrayList<>();
        Doubles none = Doubles.of(0, 0);
        for (int radius = 1; radius <= 2; radius++) {
            outlines.add(
                    ellipse(Role.REAL, radius == 1 ? Stroke.FILLED : Stroke.THIN, none, Doubles.of(1, 0, 1), radius));
        }
        for (GaussianSnapshot past : traces()) {
            outlines.add(ellipse(role, Stroke.FAINT, past.mean(), past.factor(), 2));
        }
        outlines.add(ellipse(role, Stroke.THIN, shown.mean(), shown.factor(), 1));
        outlines.add(ellipse(role, Stroke.STRONG, shown.mean(), shown.factor(), 2));
        double[][] points = points();
        int d = setting.parameters().dimension();
        String of = d == 2 ? "" : " of " + d;
        return new Scatter(
                d == 2 ? "" : "first two of " + d + " axes",
                describe(),
                Axis.linear("axis 1" + of, -REACH, REACH),
                Axis.linear("axis 2" + of, -REACH, REACH),
                List.of(new Cloud(role, Doubles.of(points[0]), Doubles.of(points[1]))),
                outlines);
    }

    private static Curve ellipse(Role role, Stroke stroke, Doubles mean, Doubles factor, double radius) {
        Doubles angle = Doubles.spaced(0, 2 * Math.PI, ELLIPSE_POINTS);
        Doubles x = angle.map(a -> mean.get(0) + radius * factor.get(0) * Math.cos(a));
        Doubles y = angle.map(a -> mean.get(1) + radius * (factor.get(1) * Math.cos(a) + factor.get(2) * Math.sin(a)));
        return new Curve("", role, stroke, x, y);
    }

    /** Evenly spaced earlier generations. */
    private List<GaussianSnapshot> traces() {
        int last = history.size() - 1;
        List<GaussianSnapshot> traces = new ArrayList<>();
        for (int i = 0; i < TRACES; i++) {
            int g = Math.round((float) last * i / TRACES);
            if (g < last && (traces.isEmpty() || traces.get(traces.size() - 1).generation() < g)) {
                traces.add(history.get(g));
            }
        }
        return traces;
    }

    /** The training set's points (2, count): those held, or ones made to have exactly the statistics shown. */
    private double[][] points() {
        if (shown.points().isPresent()) {
            Doubles flat = shown.points().get();
            int count = flat.size() / 2;
            double[][] points = new double[2][count];
            for (int p = 0; p < count; p++) {
                points[0][p] = flat.get(p);
                points[1][p] = flat.get(count + p);
            }
            return points;
        }
        return conditional();
    }

    /**
     * Points drawn from the normal law given their mean and covariance (Basu 1955: independent of the standardised
     * residuals): normals, centred and made orthonormal, then given the fitted factor.
     */
    private double[][] conditional() {
        int count = Math.min(Math.min(shown.size(), setting.protocol().samples()), GaussianSnapshot.MOST_POINTS);
        int axes = Math.min(2, setting.parameters().dimension());
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

    private static String rounded(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(3))
                .toPlainString();
    }
}
