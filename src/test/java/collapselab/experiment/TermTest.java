package collapselab.experiment;

import static collapselab.experiment.Term.K;
import static collapselab.experiment.Term.ONE;
import static collapselab.experiment.Term.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Texts and values of terms. */
class TermTest {
    private static final Term TWO = Term.whole(2);
    private static final Term N = Term.whole(7);

    private static void is(Term term, String text, double atThree) {
        assertThat(term.toString()).isEqualTo(text);
        assertThat(term.values(5)[2]).isCloseTo(atThree, within(1e-12));
    }

    @Test
    void bracketsAreWhereTheyAreNeeded() {
        is(ONE.minus(ONE.minus(T)), "1 \u2212 (1 \u2212 t)", 3);
        is(N.times(T.plus(ONE)).over(N.times(T)), "7(t + 1)/(7t)", 28.0 / 21);
        is(ONE.over(ONE.over(T)), "1/(1/t)", 3);
        is(N.times(TWO).plus(T), "7\u00b72 + t", 17);
        is(T.power(TWO).power(T), "(t\u00b2)\u1d57", 729);
        is(Term.sum(1, K).times(N), "(\u2211\u2096k)\u00b77", 42);
        is(N.times(Term.sum(1, K.plus(ONE))), "7\u2211\u2096(k + 1)", 63);
        is(T.minus(ONE).times(TWO.ln()), "(t \u2212 1) ln 2", 2 * Math.log(2));
        is(T.minus(ONE).ln(), "ln(t \u2212 1)", Math.log(2));
    }

    @Test
    void exponentsStandAboveTheLineWhereTheyCan() {
        is(Term.number(0.5).power(T.minus(ONE)), "0.5\u1d57\u207b\u00b9", 0.25);
        is(T.power(Term.number(-1.5)), "t\u207b\u00b9\u00b7\u2075", Math.pow(3, -1.5));
        is(N.power(TWO.over(T)), "7^(2/t)", Math.pow(7, 2 / 3.0));
    }

    @Test
    void seriesRunToT() {
        is(Term.product(1, ONE.plus(ONE.over(K))), "\u220f\u2096(1 + 1/k)", 4);
        is(Term.product(2, K), "\u220f\u2096\u2265\u2082k", 6);
        is(Term.sum(3, K), "\u2211\u2096\u2265\u2083k", 3);
        is(Term.sumOver(4, j -> j.times(T)), "\u2211\u2c7cj\u00b7t", 30);
    }

    @Test
    void namesAreExplainedBehind() {
        Term sizes = N.times(K).named("n\u2096");
        Term pool = sizes.total().named("N\u2096");
        Formula formula = Formula.of("x = ", Term.sum(1, sizes.over(pool)), " \u2248 y");
        assertThat(formula.text())
                .isEqualTo(
                        "x = \u2211\u2096n\u2096/N\u2096 \u2248 y, n\u2096 = 7k, N\u2096 = n\u2081 + \u2026 + n\u2096");
        assertThat(formula.value().applyAsDouble(2)).isCloseTo(1 + 2 / 3.0 + 0.5, within(1e-12));
        assertThat(formula.value().applyAsDouble(200)).isPositive();
        Term left = Term.product(2, K).named("P\u209c");
        is(Term.sum(1, left.beforeK()), "\u2211\u2096P\u2096\u208b\u2081", 1 + 1 + 2);
        is(Term.sum(1, left.atK()), "\u2211\u2096P\u2096", 1 + 2 + 6);
    }

    @Test
    void theUsersNumbersKeepTheirDigits() {
        assertThat(Term.number(0.83125)).hasToString("0.83125");
        assertThat(Term.number(0.1 + 0.2)).hasToString("0.3");
        assertThat(Term.rounded(0.83125)).hasToString("0.8313");
        assertThat(Term.whole(-2)).hasToString("\u22122");
    }
}
