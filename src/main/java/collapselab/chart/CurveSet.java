package collapselab.chart;

import collapselab.plot.Curve;
import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves as JFreeChart reads them: spaced values in arrays, NaN where nothing can be drawn. */
final class CurveSet extends AbstractXYDataset {
    private static final long serialVersionUID = 1L;
    /** Values so many axis lengths away are brought back to there: rasterisers lose their way far outside. */
    private static final double FAR = 1000;

    private final double[][] x;
    private final double[][] y;

    CurveSet(List<Curve> curves, Scale across, Scale up) {
        x = curves.stream().map(c -> spaced(c.x().toArray(), across)).toArray(double[][]::new);
        y = curves.stream().map(c -> spaced(c.y().toArray(), up)).toArray(double[][]::new);
    }

    /** Values as the axis spaces them, at most far away. */
    static double[] spaced(double[] values, Scale scale) {
        double reach = FAR * (scale.high() - scale.low());
        for (int i = 0; i < values.length; i++) {
            double v = Scale.spaced(scale.axis(), values[i]);
            values[i] = Double.isInfinite(v)
                    ? Double.NaN
                    : Math.max(scale.low() - reach, Math.min(scale.high() + reach, v));
        }
        return values;
    }

    @Override
    public DomainOrder getDomainOrder() {
        return DomainOrder.NONE;
    }

    @Override
    public int getSeriesCount() {
        return x.length;
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return series;
    }

    @Override
    public int getItemCount(int series) {
        return x[series].length;
    }

    @Override
    public double getXValue(int series, int item) {
        return x[series][item];
    }

    @Override
    public double getYValue(int series, int item) {
        return y[series][item];
    }

    @Override
    public Number getX(int series, int item) {
        return x[series][item];
    }

    @Override
    public Number getY(int series, int item) {
        return y[series][item];
    }
}
