package collapselab.experiment;

import collapselab.plot.Doubles;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Statistic;

/**
 * What a comparison with theory needs of the values that chains gave for a metric at a generation.
 *
 * @param chains how many chains gave one; a chain without a value counts, and makes all else NaN
 * @param mean over the chains
 * @param deviation standard deviation over the chains, by chains - 1; NaN of one chain
 * @param skewness third standardised moment, corrected for bias; NaN of fewer than three chains or without spread
 * @param least the smallest value
 * @param most the largest value
 */
public record ChainMoments(int chains, double mean, double deviation, double skewness, double least, double most) {
    /** What rounding is relative to where values are smaller: metrics are differences of numbers of the order of 1. */
    static final double UNIT = 1e-3;

    private static final double ROUNDING = 1e-12;

    /** Gathers values one by one, in an order that decides the last bits. Not thread-safe. */
    public static final class Builder {
        private static final DoubleStatistics.Builder STATISTICS = DoubleStatistics.builder(
                Statistic.MEAN, Statistic.STANDARD_DEVIATION, Statistic.SKEWNESS, Statistic.MIN, Statistic.MAX);

        private final DoubleStatistics statistics = STATISTICS.build();

        /** Adds one chain's value; NaN where it has none. */
        public void add(double value) {
            statistics.accept(value);
        }

        /** The moments of what was added, at least one value. */
        public ChainMoments build() {
            int chains = Math.toIntExact(statistics.getCount());
            return new ChainMoments(
                    chains,
                    statistics.getAsDouble(Statistic.MEAN),
                    chains < 2 ? Double.NaN : statistics.getAsDouble(Statistic.STANDARD_DEVIATION),
                    statistics.getAsDouble(Statistic.SKEWNESS),
                    statistics.getAsDouble(Statistic.MIN),
                    statistics.getAsDouble(Statistic.MAX));
        }
    }

    /** The moments of some values, at least one. */
    public static ChainMoments of(Doubles values) {
        Builder builder = new Builder();
        for (int i = 0; i < values.size(); i++) {
            builder.add(values.get(i));
        }
        return builder.build();
    }

    /** Whether every chain gave the same value, up to rounding. */
    boolean constant() {
        return most - least <= ROUNDING * Math.max(UNIT, Math.max(Math.abs(most), Math.abs(least)));
    }

    /** Standard deviation of the mean over chains. */
    double standardError() {
        return deviation / Math.sqrt(chains);
    }
}
