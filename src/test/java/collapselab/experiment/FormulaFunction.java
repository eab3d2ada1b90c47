package collapselab.experiment;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Gamma;

/** The functions that formulas on the screen name. */
enum FormulaFunction {
    LN("ln", Math::log),
    EXP("exp", Math::exp),
    ROOT("\u221a", Math::sqrt),
    ROUND("round", Math::rint),
    DIGAMMA("\u03c8", Gamma::digamma),
    NORMAL("\u03a6", new NormalDistribution(null, 0, 1)::cumulativeProbability),
    ZETA("\u03b6", FormulaFunction::zeta),
    C4("c\u2084", FormulaFunction::c4);

    private final String text;
    private final DoubleUnaryOperator operator;

    FormulaFunction(String text, DoubleUnaryOperator operator) {
        this.text = text;
        this.operator = operator;
    }

    /** How it is written. */
    String text() {
        return text;
    }

    /** Its value. */
    double of(double x) {
        return operator.applyAsDouble(x);
    }

    /** By Euler and Maclaurin. */
    private static double zeta(double s) {
        int many = 1_000;
        double sum = 0;
        for (int k = 1; k < many; k++) {
            sum += Math.pow(k, -s);
        }
        return sum + Math.pow(many, 1 - s) / (s - 1) + 0.5 * Math.pow(many, -s) + s / 12 * Math.pow(many, -s - 1);
    }

    /** From c4(2) and c4(3) by c4(n + 2) = c4(n) n / sqrt(n^2 - 1). */
    private static double c4(double n) {
        double value = n % 2 == 0 ? Math.sqrt(2 / Math.PI) : Math.sqrt(Math.PI) / 2;
        for (double m = n % 2 == 0 ? 2 : 3; m < n; m += 2) {
            value *= m / Math.sqrt(m * m - 1);
        }
        return value;
    }
}
