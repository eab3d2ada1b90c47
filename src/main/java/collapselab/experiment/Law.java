package collapselab.experiment;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A curve that theory gives for a metric.
 *
 * @param metric the metric's id
 * @param kind what the curve says of it
 * @param value its value at a generation
 * @param deviation standard deviation of one chain at a generation as theory gives it; NaN: the ensemble's own is used
 * @param lastVisible the last generation at which a mean over chains can be trusted: where one chain's relative variance is
 *     so large that the mean lives on paths nobody samples, {@code otherwise} judges instead
 * @param otherwise the law that judges after {@code lastVisible}, on a metric of its own
 * @param formula the formula with the user's numbers in it
 * @param source author, year, equation
 */
public record Law(
        String metric,
        Kind kind,
        IntToDoubleFunction value,
        IntToDoubleFunction deviation,
        int lastVisible,
        Optional<Law> otherwise,
        String formula,
        String source) {
    /** What a law's curve says. */
    public enum Kind {
        /** The expectation over chains. */
        MEAN("mean law"),
        /** The typical (median) course. */
        TYPICAL("typical law"),
        /** A bound that the expectation is never above. */
        BOUND("upper bound"),
        /** A bound that the expectation is never below. */
        FLOOR("lower bound");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** How the screen calls it. */
        public String label() {
            return label;
        }
    }

    /** A law that holds for the mean at every generation and is judged by the ensemble's own spread. */
    public static Law mean(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.MEAN, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law mean(String metric, Formula formula, String source) {
        return of(metric, Kind.MEAN, formula.value(), formula.text(), source);
    }

    /** The typical (median) course. */
    public static Law typical(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.TYPICAL, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law typical(String metric, Formula formula, String source) {
        return of(metric, Kind.TYPICAL, formula.value(), formula.text(), source);
    }

    /** A bound from above of the mean. */
    public static Law bound(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.BOUND, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law bound(String metric, Formula formula, String source) {
        return of(metric, Kind.BOUND, formula.value(), formula.text(), source);
    }

    /** A bound from below of the mean. */
    public static Law floor(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.FLOOR, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law floor(String metric, Formula formula, String source) {
        return of(metric, Kind.FLOOR, formula.value(), formula.text(), source);
    }

    private static Law of(String metric, Kind kind, IntToDoubleFunction value, String formula, String source) {
        return new Law(metric, kind, value, g -> Double.NaN, Integer.MAX_VALUE, Optional.empty(), formula, source);
    }
}
