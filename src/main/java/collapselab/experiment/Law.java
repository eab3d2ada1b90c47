package collapselab.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A curve that theory gives for a metric.
 *
 * @param metric the metric's id
 * @param kind what the curve says of it
 * @param value its value at a generation
 * @param spread how one chain's value is spread about a mean, where theory gives that; else the chains' own spread is used
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
        Optional<Spread> spread,
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
        UPPER("upper bound"),
        /** A bound that the expectation is never below. */
        LOWER("lower bound");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** How the screen calls it. */
        public String label() {
            return label;
        }

        /** How files call it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The distribution of one chain's value, as far as a mean over chains depends on it.
     *
     * @param deviation standard deviation at a generation; 0 where nothing is left to chance
     * @param skewness third standardised moment at a generation
     */
    public record Spread(IntToDoubleFunction deviation, IntToDoubleFunction skewness) {
        /** Nothing is left to chance: every chain gives the law's own value. */
        public static final Spread NONE = new Spread(g -> 0, g -> 0);
    }

    /** A law that holds for the mean at every generation and is judged by the chains' own spread. */
    public static Law mean(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.MEAN, value, formula, source);
    }

    /** A law that holds for every chain, for nothing is left to chance. */
    public static Law exact(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.MEAN, value, formula, source).with(Spread.NONE);
    }

    /** The same of a formula that has its values with it. */
    public static Law exact(String metric, Formula formula, String source) {
        return mean(metric, formula, source).with(Spread.NONE);
    }

    /** A law of the mean, of a formula that has its values with it. */
    public static Law mean(String metric, Formula formula, String source) {
        return of(metric, Kind.MEAN, formula.value(), formula.text(), source);
    }

    /** The typical (median) course. */
    public static Law typical(String metric, Formula formula, String source) {
        return of(metric, Kind.TYPICAL, formula.value(), formula.text(), source);
    }

    /** A bound from above of the mean. */
    public static Law bound(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.UPPER, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law bound(String metric, Formula formula, String source) {
        return of(metric, Kind.UPPER, formula.value(), formula.text(), source);
    }

    /** A bound from below of the mean. */
    public static Law floor(String metric, IntToDoubleFunction value, String formula, String source) {
        return of(metric, Kind.LOWER, value, formula, source);
    }

    /** The same of a formula that has its values with it. */
    public static Law floor(String metric, Formula formula, String source) {
        return of(metric, Kind.LOWER, formula.value(), formula.text(), source);
    }

    private static Law of(String metric, Kind kind, IntToDoubleFunction value, String formula, String source) {
        return new Law(metric, kind, value, Optional.empty(), Integer.MAX_VALUE, Optional.empty(), formula, source);
    }

    /** The same law, judged by a spread that theory gives. */
    public Law with(Spread known) {
        return new Law(metric, kind, value, Optional.of(known), lastVisible, otherwise, formula, source);
    }

    /** The same law, judged up to a generation only. */
    public Law visibleUntil(int generation) {
        return new Law(metric, kind, value, spread, generation, otherwise, formula, source);
    }

    /** The same law; after its last visible generation another one judges. */
    public Law thenBy(Law other) {
        return new Law(metric, kind, value, spread, lastVisible, Optional.of(other), formula, source);
    }
}
