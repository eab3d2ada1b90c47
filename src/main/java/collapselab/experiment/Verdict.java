package collapselab.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How an ensemble stands against the law of a metric: one statement for the whole curve, at all measured generations together.
 * A right law is nominally called wrong for at most one curve in 25,000 ({@link #ALARM}), whatever the number of chains and
 * generations (Bonferroni); {@code src/docs/reliability.md} has the measured rates.
 *
 * @param status the outcome
 * @param standardErrors how far the mean is from the law, or beyond the bound, in standard errors, at the generation that
 *     speaks most against the law; NaN where nothing was compared
 * @param visible the smallest error of a mean's law, relative to it, that would have been found at the generation that sees
 *     best; infinite where none would, NaN where the law differs, is a bound, or was not compared
 * @param sentence the same in words
 */
public record Verdict(Status status, double standardErrors, double visible, String sentence) {
    /** Chance that a curve differs from a law that is right. A run of 25 curves raises a false alarm once in a thousand. */
    public static final double ALARM = 4e-5;

    private static final String ODDS = ", more than chance gives in one curve of 25,000, or one run of 1,000";

    /** So many standard errors are odd to agree with, unless chains are few. */
    private static final double MANY = 4.5;

    /** The outcome of a comparison. */
    public enum Status {
        AGREES,
        DIFFERS,
        /** A law is known, but these chains cannot judge it. */
        OPEN,
        /** No law is known. */
        NONE;

        /** How files call it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What chains gave. */
    @FunctionalInterface
    public interface Measured {
        /** The chains' values of a metric at a measured generation. */
        ChainMoments at(String metric, int generation);
    }

    /**
     * Which generations are compared.
     *
     * @param generations those that are measured, ascending
     * @param planned how many will be: the chance of a false alarm is shared among them, so that a verdict stays as more come
     */
    public record Looks(List<Integer> generations, int planned) {
        public Looks {
            generations = List.copyOf(generations);
        }
    }

    /** One generation's comparison with one law; {@code instead} of the law of a mean that cannot be seen. */
    private record Look(Law law, boolean instead, int generation, ChainMoments chains, double expected, MeanTest test) {
        /** Chance under the law of a mean at least as far off. */
        private double chance() {
            return switch (law.kind()) {
                case UPPER -> test.above();
                case LOWER -> test.below();
                case MEAN, TYPICAL -> 2 * Math.min(test.below(), test.above());
            };
        }

        /** How far the mean is from the law, with a sign, or on the wrong side of a bound. */
        private double gap() {
            return switch (law.kind()) {
                case UPPER -> Math.max(0, test.standardErrors());
                case LOWER -> Math.max(0, -test.standardErrors());
                case MEAN, TYPICAL -> test.standardErrors();
            };
        }

        private double beyond() {
            return Math.abs(gap());
        }

        private double relativeError() {
            return MeanTest.relativeError(chains, expected, generation, law);
        }

        private double visible(double alarm) {
            return MeanTest.visible(chains, expected, generation, law, alarm);
        }

        private boolean certain() {
            return law.spread().equals(Optional.of(Law.Spread.NONE));
        }

        private String what() {
            return instead ? "log law: mean of ln" : "mean";
        }
    }

    /**
     * Judges a metric by the first of its laws that speaks of its mean, else by all its bounds together.
     *
     * @param metric the metric's id
     * @param laws the laws of the setting
     * @param looks where to compare
     * @param measured the chains' values of any metric
     */
    public static Verdict of(String metric, List<Law> laws, Looks looks, Measured measured) {
        List<Law> spoken =
                laws.stream().filter(law -> law.metric().equals(metric)).toList();
        List<Law> judging = spoken.stream()
                .filter(law -> law.kind() == Law.Kind.MEAN)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> spoken.stream()
                        .filter(law -> law.kind() != Law.Kind.TYPICAL)
                        .toList());
        if (judging.isEmpty()) {
            return spoken.isEmpty()
                    ? without(Status.NONE, "no exact law is known here")
                    : without(Status.OPEN, "theory gives the typical course only, which is drawn and not judged");
        }
        double share = ALARM / Math.max(1, looks.planned()) / judging.size();
        List<Look> compared = new ArrayList<>();
        for (Law law : judging) {
            for (int generation : looks.generations()) {
                look(law, generation, measured).ifPresent(compared::add);
            }
        }
        return compared.isEmpty() ? nothingCompared(judging, looks, measured) : of(compared, looks, share);
    }

    private static Optional<Look> look(Law first, int generation, Measured measured) {
        boolean seen = generation <= first.lastVisible();
        Optional<Law> judge = seen ? Optional.of(first) : first.otherwise();
        return judge.flatMap(law -> {
            ChainMoments chains = measured.at(law.metric(), generation);
            double expected = law.value().applyAsDouble(generation);
            return MeanTest.possible(chains, expected, generation, law)
                    ? Optional.of(new Look(
                            law, !seen, generation, chains, expected, MeanTest.of(chains, expected, generation, law)))
                    : Optional.empty();
        });
    }

    private static Verdict nothingCompared(List<Law> judging, Looks looks, Measured measured) {
        if (looks.generations().isEmpty()) {
            return without(Status.OPEN, "nothing is measured yet");
        }
        int first = looks.generations().get(0);
        if (measured.at(judging.get(0).metric(), first).chains() < 2) {
            return without(Status.OPEN, "one chain: run more to compare their mean with theory");
        }
        boolean hidden = judging.get(0).lastVisible() < first;
        return without(
                Status.OPEN,
                hidden
                        ? "this mean lives on paths too rare to be seen in a sample"
                        : "no value that could be compared");
    }

    private static Verdict without(Status status, String sentence) {
        return new Verdict(status, Double.NaN, Double.NaN, sentence);
    }

    private static Verdict of(List<Look> compared, Looks looks, double share) {
        Look worst =
                compared.stream().min(Comparator.comparingDouble(Look::chance)).orElseThrow();
        if (worst.chance() < share) {
            return new Verdict(Status.DIFFERS, worst.gap(), Double.NaN, differs(worst));
        }
        Look farthest =
                compared.stream().max(Comparator.comparingDouble(Look::beyond)).orElseThrow();
        double visible = visible(compared, share);
        return Double.isInfinite(visible)
                ? new Verdict(
                        Status.OPEN,
                        farthest.gap(),
                        visible,
                        "too few chains to judge their mean with so few false alarms: run more")
                : new Verdict(
                        Status.AGREES,
                        farthest.gap(),
                        visible,
                        agrees(farthest, where(compared, looks), found(compared, visible)));
    }

    /**
     * The smallest error that would have been found, of the metric's own law where that is seen at all; NaN of bounds, which
     * may be far from the mean, and where all chains agree by chance.
     */
    private static double visible(List<Look> compared, double share) {
        Look first = compared.get(0);
        if (first.law().kind() != Law.Kind.MEAN) {
            return Double.NaN;
        }
        if (compared.stream().allMatch(look -> look.chains().constant())) {
            return first.certain() && first.expected() != 0 ? MeanTest.ROUNDING : Double.NaN;
        }
        double own = best(compared, false, share);
        return Double.isInfinite(own) ? best(compared, true, share) : own;
    }

    private static double best(List<Look> compared, boolean instead, double share) {
        return compared.stream()
                .filter(look -> look.instead() == instead && !look.chains().constant())
                .min(Comparator.comparingDouble(Look::relativeError))
                .map(look -> look.visible(share))
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static String differs(Look worst) {
        String where = " at generation " + worst.generation();
        if (Double.isInfinite(worst.beyond())) {
            return "theory leaves nothing to chance, and chains give "
                    + Rounded.said(worst.chains().mean()) + " instead of " + Rounded.said(worst.expected()) + where;
        }
        String far = worst.what() + " " + tenths(worst.beyond()) + " standard errors ";
        return switch (worst.law().kind()) {
            case UPPER -> far + "above its bound" + where + ODDS;
            case LOWER -> far + "below its bound" + where + ODDS;
            case MEAN, TYPICAL -> far + "from theory" + where + ODDS;
        };
    }

    /** Where the law was compared, if that is more than one place. */
    private static String where(List<Look> compared, Looks looks) {
        long count = compared.stream().mapToInt(Look::generation).distinct().count();
        if (looks.generations().size() == 1) {
            return "";
        }
        return count == looks.generations().size()
                ? " at all " + count + " generations"
                : " at the " + count + " of " + looks.generations().size() + " generations that can be judged";
    }

    private static String found(List<Look> compared, double visible) {
        boolean instead = compared.stream().allMatch(Look::instead);
        return Double.isNaN(visible)
                ? ""
                : "; a " + (instead ? "log " : "") + "law wrong by " + Rounded.said(100 * visible, 2)
                        + " % would have been found";
    }

    private static String agrees(Look farthest, String where, String found) {
        if (farthest.law().kind() != Law.Kind.MEAN) {
            return "mean within its bound" + where;
        }
        String chance = farthest.beyond() > MANY ? ", as so few chains may be by chance" : "";
        return farthest.what() + " at most " + tenths(farthest.beyond()) + " standard errors from theory" + where
                + chance + found;
    }

    private static String tenths(double z) {
        long tenths = (long) Math.ceil(Math.min(z, 1e6) * 10);
        return tenths / 10 + "." + tenths % 10;
    }
}
