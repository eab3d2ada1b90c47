package collapselab.session;

import collapselab.experiment.Conservation;
import collapselab.plot.Axis;
import collapselab.plot.Band;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the variance went: for each panel the mean spread of its models and on it the mean drift of its chains, stacked, with
 * the total that theory says they add up to.
 */
public final class ConservedChart {
    private final Panel<?, ?> panel;
    private final Conservation law;
    private final int generations;
    private final Doubles x;
    private final Doubles spread;
    private final Doubles sum;

    private ConservedChart(Panel<?, ?> panel, Conservation law, int generations) {
        this.panel = panel;
        this.law = law;
        this.generations = generations;
        int[] at = IntStream.range(0, panel.recording().size())
                .filter(g -> panel.values(law.spread(), g).isPresent())
                .toArray();
        List<Balance> balances =
                IntStream.of(at).mapToObj(g -> panel.balance(g).orElseThrow()).toList();
        x = Doubles.generate(at.length, i -> at[i]);
        spread = Doubles.generate(at.length, i -> balances.get(i).spread());
        sum = Doubles.generate(at.length, i -> balances.get(i).sum());
    }

    /**
     * Draws up one chart for each panel with a conserved total, all on the same axes.
     *
     * @param axes where the vertical axis is held
     */
    public static List<Curves> of(Run run, HeldAxes axes) {
        int generations = run.spec().protocol().generations();
        List<ConservedChart> charts = new ArrayList<>();
        for (Panel<?, ?> panel : run.panels()) {
            panel.conservation().ifPresent(law -> charts.add(new ConservedChart(panel, law, generations)));
        }
        double highest =
                charts.stream().mapToDouble(ConservedChart::highest).max().orElse(1);
        Axis y = axes.ofConserved(run, highest);
        return charts.stream().map(chart -> chart.finish(y)).toList();
    }

    private Doubles total() {
        return MetricChart.generations(generations).map(g -> law.total().value().applyAsDouble((int) g));
    }

    private double highest() {
        double highest = 0;
        for (Doubles values : List.of(total(), sum)) {
            for (int i = 0; i < values.size(); i++) {
                highest = Double.isFinite(values.get(i)) ? Math.max(highest, values.get(i)) : highest;
            }
        }
        return highest;
    }

    private Curves finish(Axis y) {
        Role role = panel.regime().role();
        Doubles floor = x.map(g -> 0);
        Doubles laws = MetricChart.generations(generations);
        return new Curves(
                panel.regime().label(),
                panel.regime().label() + ": mean spread and on it mean drift over " + generations + " generations.",
                Axis.counting("", 0, Math.max(1, generations - 1)),
                y,
                List.of(new Band(role, x, floor, spread), new Band(Role.NEUTRAL, x, spread, sum)),
                List.of(
                        new Curve("", "spread", role, Curve.Stroke.STRONG, x, spread),
                        new Curve("", "spread and drift", Role.NEUTRAL, Curve.Stroke.AVERAGE, x, sum),
                        new Curve("", "their law", Role.THEORY, Curve.Stroke.DASHED, laws, total())),
                Doubles.of(),
                Role.NEUTRAL);
    }
}
