package collapselab.catalog.regression;

import collapselab.experiment.Rounded;
import collapselab.experiment.Scene;
import collapselab.experiment.Setting;
import collapselab.plot.Axis;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Draws one generation, the pictured chain before all others: its line over its points for d = 1, fitted against true coefficients else. */
final class RegressionPictures {
    /** The horizontal axis reaches this many standard deviations of the inputs. */
    private static final double REACH = 3.5;

    private final Setting<RegressionParameters> setting;
    private final Scene<RegressionSnapshot> scene;
    private final RegressionSnapshot shown;
    private final Truth truth;
    private final Role role;

    private RegressionPictures(Setting<RegressionParameters> setting, Scene<RegressionSnapshot> scene) {
        this.setting = setting;
        this.scene = scene;
        shown = scene.shown();
        truth = Truth.of(setting.parameters());
        role = setting.regime().role();
    }

    static List<Plot> of(Setting<RegressionParameters> setting, Scene<RegressionSnapshot> scene) {
        RegressionPictures pictures = new RegressionPictures(setting, scene);
        return List.of(setting.parameters().dimension() == 1 ? pictures.line() : pictures.coefficients());
    }

    private String where() {
        return setting.regime().label() + ", generation " + shown.generation();
    }

    private Scatter line() {
        double top = 1.2 * Math.min(20, REACH + 2.5 * setting.parameters().noise());
        List<Curve> lines = new ArrayList<>();
        for (int c = 0; c < scene.chains(); c++) {
            lines.add(through(role, Stroke.CHAIN, scene.outline(0, c), top));
        }
        for (RegressionSnapshot past : scene.trail()) {
            lines.add(through(role, Stroke.PAST, past.fitted().get(0), top));
        }
        lines.add(through(Role.REAL, Stroke.THIN, truth.coefficients().get(0), top));
        lines.add(through(role, Stroke.STRONG, shown.fitted().get(0), top).named(scene.name()));
        int count = shown.points().size() / 2;
        return new Scatter(
                "",
                where() + ": the fitted line rises by "
                        + Rounded.said(shown.fitted().get(0)) + ", the true one by "
                        + Rounded.said(truth.coefficients().get(0)),
                Axis.linear("input", -REACH, REACH),
                Axis.linear("label", -top, top),
                List.of(new Cloud(
                        role, Doubles.generate(count, shown.points()::get), Doubles.generate(count, p -> shown.points()
                                .get(count + p)))),
                lines,
                Optional.empty(),
                /* equalScales= */ false);
    }

    /** The line of a slope through the origin, as far as it lies in the picture. */
    private static Curve through(Role role, Stroke stroke, double slope, double top) {
        double x = Math.min(REACH, top / Math.max(Math.abs(slope), 1e-12));
        return new Curve("", role, stroke, Doubles.of(-x, x), Doubles.of(-slope * x, slope * x));
    }

    private Scatter coefficients() {
        double widest = 0;
        double error = 0;
        for (int j = 0; j < truth.coefficients().size(); j++) {
            widest = Math.max(widest, Math.abs(truth.coefficients().get(j)));
            double gap = shown.fitted().get(j) - truth.coefficients().get(j);
            error += gap * gap;
        }
        double x = round(1.05 * widest);
        double y = reach(widest);
        List<Cloud> clouds = new ArrayList<>();
        if (shown.generation() > 0) {
            clouds.add(
                    new Cloud(Role.NEUTRAL, truth.coefficients(), scene.first().fitted()));
        }
        if (scene.chains() > 1) {
            int d = truth.coefficients().size();
            int count = d * scene.chains();
            clouds.add(new Cloud(
                    role,
                    Doubles.generate(count, i -> truth.coefficients().get(i % d)),
                    Doubles.generate(count, i -> scene.outline(i % d, i / d))));
        }
        clouds.add(new Cloud(role, truth.coefficients(), shown.fitted()));
        String scaled = setting.parameters().spectrum() == Spectrum.POWER ? ", times the root of its eigenvalue" : "";
        return new Scatter(
                "",
                where() + ": " + truth.coefficients().size()
                        + " fitted coefficients against the true ones, on the line where they are right (grey: generation 0);"
                        + " squared error " + Rounded.said(error),
                Axis.linear("true coefficient" + scaled, -x, x),
                Axis.linear("fitted", -y, y),
                clouds,
                List.of(new Curve("", Role.REAL, Stroke.THIN, Doubles.of(-x, x), Doubles.of(-x, x))),
                Optional.empty(),
                /* equalScales= */ false);
    }

    /** The next number up that ticks divide well. */
    private static double round(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        return DoubleStream.of(1, 1.5, 2, 3, 5, 8, 10)
                .map(step -> step * decade)
                .filter(step -> step >= value)
                .findFirst()
                .orElse(value);
    }

    /** The same in every generation and regime: room for what replace makes of the coefficients. */
    private double reach(double widest) {
        int d = setting.parameters().dimension();
        int n = setting.protocol().samples();
        double noise = setting.parameters().noise();
        double spread = noise * Math.sqrt(setting.protocol().generations() / Math.max(1.0, n - d - 1.0));
        return 1.1 * (widest + Math.min(1e6, 2 * spread));
    }
}
