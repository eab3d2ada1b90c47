package collapselab.session;

import collapselab.experiment.Conservation;
import collapselab.experiment.Metric;
import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Curves;
import collapselab.plot.Plot;
import collapselab.plot.Scatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The axes of a window's charts and pictures as they stand. An axis is fitted to the first whole run of an experiment, then it
 * holds whatever is set, so that runs can be compared by eye; it grows, to round numbers, when data leave it. All panels share
 * the axes of their pictures. Another experiment, and {@link #fit}, begin anew. Safe to use from any thread.
 */
public final class HeldAxes {
    /** Which axis: a chart's, by what it charts, or one of a picture's. */
    private record Place(String what, boolean log) {}

    private record Picture(Class<?> kind, int index, boolean across, String label, boolean log) {}

    private static final class Held {
        private Axis axis;
        private boolean settled;
        private boolean grown;
    }

    private final Map<Place, Held> charts = new HashMap<>();
    private final Map<Picture, Axis> pictures = new HashMap<>();
    private String charted = "";
    private List<String> pictured = List.of();
    private int fits;
    private int changes;

    /** Has all axes fitted to what is shown next. */
    public synchronized void fit() {
        charts.clear();
        pictures.clear();
        fits++;
        changes++;
    }

    /** Grows whenever all axes are to be fitted anew. */
    public synchronized int fits() {
        return fits;
    }

    /** Grows whenever a picture has to be drawn anew because an axis of it has changed. */
    public synchronized int changes() {
        return changes;
    }

    /** Whether data have left a chart's axis since it was fitted. */
    public synchronized boolean grown(String what, boolean log) {
        Held held = charts.get(new Place(what, log));
        return held != null && held.grown;
    }

    /** The axis of a metric's chart, for a run whose data reach so far. */
    Axis of(Run run, Metric metric, boolean log, Limits reach) {
        return of(run, metric.id(), reach, log, metric.calm());
    }

    /** The axis of what a run conserves, from 0. */
    Axis ofConserved(Run run, double highest) {
        return of(run, Conservation.METRIC, new Limits(0, highest), false, Double.NaN);
    }

    private synchronized Axis of(Run run, String what, Limits reach, boolean log, double calm) {
        String experiment = run.spec().experiment().id();
        if (!experiment.equals(charted)) {
            charts.clear();
            charted = experiment;
        }
        Held held = charts.computeIfAbsent(new Place(what, log), place -> new Held());
        if (held.settled) {
            Axis axis = reach.grown(held.axis);
            held.grown |= !axis.equals(held.axis);
            held.axis = axis;
        } else {
            // Chains that come in change it until all are there: what is seen then depends on them alone.
            held.axis = reach.fit(log, calm);
            held.settled = run.ended();
        }
        return held.axis;
    }

    /**
     * Pictures of a panel on the axes that all panels of the experiment share.
     *
     * @param plots as the experiment drew them up, each on axes of its own
     */
    public synchronized List<Plot> shared(Run run, List<Plot> plots) {
        // Metrics of other data can be compared, pictures of them cannot.
        List<String> now = List.of(run.spec().experiment().id(), run.data());
        if (!now.equals(pictured)) {
            pictures.clear();
            pictured = now;
        }
        List<Plot> shared = new ArrayList<>();
        for (int i = 0; i < plots.size(); i++) {
            Plot plot = plots.get(i);
            if (plot instanceof Curves curves) {
                shared.add(curves.on(widened(plot, i, true, curves.x()), widened(plot, i, false, curves.y())));
            } else if (plot instanceof Scatter scatter) {
                shared.add(scatter.on(widened(plot, i, true, scatter.x()), widened(plot, i, false, scatter.y())));
            } else if (plot instanceof Bars bars) {
                shared.add(bars.on(widened(plot, i, false, bars.y())));
            } else {
                shared.add(plot);
            }
        }
        return shared;
    }

    private Axis widened(Plot plot, int index, boolean across, Axis wanted) {
        Picture place = new Picture(plot.getClass(), index, across, wanted.label(), wanted.log());
        Axis held = pictures.getOrDefault(place, wanted);
        Axis axis = new Axis(
                wanted.label(),
                Math.min(held.min(), wanted.min()),
                Math.max(held.max(), wanted.max()),
                wanted.log(),
                wanted.whole());
        if (pictures.put(place, axis) != null && (axis.min() < held.min() || axis.max() > held.max())) {
            changes++;
        }
        return axis;
    }
}
