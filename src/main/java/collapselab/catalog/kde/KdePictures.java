package collapselab.catalog.kde;

import collapselab.experiment.Rounded;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.kernel.stats.KernelDensity;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Field;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws one generation, the pictured chain before all others: densities with its rug for d = 1, its points over their density else. */
final class KdePictures {
    /** Axes reach this many standard deviations, of the real data and as theory has the blob grow. */
    private static final double REACH = 3;

    /** Axes grow in steps of this factor, so that they stand still most of the time. */
    private static final double STEP = 1.25;

    private static final int DENSITY_POINTS = 401;
    private static final int OUTLINE_POINTS = 81;
    private static final int ELLIPSE_POINTS = 73;
    private static final int CELLS = 80;

    /** Parts of a population lighter than this cannot be seen. */
    private static final double LIGHT = 1e-4;

    private final Setting<KdeParameters> setting;
    private final RealData real;
    private final Scene<KdeSnapshot> scene;
    private final KdeSnapshot shown;
    private final Role role;

    private KdePictures(Setting<KdeParameters> setting, RealData real, Scene<KdeSnapshot> scene) {
        this.setting = setting;
        this.real = real;
        this.scene = scene;
        shown = scene.shown();
        role = setting.regime().role();
    }

    static List<Plot> of(Setting<KdeParameters> setting, RealData real, Scene<KdeSnapshot> scene) {
        KdePictures pictures = new KdePictures(setting, real, scene);
        return List.of(real.dimension() == 1 ? pictures.line() : pictures.plane());
    }

    private String describe() {
        return setting.regime().label() + ", generation " + shown.generation() + ": a kernel of width "
                + Rounded.said(shown.bandwidth()) + " on each of "
                + (setting.parameters().infinite() ? "infinitely many" : Integer.toString(shown.size()))
                + " points; negative log-likelihood of real points " + Rounded.said(shown.nll()) + " nats";
    }

    /** Half the width of the axes: as far as the real data and the blob of theory reach at this generation. */
    private double reach() {
        int d = real.dimension();
        double most = 0;
        for (int a = 0; a < d; a++) {
            most = Math.max(most, real.variance(a));
        }
        double axis = real.variance() / d;
        KdeMoments moments = new KdeMoments(setting, d, real.variance());
        double start = REACH * Math.sqrt(most + (moments.total(0) - 1) * axis);
        double now = REACH * Math.sqrt(most + (moments.total(shown.generation()) - 1) * axis);
        return start * Math.pow(STEP, Math.max(0, Math.ceil(Math.log(now / start) / Math.log(STEP) - 1e-9)));
    }

    private Curves line() {
        double reach = reach();
        double middle = real.mean(0);
        double top = 0.56 / Math.sqrt(real.variance());
        Doubles x = Doubles.spaced(middle - reach, middle + reach, DENSITY_POINTS);
        double width = real.noise() > 0 ? 0 : shown.bandwidth() * shown.bandwidth();
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve(
                width > 0 ? "real, smoothed" : "real", Role.REAL, Stroke.FILLED, x, exponentials(realLogs(x, width))));
        Doubles coarse = Doubles.spaced(middle - reach, middle + reach, OUTLINE_POINTS);
        for (int c = 0; c < scene.chains(); c++) {
            int chain = c;
            Doubles quantiles = Doubles.generate(scene.outlines().size(), q -> scene.outline(q, chain));
            curves.add(new Curve("", role, Stroke.CHAIN, coarse, kernels(quantiles, coarse, shown.bandwidth())));
        }
        for (KdeSnapshot past : scene.trail()) {
            curves.add(new Curve("", role, Stroke.PAST, x, density(past, x)));
        }
        curves.add(new Curve(scene.name(), role, Stroke.STRONG, x, density(shown, x)));
        return new Curves(
                "",
                describe(),
                Axis.linear(real.name(0), middle - reach, middle + reach),
                Axis.linear("", 0, top),
                List.of(),
                curves,
                setting.parameters().infinite() ? Doubles.of() : shown.training(),
                role);
    }

    private double[] realLogs(Doubles x, double added) {
        return real.logDensities(new double[][] {x.toArray()}, added);
    }

    private static Doubles exponentials(double[] logs) {
        return Doubles.of(logs).map(Math::exp);
    }

    private Doubles density(KdeSnapshot snapshot, Doubles x) {
        double h = snapshot.bandwidth();
        if (!setting.parameters().infinite()) {
            return kernels(snapshot.training(), x, h);
        }
        double[] sum = new double[x.size()];
        for (int j = 0; j < snapshot.training().size(); j++) {
            double weight = snapshot.training().get(j);
            if (weight > LIGHT) {
                double[] logs = realLogs(x, (j + 1) * h * h);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * Math.exp(logs[i]);
                }
            }
        }
        return Doubles.of(sum);
    }

    /** The density of kernels of a width on points, at places. */
    private static Doubles kernels(Doubles points, Doubles x, double width) {
        KernelDensity estimate = new KernelDensity(new double[][] {x.toArray()}, width);
        estimate.add(points.toArray(), 0, points.size());
        return Doubles.generate(x.size(), i -> Math.exp(estimate.logDensity(i)));
    }

    /** Where most of each chain's density lies: two deviations around its mean. */
    private List<Curve> ellipses() {
        List<Curve> ellipses = new ArrayList<>();
        double kernel = shown.bandwidth() * shown.bandwidth();
        Doubles angle = Doubles.spaced(0, 2 * Math.PI, ELLIPSE_POINTS);
        for (int c = 0; c < scene.chains(); c++) {
            int chain = c;
            double a = scene.outline(2, c);
            double b = scene.outline(3, c);
            double d = scene.outline(4, c);
            // The kernels add their own variance on both axes.
            double first = Math.sqrt(a * a + kernel);
            double skew = a * b / first;
            double second = Math.sqrt(b * b + d * d + kernel - skew * skew);
            ellipses.add(new Curve(
                    "",
                    role,
                    Stroke.CHAIN,
                    angle.map(t -> scene.outline(0, chain) + 2 * first * Math.cos(t)),
                    angle.map(t -> scene.outline(1, chain) + 2 * (skew * Math.cos(t) + second * Math.sin(t)))));
        }
        return ellipses;
    }

    private Scatter plane() {
        int d = real.dimension();
        int across = d - 1; // x and y, or x and z
        double reach = reach();
        double left = real.mean(0) - reach;
        double bottom = real.mean(across) - reach;
        PlaneDensity density = new PlaneDensity(CELLS, left, bottom, 2 * reach);
        double[] points = shown.training().toArray();
        List<Cloud> clouds = new ArrayList<>();
        if (setting.parameters().infinite()) {
            population(density, across);
        } else {
            Doubles x = Doubles.generate(points.length / d, i -> points[i * d]);
            Doubles y = Doubles.generate(points.length / d, i -> points[i * d + across]);
            clouds.add(new Cloud(role, x, y));
            for (int i = 0; i < x.size(); i++) {
                density.put(x.get(i), y.get(i), 1);
            }
            density.smooth(shown.bandwidth(), 1);
        }
        // On top: what the blob grows over is what it has forgotten.
        double[][] reference = Yardstick.places(real, shown.seed());
        clouds.add(new Cloud(Role.REAL, Doubles.of(reference[0]), Doubles.of(reference[across])));
        return new Scatter(
                d == 2 ? "" : real.name(0) + " and " + real.name(across) + " of 3 axes",
                describe(),
                Axis.linear(real.name(0), left, left + 2 * reach),
                Axis.linear(real.name(across), bottom, bottom + 2 * reach),
                clouds,
                ellipses(),
                Optional.of(new Field(role, CELLS, CELLS, density.tints())),
                true);
    }

    private void population(PlaneDensity density, int across) {
        int d = real.dimension();
        double[] nodes = real.mixture().orElseThrow();
        for (int at = 0; at < nodes.length; at += d + 1) {
            density.put(nodes[at], nodes[at + across], nodes[at + d]);
        }
        double h = shown.bandwidth();
        for (int j = 0; j < shown.training().size(); j++) {
            if (shown.training().get(j) > LIGHT) {
                density.smooth(
                        Math.sqrt(real.noise() * real.noise() + (j + 1) * h * h),
                        shown.training().get(j));
            }
        }
    }
}
