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
    private static final double LEAST_LOG_SPAN = 2;

    /** A law is drawn with at most this many points. */
    private static final int LAW_POINTS = 200;

    private final Metric metric;
    private final int generations;
    private final boolean log;
    private final List<Band> bands = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private final Set<Law.Kind> named = EnumSet.noneOf(Law.Kind.class);
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private MetricChart(Metric metric, int generations, boolean log) {
        this.metric = metric;
        this.generations = generations;
        this.log = log;
    }

    /**
     * Draws up the chart of a metric.
     *
     * @param run what is shown
     * @param ghost the run before, drawn faintly behind, if any
     * @param metric what is charted
     * @param log whether the vertical axis is logarithmic
     * @param mean whether the mean over the chains is drawn beside the median
     */
    public static Curves of(Run run, Optional<Run> ghost, Metric metric, boolean log, boolean mean) {
        MetricChart chart = new MetricChart(metric, run.spec().protocol().generations(), log);
        ghost.ifPresent(old -> old.panels().forEach(panel -> chart.median(panel, Stroke.FAINT, "")));
        for (Panel<?, ?> panel : run.panels()) {
            chart.ensemble(panel, mean);
        }
        for (Panel<?, ?> panel : run.panels()) {
            panel.laws().stream()
                    .filter(law -> law.metric().equals(metric.id()))
                    .forEach(chart::law);
        }
        return chart.finish(run);
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
            bands.add(new Band(role, x, see(quantiles[0]), see(quantiles[2])));
            curves.add(new Curve("", role, Stroke.THIN, x, Doubles.of(single)));
        }
        if (chains > 1 && mean) {
            // One name tells how means are drawn; whose each is, its colour says.
            boolean first = curves.stream().noneMatch(curve -> curve.stroke() == Stroke.AVERAGE);
            curves.add(new Curve(first ? "mean" : "", role, Stroke.AVERAGE, x, see(means)));
        }
        curves.add(new Curve(panel.regime().label(), role, Stroke.STRONG, x, see(quantiles[1])));
    }

    private void median(Panel<?, ?> panel, Stroke stroke, String name) {
        int[] at = measured(panel);
        double[] medians = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            medians[i] = Quantiles.median(
                    panel.values(metric.id(), at[i]).orElseThrow().toArray());
        }
        curves.add(new Curve(
                name, panel.regime().role(), stroke, Doubles.generate(at.length, i -> at[i]), Doubles.of(medians)));
    }

    /** The first law of each kind is named: the others of its kind are drawn alike. */
    private void law(Law law) {
        Doubles x = generations(generations);
        Stroke stroke =
                switch (law.kind()) {
                    case MEAN -> Stroke.DASHED;
                    case TYPICAL -> Stroke.DASH_DOTTED;
                    case UPPER, LOWER -> Stroke.DOTTED;
                };
        String name = named.add(law.kind()) ? law.kind().label() : "";
        curves.add(
                new Curve(name, Role.THEORY, stroke, x, x.map(g -> law.value().applyAsDouble((int) g))));
    }

    /** Where a law of so many generations is drawn. */
    static Doubles generations(int count) {
        int points = Math.min(count, LAW_POINTS);
        return Doubles.generate(points, i -> points == 1 ? 0 : Math.round((double) i * (count - 1) / (points - 1)));
    }

    /** Widens the vertical range to what is drawn. */
    private Doubles see(double[] values) {
        for (double value : values) {
            if (Double.isFinite(value) && (!log || value > 0)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return Doubles.of(values);
    }

    private Curves finish(Run run) {
        String description = metric.label() + " over " + generations + " generations of "
                + run.spec().shortText();
        return new Curves(
                metric.label(),
                description,
                Axis.counting("generation", 0, Math.max(1, generations - 1)),
                vertical(),
                bands,
                curves,
                Doubles.of(),
                Role.NEUTRAL);
    }

    private Axis vertical() {
        if (min > max) {
            return new Axis("", log ? 0.1 : 0, log ? 10 : 1, log);
        }
        if (log) {
            double low = Math.max(min, max * 1e-12);
            double pad = Math.pow(Math.max(max / low, LEAST_LOG_SPAN), 0.06);
            return new Axis("", low / pad, max * pad, true);
        }
        double low = min >= 0 && min < 0.7 * max ? 0 : min;
        double span = Math.max(max - low, 1e-9 + 0.02 * Math.abs(max));
        return Axis.linear("", low == 0 ? 0 : low - 0.06 * span, low + 1.08 * span);
    }
}
