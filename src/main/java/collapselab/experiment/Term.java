package collapselab.experiment;

import collapselab.kernel.stats.C4;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * A part of a formula: its text as it is shown and its values, from one expression, so that neither can be right without the
 * other. It has one value for each of t = 1, 2, 3, ..., the number of fits; under a sum or product k counts the same way. What
 * stands by a name is explained after the formula. Immutable.
 */
public final class Term {
    /** 1. */
    public static final Term ONE = whole(1);

    /** t, how many models have been fitted. */
    public static final Term T = counter("t");

    /** k, what sums and products run over, from 1 to t. */
    public static final Term K = counter("k");

    /** The circle's number. */
    public static final Term PI = constant("\u03c0", Math.PI);

    /** Riemann's zeta at 7/5. */
    public static final Term ZETA = constant("\u03b6(7/5)", 3.105_547_28);

    private static final int MOST_DIGITS = 10;

    /** How tightly a text binds. */
    private enum Rank {
        SUM,
        SERIES,
        PRODUCT,
        ATOM
    }

    private final String text;
    private final Rank rank;
    private final IntFunction<double[]> first; // the values at t = 1 to a number
    private final Map<String, String> names; // what its names stand for, in order

    private Term(String text, Rank rank, IntFunction<double[]> first, Map<String, String> names) {
        this.text = text;
        this.rank = rank;
        this.first = first;
        this.names = names;
    }

    private static Term counter(String name) {
        return new Term(name, Rank.ATOM, count -> filled(count, i -> i + 1), Map.of());
    }

    private static Term constant(String text, double value) {
        Rank rank = value < 0 ? Rank.PRODUCT : Rank.ATOM;
        return new Term(text.replace('-', '\u2212'), rank, count -> filled(count, i -> value), Map.of());
    }

    private static double[] filled(int count, IntFunction<? extends Number> value) {
        return IntStream.range(0, count)
                .mapToDouble(i -> value.apply(i).doubleValue())
                .toArray();
    }

    /** An integer; a negative one has its place at the front. */
    public static Term whole(long value) {
        return constant(Long.toString(value), (double) value);
    }

    /** A number of the user's: with all its digits, or rounded where they are more than anybody writes. */
    public static Term number(double value) {
        String all = Rounded.whole(value);
        return all.length() <= MOST_DIGITS ? constant(all, value) : rounded(value);
    }

    /** A number that follows from others, shown with four significant digits. */
    public static Term rounded(double value) {
        return constant(Rounded.of(value), value);
    }

    /** The sum. */
    public Term plus(Term other) {
        return joined(other, " + ", other.text, (a, b) -> a + b);
    }

    /** The difference. */
    public Term minus(Term other) {
        return joined(other, " \u2212 ", other.within(Rank.SERIES), (a, b) -> a - b);
    }

    private Term joined(Term other, String sign, String right, DoubleBinaryOperator operator) {
        return new Term(text + sign + right, Rank.SUM, both(other, operator), allNames(other));
    }

    /** The product; a sum or product over k has its place on the right. */
    public Term times(Term other) {
        if (this == ONE || other == ONE) {
            return this == ONE ? other : this;
        }
        String left = within(Rank.PRODUCT);
        String right = other.within(Rank.SERIES);
        return new Term(
                left + sign(left, right) + right,
                other.rank == Rank.SERIES ? Rank.SERIES : Rank.PRODUCT,
                both(other, (a, b) -> a * b),
                allNames(other));
    }

    /** What stands between two factors: nothing in 37k and 2(1 - k). */
    private static String sign(String left, String right) {
        if (right.startsWith("ln ")) {
            return " ";
        }
        char before = left.charAt(left.length() - 1);
        char after = right.charAt(0);
        boolean number = before >= '0' && before <= '9';
        return after == '(' || (number && !(after >= '0' && after <= '9')) ? "" : "\u00b7";
    }

    /** The fraction. */
    public Term over(Term other) {
        return new Term(
                within(Rank.PRODUCT) + "/" + other.within(Rank.ATOM),
                Rank.PRODUCT,
                both(other, (a, b) -> a / b),
                allNames(other));
    }

    /** The power. */
    public Term power(Term exponent) {
        boolean powered = rank == Rank.ATOM && Superscript.isHigh(text.charAt(text.length() - 1));
        return new Term(
                (powered ? "(" + text + ")" : within(Rank.ATOM)) + Superscript.of(exponent.text),
                Rank.ATOM,
                both(exponent, Math::pow),
                allNames(exponent));
    }

    /** The product of a term over k up to t, from some k on. */
    public static Term product(int from, Term body) {
        return series("\u220f", from, body.within(Rank.ATOM), body, (a, b) -> a * b, 1);
    }

    /** The sum of a term over k up to t, from some k on. */
    public static Term sum(int from, Term body) {
        return series("\u2211", from, body.within(Rank.SERIES), body, (a, b) -> a + b, 0);
    }

    private static Term series(
            String sign, int from, String each, Term body, DoubleBinaryOperator operator, double start) {
        String bound = "\u2096" + (from == 1 ? "" : "\u2265" + Superscript.low(from));
        return new Term(
                sign + bound + each, Rank.SERIES, count -> running(body, count, from, operator, start), body.names);
    }

    private static double[] running(Term body, int count, int from, DoubleBinaryOperator operator, double start) {
        double[] values = body.first.apply(count);
        double value = start;
        for (int i = 0; i < count; i++) {
            value = i + 1 < from ? value : operator.applyAsDouble(value, values[i]);
            values[i] = value;
        }
        return values;
    }

    /** The sum over j = 1 to a number. */
    public static Term sumOver(int most, UnaryOperator<Term> body) {
        Term symbol = body.apply(new Term("j", Rank.ATOM, count -> new double[count], Map.of()));
        Term sum = IntStream.rangeClosed(1, most)
                .mapToObj(j -> body.apply(whole(j)))
                .reduce(Term::plus)
                .orElseThrow();
        Map<String, String> names = new LinkedHashMap<>(symbol.names);
        names.put("j", "1\u2026" + most);
        return new Term("\u2211\u2c7c" + symbol.within(Rank.SERIES), Rank.SERIES, sum.first, names);
    }

    /** The same values under a name, such as n with a subscript k. */
    public Term named(String name) {
        return named(name, "");
    }

    /** The same values under a name, with what it means, such as d h^2, or nothing. */
    public Term named(String name, String meaning) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(name, meaning.isEmpty() ? text : meaning + " = " + text);
        names.forEach(all::putIfAbsent);
        return new Term(name, Rank.ATOM, first, all);
    }

    /** Of a name that counts with k: the sum of its first k values. */
    public Term total() {
        String one = text.charAt(0) + "\u2081 + \u2026 + " + text;
        return new Term(one, Rank.SUM, count -> running(this, count, 1, (a, b) -> a + b, 0), names);
    }

    /** Of a name that counts with t: the same one with k in t's place, under a sum. */
    public Term atK() {
        return new Term(text.charAt(0) + "\u2096", rank, first, names);
    }

    /** Of a name that counts with t: its value at k - 1 under a sum, and 1 at k = 1. */
    public Term beforeK() {
        return new Term(text.charAt(0) + "\u2096\u208b\u2081", rank, this::shifted, names);
    }

    private double[] shifted(int count) {
        double[] values = first.apply(count);
        System.arraycopy(values, 0, values, 1, count - 1);
        values[0] = 1;
        return values;
    }

    /** The natural logarithm. */
    public Term ln() {
        Term value = function("ln", Math::log);
        return rank == Rank.ATOM ? new Term("ln " + text, Rank.PRODUCT, value.first, names) : value;
    }

    /** e to this power. */
    public Term exp() {
        return function("exp", Math::exp);
    }

    /** The square root. */
    public Term root() {
        return function("\u221a", Math::sqrt);
    }

    /** psi, the derivative of ln Gamma. */
    public Term digamma() {
        return function("\u03c8", Gamma::digamma);
    }

    /** c4(n), the mean of a sample's standard deviation over the distribution's (divisor n - 1). */
    public Term c4() {
        return function("c\u2084", C4::of);
    }

    /** The nearest integer. */
    public Term round() {
        return function("round", Math::rint);
    }

    /** Another function of it. */
    public Term function(String name, DoubleUnaryOperator operator) {
        return new Term(
                name + "(" + text + ")",
                Rank.ATOM,
                count -> Arrays.stream(first.apply(count)).map(operator).toArray(),
                names);
    }

    private String within(Rank least) {
        return rank.compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    private IntFunction<double[]> both(Term other, DoubleBinaryOperator operator) {
        return count -> {
            double[] a = first.apply(count);
            double[] b = other.first.apply(count);
            Arrays.setAll(a, i -> operator.applyAsDouble(a[i], b[i]));
            return a;
        };
    }

    private Map<String, String> allNames(Term other) {
        Map<String, String> all = new LinkedHashMap<>(names);
        other.names.forEach(all::putIfAbsent);
        return all;
    }

    /** The values at t = 1 to a number. */
    double[] values(int count) {
        return first.apply(count);
    }

    /** What its names stand for, each after a comma; empty without names. */
    String where() {
        StringBuilder where = new StringBuilder();
        names.forEach(
                (name, meaning) -> where.append(", ").append(name).append(" = ").append(meaning));
        return where.toString();
    }

    /** As it is shown, without what its names stand for. */
    @Override
    public String toString() {
        return text;
    }
}
