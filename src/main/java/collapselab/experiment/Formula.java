package collapselab.experiment;

import java.util.function.IntToDoubleFunction;

/**
 * What a law says, as it is shown, and its values. After the formula come what its names stand for, each after a comma, and
 * further claims, each after a semicolon; words that are no part of a formula follow a colon. {@code FormulasTest} reads the text
 * alone and compares what it comes to with the values.
 *
 * @param text the formula with the user's numbers in it
 * @param value its value at a generation
 */
public record Formula(String text, IntToDoubleFunction value) {
    /**
     * A closed form: text and values of one expression.
     *
     * @param left what it is the value of, with the sign of relation
     */
    public static Formula of(String left, Term right) {
        return of(left, right, "");
    }

    /** A closed form, and what else it comes to or tends to, with the sign of relation. */
    public static Formula of(String left, Term right, String more) {
        return new Formula(left + right + more + right.where(), new Curve(right));
    }

    /**
     * Values that have no closed form.
     *
     * @param left what they are the values of
     * @param inputs what the recursion starts from, with the user's numbers
     */
    public static Formula recursion(String left, String inputs, IntToDoubleFunction value) {
        return new Formula(left + " by an exact recursion (" + inputs + ")", value);
    }

    /** With more text behind. */
    public Formula with(String more) {
        return new Formula(text + more, value);
    }

    /** A term's values by generation, worked out as they are asked for. */
    private static final class Curve implements IntToDoubleFunction {
        private static final int FEWEST = 64;

        private final Term term;
        private volatile double[] values = {};

        Curve(Term term) {
            this.term = term;
        }

        @Override
        public double applyAsDouble(int generation) {
            double[] known = values;
            if (generation >= known.length) {
                known = term.values(Math.max(FEWEST, 2 * (generation + 1)));
                values = known;
            }
            return known[generation];
        }
    }
}
