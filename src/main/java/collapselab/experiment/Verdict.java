package collapselab.experiment;

import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an ensemble stands against the law of a metric, at one generation.
 *
 * @param status the outcome
 * @param standardErrors how far the mean is from the law, in standard errors; NaN where there is none
 * @param sentence the same in words
 */
public record Verdict(Status status, double standardErrors, String sentence) {
    /** Beyond this many standard errors the simulation and the law disagree (false alarm 6e-5 for a normal mean). */
    public static final double LIMIT = 4;

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
     * Judges a metric by the first of its laws that speaks of a mean or a bound.
     *
     * @param metric the metric's id
     * @param laws the laws of the setting
     * @param generation where to look
     * @param values the chains' values of any metric there
     */
    public static Verdict of(String metric, List<Law> laws, int generation, Function<String, Doubles> values) {
        Optional<Law> judged = laws.stream()
                .filter(law -> law.metric().equals(metric) && law.kind() != Law.Kind.TYPICAL)
                .findFirst();
        if (judged.isEmpty()) {
            return new Verdict(Status.NO_LAW, Double.NaN, "no exact law is known here");
        }
        Law law = judged.get();
        if (generation > law.lastVisible()) {
            return law.otherwise()
                    .map(other -> against(other, generation, values.apply(other.metric()), "log law: mean of ln"))
                    .orElseGet(() -> new Verdict(
                            Status.OPEN, Double.NaN, "this mean lives on paths too rare to be seen in a sample"));
        }
        return against(law, generation, values.apply(metric), "mean");
    }

    private static Verdict against(Law law, int generation, Doubles values, String what) {
        if (values.size() < 2) {
            return new Verdict(Status.OPEN, Double.NaN, "one chain: run more to compare its mean with theory");
        }
        double mean = mean(values);
        double deviation = law.deviation().applyAsDouble(generation);
        double spread = Double.isNaN(deviation) ? deviation(values, mean) : deviation;
        double error = spread / Math.sqrt(values.size());
        double expected = law.value().applyAsDouble(generation);
        if (Double.isNaN(mean) || Double.isNaN(expected)) {
            return new Verdict(Status.OPEN, Double.NaN, "no value here");
        }
        double gap = mean - expected;
        // Where every chain gives the law's own value (such as a bound reached at once) there is no spread to divide
        // by.
        double z = Math.abs(gap) <= 1e-12 * Math.max(1, Math.abs(expected)) ? 0 : gap / error;
        if (law.kind() == Law.Kind.BOUND) {
            return z <= LIMIT
                    ? new Verdict(Status.AGREES, z, "mean within its bound")
                    : new Verdict(Status.DIFFERS, z, "mean " + tenths(z) + " standard errors above its bound");
        }
        String sentence = what + " " + (Math.abs(z) <= LIMIT ? "within " : "off by ") + tenths(Math.abs(z))
                + " standard errors of theory";
        return new Verdict(Math.abs(z) <= LIMIT ? Status.AGREES : Status.DIFFERS, z, sentence);
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
