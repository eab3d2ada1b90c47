package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Metric;
import collapselab.kernel.stats.Quantiles;
import collapselab.plot.Doubles;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** The course of a run's first metric, in the space of a word. */
final class Sparkline extends Pane {
    private static final int POINTS = 48;

    private final Desk desk;
    private List<Line> lines = List.of();
    private Run drawn;

    /** One regime's medians, scaled to 0..1 both ways. */
    private record Line(DataRegime regime, Doubles x, Doubles y) {}

    Sparkline(Desk desk) {
        this.desk = desk;
        getStyleClass().add("sparkline");
        setMouseTransparent(true);
    }

    /** Shows a finished run; the painter reads it. */
    void show(Optional<Run> run) {
        if (run.isEmpty()) {
            drawn = null; // what the session has forgotten is not to be held here
            return;
        }
        if (run.get() == drawn || run.get().computed() < 2 || Lab.unfinished(run.get())) {
            return;
        }
        drawn = run.get();
        desk.painter().submit(() -> {
            List<Line> read = read(run.get());
            return () -> {
                lines = read;
                draw();
            };
        });
    }

    private static List<Line> read(Run run) {
        Metric metric = run.spec().experiment().headline();
        List<double[]> xs = new ArrayList<>();
        List<double[]> ys = new ArrayList<>();
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Panel<?, ?> panel : run.panels()) {
            int size = panel.recording().size();
            double[] x = new double[Math.min(POINTS, size)];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                int at = (int) Math.round((size - 1.0) * i / Math.max(1, x.length - 1));
                int g = panel.measured(at).orElse(0);
                x[i] = g / Math.max(1.0, run.spec().protocol().generations() - 1.0);
                double median = panel.values(metric.id(), g)
                        .map(values -> Quantiles.median(values.toArray()))
                        .orElse(Double.NaN);
                y[i] = metric.log() ? Math.log(Math.max(1e-12, median)) : median;
                min = Double.isNaN(y[i]) ? min : Math.min(min, y[i]);
                max = Double.isNaN(y[i]) ? max : Math.max(max, y[i]);
            }
            xs.add(x);
            ys.add(y);
        }
        List<Line> lines = new ArrayList<>();
        for (int p = 0; p < xs.size(); p++) {
            double[] y = ys.get(p);
            for (int i = 0; i < y.length; i++) {
                y[i] = max > min ? (y[i] - min) / (max - min) : 0.5;
            }
            lines.add(new Line(run.panels().get(p).regime(), Doubles.of(xs.get(p)), Doubles.of(y)));
        }
        return lines;
    }

    private void draw() {
        getChildren().clear();
        double width = getWidth();
        double height = getHeight();
        for (Line line : lines) {
            Polyline drawing = new Polyline();
            drawing.getStyleClass().addAll("spark", line.regime().text());
            drawing.setManaged(false);
            for (int i = 0; i < line.x().size(); i++) {
                if (!Double.isNaN(line.y().get(i))) {
                    drawing.getPoints()
                            .addAll(line.x().get(i) * width, 1 + (1 - line.y().get(i)) * (height - 2));
                }
            }
            getChildren().add(drawing);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        draw();
    }
}
