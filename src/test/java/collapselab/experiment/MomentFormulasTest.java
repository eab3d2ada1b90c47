package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.MomentRecursion.Step;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every closed form against the recursion that it solves, and where there has to be one. */
class MomentFormulasTest {
    private static final int GENERATIONS = 30;

    private static void same(String what, Optional<Term> closed, IntToDoubleFunction value) {
        closed.ifPresent(term -> {
            double[] values = term.values(GENERATIONS);
            for (int g = 0; g < GENERATIONS; g++) {
                double expected = value.applyAsDouble(g);
                assertThat(values[g])
                        .as(what + " " + term + " at " + g)
                        .isCloseTo(expected, within(1e-12 + 1e-10 * expected));
            }
        });
    }

    private static int count(Protocol protocol, DataRegime regime, Step step) {
        MomentFormulas forms = new MomentFormulas(protocol, regime, step, "");
        MomentRecursion exact = new MomentRecursion(protocol, regime, step);
        String what = protocol + " " + regime + " " + step;
        IntToDoubleFunction a = step.added();
        same(what, forms.fitted(), exact::variance);
        same(what, forms.named(), g -> exact.variance(g) + a.applyAsDouble(g));
        same(what, forms.sampled(), g -> exact.variance(g) + a.applyAsDouble(g));
        same(what, forms.meanError(), exact::meanError);
        same(what, forms.total(), g -> exact.variance(g) + a.applyAsDouble(g) + exact.meanError(g));
        same(
                what,
                forms.sinceFirst(),
                g -> (exact.variance(g) + a.applyAsDouble(g)) / (exact.variance(0) + a.applyAsDouble(0)));
        return (int) (forms.fitted().stream().count()
                + forms.meanError().stream().count()
                + forms.total().stream().count());
    }

    @ParameterizedTest
    @EnumSource(DataRegime.class)
    void closedFormsSolveTheRecursion(DataRegime regime) {
        int closed = 0;
        for (Growth growth : Growth.values()) {
            for (int n : new int[] {2, 7, 38}) {
                for (double real : new double[] {0, 0.23}) {
                    Protocol protocol = new Protocol(n, GENERATIONS, real, RealSource.FRESH, 1, 1, growth);
                    for (SampleLimit limit : SampleLimit.values()) {
                        for (int missing = 0; missing < 2; missing++) {
                            for (double scale : new double[] {1, 0.83}) {
                                for (double added : new double[] {0, 0.137}) {
                                    closed += count(protocol, regime, new Step(limit, missing, scale, g -> added));
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(closed).isGreaterThan(regime == DataRegime.SUBSAMPLE ? 100 : 200);
    }

    @Test
    void whatIsAddedMayChange() {
        Protocol protocol = new Protocol(7, GENERATIONS, 0, RealSource.FRESH, 1, 1);
        Step fading = new Step(SampleLimit.FINITE, 0, 1, g -> 0.1 / (g + 1));
        assertThat(count(protocol, DataRegime.REPLACE, fading)).isZero();
    }

    /** n = 10, t = 1: the divisor n - 1 keeps the first fit's variance, and nothing is taken at k = 1. */
    @Test
    void theUnbiasedProductBeginsAtTheSecondFit() {
        Protocol protocol = new Protocol(10, GENERATIONS, 0, RealSource.FRESH, 1, 1);
        Step unbiased = new Step(SampleLimit.FINITE, 1, 1, g -> 0);
        Term form = new MomentFormulas(protocol, DataRegime.ACCUMULATE, unbiased, "")
                .fitted()
                .orElseThrow();
        assertThat(form).hasToString("\u220f\u2096\u2265\u2082(1 \u2212 1/(k(10k \u2212 1)))");
        assertThat(form.values(30)[0]).isEqualTo(1);
        assertThat(form.values(30)[1]).isCloseTo(0.9737, within(5e-5));
        assertThat(form.values(30)[29]).isCloseTo(0.9382, within(5e-5));
    }
}
