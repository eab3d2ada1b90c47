package collapselab.catalog.kde;

import collapselab.plot.Doubles;
import java.util.Arrays;

/**
 * A kernel density estimate on a square grid, for a picture: points are shared between the four nearest cells and the cells
 * smoothed along one axis and then the other, which a Gaussian kernel allows (Wand 1994). The cost hardly depends on how many
 * points there are; the error, of the order of a cell over h squared, cannot be seen in a tint.
 */
final class PlaneDensity {
    private final int cells;
    private final double left;
    private final double bottom;
    private final double cell;
    private final double[] masses; // (cells, cells), row 0 at the bottom
    private final double[] density;

    /**
     * A grid without mass.
     *
     * @param cells how many along each axis
     * @param left lower end of the horizontal axis
     * @param bottom lower end of the vertical axis
     * @param width of the square
     */
    PlaneDensity(int cells, double left, double bottom, double width) {
        this.cells = cells;
        this.left = left;
        this.bottom = bottom;
        cell = width / cells;
        masses = new double[cells * cells];
        density = new double[cells * cells];
    }

    /** Puts mass at a point; what falls outside is not shown. */
    void put(double x, double y, double mass) {
        double column = (x - left) / cell - 0.5;
        double row = (y - bottom) / cell - 0.5;
        int c = (int) Math.floor(column);
        int r = (int) Math.floor(row);
        if (c < 0 || r < 0 || c >= cells - 1 || r >= cells - 1) {
            return;
        }
        double right = column - c;
        double up = row - r;
        int at = r * cells + c;
        masses[at] += (1 - right) * (1 - up) * mass;
        masses[at + 1] += right * (1 - up) * mass;
        masses[at + cells] += (1 - right) * up * mass;
        masses[at + cells + 1] += right * up * mass;
    }

    /** Adds the density of all mass so far with a kernel on it. */
    void smooth(double bandwidth, double weight) {
        double[] kernel = new double[cells];
        Arrays.setAll(kernel, i -> Math.exp(-0.5 * (i * cell / bandwidth) * (i * cell / bandwidth)));
        double total = 2 * Arrays.stream(kernel).sum() - 1;
        double[] along = new double[masses.length];
        for (int r = 0; r < cells; r++) {
            for (int from = 0; from < cells; from++) {
                double mass = masses[r * cells + from];
                if (mass > 0) {
                    for (int to = 0; to < cells; to++) {
                        along[r * cells + to] += mass * kernel[Math.abs(to - from)];
                    }
                }
            }
        }
        for (int to = 0; to < cells; to++) {
            for (int from = 0; from < cells; from++) {
                double factor = weight * kernel[Math.abs(to - from)] / (total * total);
                for (int c = 0; c < cells; c++) {
                    density[to * cells + c] += factor * along[from * cells + c];
                }
            }
        }
    }

    /** The density over its peak, (cells, cells). */
    Doubles tints() {
        double peak = Math.max(Double.MIN_NORMAL, Arrays.stream(density).max().orElseThrow());
        return Doubles.of(density).map(value -> value / peak);
    }
}
