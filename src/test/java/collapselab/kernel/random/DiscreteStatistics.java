package collapselab.kernel.random;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Whole numbers against their exact probabilities, mean and variance, and from one draw to the next. */
final class DiscreteStatistics {
    /** Neighbouring numbers are put together until so many are expected. */
    private static final double LEAST = 25;

    private final String name;
    private final double[] probabilities;
    private final long[] counts;
    private final double mean;
    private final double variance;
    private long draws;
    private double products;
    private double before;

    /**
     * Statistics of numbers from 0.
     *
     * @param name what they are, before the name of each check
     * @param probability of a number
     * @param most the largest number
     */
    DiscreteStatistics(String name, IntToDoubleFunction probability, int most) {
        this.name = name;
        probabilities = IntStream.rangeClosed(0, most).mapToDouble(probability).toArray();
        counts = new long[most + 1];
        mean = mean(x -> x);
        variance = mean(x -> (x - mean) * (x - mean));
    }

    private double mean(DoubleUnaryOperator of) {
        return IntStream.range(0, probabilities.length)
                .mapToDouble(k -> probabilities[k] * of.applyAsDouble(k))
                .sum();
    }

    /** The next number. */
    void add(int number) {
        counts[number]++;
        double off = number - mean;
        products += off * before;
        before = off;
        draws++;
    }

    /** All checks, always in the same order. */
    List<Check> checks() {
        Cells cells = Cells.of(counts, draws, k -> probabilities[k], LEAST);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < counts.length; k++) {
            sum += counts[k] * (k - mean);
            squares += counts[k] * ((k - mean) * (k - mean) - variance);
        }
        double fourth = mean(x -> Math.pow(x - mean, 4));
        return List.of(
                Check.chiSquare(name + "counts", draws, cells.observed(), cells.expected()),
                Check.standardErrors(name + "mean", draws, sum / Math.sqrt(draws * variance)),
                Check.standardErrors(
                        name + "variance", draws, squares / Math.sqrt(draws * (fourth - variance * variance))),
                Check.standardErrors(name + "lag1", draws, products / variance / Math.sqrt((double) draws)));
    }
}
