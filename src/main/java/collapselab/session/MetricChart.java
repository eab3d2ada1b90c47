package collapselab.session;

import collapselab.experiment.Law;
import collapselab.experiment.Metric;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Axis;
import collapselab.plot.Band;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The chart of one metric over the generations of a run: for each panel its 5-95 % band, median, first chain and laws, and if
 * asked for its mean.
 */
public final class MetricChart {
    /** A law is drawn with at most this many points. */
    private static final int LAW_POINTS = 200;

    private final Metric metric;
    private final int generations;
    private final boolean log;
    private final List<Band> bands = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Set<Law.Kind> named = EnumSet.noneOf(Law.Kind.class);
    private Limits reach = Limits.NONE;

    private MetricChart(Metric metric, int generations, boolean log) {
        this.metric = metric;
        this.generations = generations;
        this.log = log;
    }

    /**
     * Draws up the chart of a metric.
     *
     * @param run what is shown
     * @param before the run before, drawn as a ghost, if any
     * @param metric what is charted
     * @param log whether the vertical axis is logarithmic
     * @param mean whether the mean over the chains is drawn beside the median
     * @param axes where the vertical axis is held
     */
    public static Curves of(Run run, Optional<Before> before, Metric metric, boolean log, boolean mean, HeldAxes axes) {
        MetricChart chart = new MetricChart(metric, run.spec().protocol().generations(), log);
        before.ifPresent(chart::ghost);
        for (Panel<?, ?> panel : run.panels()) {
            chart.ensemble(panel, mean);
        }
        for (Panel<?, ?> panel : run.panels()) {
            panel.laws().stream()
                    .filter(law -> law.metric().equals(metric.id()))
                    .forEach(law -> chart.law(panel, law));
        }
        return chart.finish(run, axes.of(run, metric, log, chart.reach));
    }

    private int[] measured(Panel<?, ?> panel) {
        return IntStream.range(0, panel.recording().size())
                .filter(g -> panel.values(metric.id(), g).isPresent())
                .toArray();
    }

    private void ensemble(Panel<?, ?> panel, boolean mean) {
        int[] at = measured(panel);
        if (at.length == 0) {
            return;
        }
        Role role = panel.regime().role();
        String who = panel.regime().label();
        double[][] quantiles = new double[3][at.length];
        double[] single = new double[at.length];
        double[] means = new double[at.length];
        int chains = 1;
        for (int i = 0; i < at.length; i++) {
            double[] values = panel.values(metric.id(), at[i]).orElseThrow().toArray();
            chains = Math.max(chains, values.length);
            single[i] = values[0];
            means[i] = Arrays.stream(values)
                    .filter(v -> !Double.isNaN(v))
                    .average()
                    .orElse(Double.NaN);
            Quantiles middle = Quantiles.of(values);
            quantiles[0][i] = middle.low();
            quantiles[1][i] = middle.median();
            quantiles[2][i] = middle.high();
        }
        Doubles x = Doubles.generate(at.length, i -> at[i]);
        if (chains > 1) {
            bands.add(new Band(who + ", 5–95 %", role, x, see(quantiles[0]), see(quantiles[2])));
            curves.add(new Curve("", who + ", one of " + chains, role, Stroke.THIN, x, Doubles.of(single)));
        }
        if (chains > 1 && mean) {
            // One name tells how means are drawn; whose each is, its colour says.
            boolean first = curves.stream().noneMatch(curve -> curve.stroke() == Stroke.AVERAGE);
            curves.add(new Curve(first ? "mean" : "", who + ", mean", role, Stroke.AVERAGE, x, see(means)));
        }
        String says = chains > 1 ? who + ", median" : who;
        curves.add(new Curve(who, says, role, Stroke.STRONG, x, see(quantiles[1])));
    }

    /** The medians of the run before; one name tells what they are. */
    private void ghost(Before before) {
        for (Panel<?, ?> panel : before.run().panels()) {
            int[] at = measured(panel);
            double[] medians = new double[at.length];
            for (int i = 0; i < at.length; i++) {
                medians[i] = Quantiles.median(
                        panel.values(metric.id(), at[i]).orElseThrow().toArray());
            }
            String name = curves.isEmpty() ? before.name() : "";
            String says = panel.regime().label() + ", " + before.name();
            Doubles x = Doubles.generate(at.length, i -> at[i]);
            curves.add(new Curve(name, says, panel.regime().role(), Stroke.PAST, x, see(medians)));
        }
    }

    /** The first law of each kind is named: the others of its kind are drawn alike. */
    private void law(Panel<?, ?> panel, Law law) {
        Doubles x = generations(generations);
        Stroke stroke =
                switch (law.kind()) {
                    case MEAN -> Stroke.DASHED;
                    case TYPICAL -> Stroke.DASH_DOTTED;
                    case UPPER, LOWER -> Stroke.DOTTED;
                };
        String name = named.add(law.kind()) ? law.kind().label() : "";
        String says = panel.regime().label() + ", " + law.kind().label();
        curves.add(new Curve(
                name, says, Role.THEORY, stroke, x, x.map(g -> law.value().applyAsDouble((int) g))));
    }

    /** Where a law of so many generations is drawn. */
    static Doubles generations(int count) {
        int points = Math.min(count, LAW_POINTS);
        return Doubles.generate(points, i -> points == 1 ? 0 : Math.round((double) i * (count - 1) / (points - 1)));
    }

    /** Widens the reach to what is drawn. */
    private Doubles see(double[] values) {
        for (double value : values) {
            reach = reach.and(value, log);
        }
        return Doubles.of(values);
    }

    private Curves finish(Run run, Axis vertical) {
        String description = metric.label() + " over " + generations + " generations of "
                + run.spec().shortText();
        return new Curves(
                metric.label(),
                description,
                Axis.counting("generation", 0, Math.max(1, generations - 1)),
                vertical,
                bands,
                curves,
                Doubles.of(),
                Role.NEUTRAL);
    }
}
