package collapselab.experiment;

import collapselab.plot.Doubles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an ensemble stands against the law of a metric, at one generation.
 *
 * @param status the outcome
 * @param standardErrors how far the mean is from the law, or beyond the bound, in standard errors; NaN where there is none
 * @param sentence the same in words
 */
public record Verdict(Status status, double standardErrors, String sentence) {
    /** Beyond this many standard errors the simulation and the law disagree (false alarm 6e-5 for a normal mean). */
    public static final double LIMIT = 4;

    /** Chains without any spread agree with a law up to rounding over thousands of generations, relatively. */
    private static final double SAME = 1e-9;

    /** The outcome of a comparison. */
    public enum Status {
        AGREES,
        DIFFERS,
        /** Too few chains, or no value, to say. */
        OPEN,
        /** No law is known. */
        NO_LAW
    }

    /**
     * Judges a metric by the first of its laws that speaks of its mean, else by all its bounds.
     *
     * @param metric the metric's id
     * @param laws the laws of the setting
     * @param generation where to look
     * @param values the chains' values of any metric there
     */
    public static Verdict of(String metric, List<Law> laws, int generation, Function<String, Doubles> values) {
        List<Law> spoken =
                laws.stream().filter(law -> law.metric().equals(metric)).toList();
        Optional<Law> mean =
                spoken.stream().filter(law -> law.kind() == Law.Kind.MEAN).findFirst();
        if (mean.isPresent()) {
            return byMean(mean.get(), generation, values);
        }
        return spoken.stream()
                .filter(law -> law.kind() != Law.Kind.TYPICAL)
                .map(law -> against(law, generation, values.apply(metric), "mean"))
                .max(Comparator.comparing((Verdict verdict) -> verdict.status() == Status.DIFFERS)
                        .thenComparing(Verdict::standardErrors))
                .orElseGet(() -> new Verdict(Status.NO_LAW, Double.NaN, "no exact law is known here"));
    }

    private static Verdict byMean(Law law, int generation, Function<String, Doubles> values) {
        if (generation <= law.lastVisible()) {
            return against(law, generation, values.apply(law.metric()), "mean");
        }
        return law.otherwise()
                .map(other -> against(other, generation, values.apply(other.metric()), "log law: mean of ln"))
                .orElseGet(() -> new Verdict(
                        Status.OPEN, Double.NaN, "this mean lives on paths too rare to be seen in a sample"));
    }

    private static Verdict against(Law law, int generation, Doubles values, String what) {
        if (values.size() < 2) {
            return new Verdict(Status.OPEN, Double.NaN, "one chain: run more to compare its mean with theory");
        }
        double mean = mean(values);
        double expected = law.value().applyAsDouble(generation);
        if (Double.isNaN(mean) || Double.isNaN(expected)) {
            return new Verdict(Status.OPEN, Double.NaN, "no value here");
        }
        double own = deviation(values, mean);
        double theory = law.deviation().applyAsDouble(generation);
        double error = (Double.isNaN(theory) ? own : theory) / Math.sqrt(values.size());
        double gap = mean - expected;
        // Where every chain gives the law's own value (n = infinity, or a bound reached at once) there is no spread to
        // divide by.
        double rounding = (own == 0 ? SAME : 1e-12) * Math.max(1, Math.abs(expected));
        double z = Math.abs(gap) <= rounding ? 0 : gap / error;
        return switch (law.kind()) {
            case MEAN, TYPICAL -> beside(z, what);
            case BOUND -> within(z, "above");
            case FLOOR -> within(-z, "below");
        };
    }

    private static Verdict beside(double z, String what) {
        boolean agrees = Math.abs(z) <= LIMIT;
        String sentence =
                what + (agrees ? " within " : " off by ") + tenths(Math.abs(z)) + " standard errors of theory";
        return new Verdict(agrees ? Status.AGREES : Status.DIFFERS, z, sentence);
    }

    private static Verdict within(double beyond, String side) {
        return beyond <= LIMIT
                ? new Verdict(Status.AGREES, Math.max(0, beyond), "mean within its bound")
                : new Verdict(
                        Status.DIFFERS, beyond, "mean " + tenths(beyond) + " standard errors " + side + " its bound");
    }

    private static double mean(Doubles values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum / values.size();
    }

    private static double deviation(Doubles values, double mean) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += (values.get(i) - mean) * (values.get(i) - mean);
        }
        return Math.sqrt(sum / (values.size() - 1));
    }

    private static String tenths(double z) {
        long tenths = (long) Math.ceil(Math.min(z, 1e6) * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
