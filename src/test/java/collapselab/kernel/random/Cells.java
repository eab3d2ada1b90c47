package collapselab.kernel.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Cells of a chi-square test: neighbouring whole numbers from 0 together. */
final class Cells {
    private final double[] expected;
    private final long[] observed;

    private Cells(double[] expected, long[] observed) {
        this.expected = expected;
        this.observed = observed;
    }

    /**
     * Puts neighbours together until so many are expected; what is left over joins the last cell.
     *
     * @param counts of each number
     * @param draws how many numbers were drawn
     * @param probability of each number
     * @param least how many are expected in a cell, at the least
     */
    static Cells of(long[] counts, long draws, IntToDoubleFunction probability, double least) {
        List<Double> expected = new ArrayList<>();
        List<Long> observed = new ArrayList<>();
        double mass = 0;
        long count = 0;
        for (int k = 0; k < counts.length; k++) {
            mass += draws * probability.applyAsDouble(k);
            count += counts[k];
            if (mass >= least) {
                expected.add(mass);
                observed.add(count);
                mass = 0;
                count = 0;
            }
        }
        int last = expected.size() - 1;
        expected.set(last, expected.get(last) + mass);
        observed.set(last, observed.get(last) + count);
        return new Cells(
                expected.stream().mapToDouble(e -> e).toArray(),
                observed.stream().mapToLong(o -> o).toArray());
    }

    /** How often numbers of each cell should be drawn. */
    double[] expected() {
        return expected;
    }

    /** How often they were. */
    long[] observed() {
        return observed;
    }
}
