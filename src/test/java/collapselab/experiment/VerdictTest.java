package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.Law.Kind;
import collapselab.experiment.Law.Spread;
import collapselab.experiment.Verdict.Looks;
import collapselab.experiment.Verdict.Status;
import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {
    /** 400 values of mean 10, deviation 1 and no skewness: the mean's standard error is 0.05. */
    private static final Doubles VALUES =
            Doubles.generate(400, i -> i % 2 == 0 ? 9 : 11).map(x -> 10 + (x - 10) * Math.sqrt(399.0 / 400));

    private static Verdict judge(Law... laws) {
        return Judging.at("m", List.of(laws), 0, id -> VALUES);
    }

    private static Law law(Kind kind, double value) {
        return new Law("m", kind, g -> value, Optional.empty(), Integer.MAX_VALUE, Optional.empty(), "f", "s");
    }

    private static Law spread(double value, double deviation) {
        return law(Kind.MEAN, value).with(new Spread(g -> deviation, g -> 0));
    }

    @Test
    void aMeanIsMeasuredInStandardErrors() {
        Verdict verdict = judge(law(Kind.MEAN, 9.9));
        assertThat(verdict.status()).isEqualTo(Status.AGREES);
        assertThat(verdict.standardErrors()).isCloseTo(2, within(1e-9));
        assertThat(verdict.sentence()).startsWith("mean at most 2.0 standard errors from theory; a law wrong by ");
        assertThat(judge(law(Kind.MEAN, 9.701)).status()).isEqualTo(Status.DIFFERS);
        assertThat(judge(law(Kind.MEAN, 9.701)).sentence())
                .isEqualTo(
                        "mean 6.0 standard errors from theory at generation 0, more than chance gives in one curve of"
                                + " 25,000, or one run of 1,000");
    }

    /** The limit is 4.2 standard errors, 4.1 with a known spread, and 1.6 more are passed 95 times in 100. */
    @Test
    void whatWouldHaveBeenFoundIsSaid() {
        assertThat(judge(law(Kind.MEAN, 10)).visible()).isCloseTo(5.9 * 0.05 / 10, within(0.002));
        assertThat(judge(spread(10, 0.2)).visible()).isCloseTo(5.75 * 0.01 / 10, within(0.0002));
    }

    @Test
    void aDeviationThatTheoryGivesIsUsed() {
        assertThat(judge(spread(10.06, 0.2)).standardErrors()).isCloseTo(-6, within(1e-9));
        assertThat(judge(spread(10.06, 0.2)).status()).isEqualTo(Status.DIFFERS);
        assertThat(judge(law(Kind.MEAN, 10.06)).status()).isEqualTo(Status.AGREES);
    }

    @Test
    void boundsAreCrossedOneWayAndTheWorstJudges() {
        assertThat(judge(law(Kind.UPPER, 100)).status()).isEqualTo(Status.AGREES);
        assertThat(judge(law(Kind.UPPER, 9)).status()).isEqualTo(Status.DIFFERS);
        assertThat(judge(law(Kind.LOWER, 1)).status()).isEqualTo(Status.AGREES);
        assertThat(judge(law(Kind.UPPER, 100), law(Kind.LOWER, 11)).sentence())
                .contains("standard errors below its bound");
        assertThat(judge(law(Kind.UPPER, 100), law(Kind.LOWER, 1)).status()).isEqualTo(Status.AGREES);
    }

    @Test
    void whereNothingIsLeftToChanceValuesAreComparedAsTheyAre() {
        Doubles same = Doubles.of(0.5, 0.5);
        Law exact = Law.exact("m", g -> 0.4, "f", "s");
        assertThat(Judging.at("m", List.of(Law.exact("m", g -> 0.5 + 1e-11, "f", "s")), 0, id -> same)
                        .status())
                .isEqualTo(Status.AGREES);
        Verdict off = Judging.at("m", List.of(exact), 0, id -> same);
        assertThat(off.status()).isEqualTo(Status.DIFFERS);
        assertThat(off.sentence())
                .isEqualTo("theory leaves nothing to chance, and chains give 0.5 instead of 0.4 at generation 0");
        assertThat(Judging.at("m", List.of(exact), 0, id -> Doubles.of(0.5)).status())
                .isEqualTo(Status.DIFFERS);
    }

    /** All of 20 chains have lost their rare words, of which theory expects 0.003: that is no error of infinite size. */
    @Test
    void chainsThatAllGiveTheSameByChanceDoNotJudgeAMean() {
        Doubles none = Doubles.generate(20, i -> 0);
        assertThat(Judging.at("m", List.of(law(Kind.MEAN, 0.003)), 0, id -> none)
                        .status())
                .isEqualTo(Status.OPEN);
        Doubles rounded = Doubles.of(1e-4, 1e-4 + 3e-16);
        assertThat(Judging.at("m", List.of(law(Kind.MEAN, 1.1e-4)), 0, id -> rounded)
                        .status())
                .isEqualTo(Status.OPEN);
        assertThat(Judging.at("m", List.of(law(Kind.LOWER, 0.003)), 0, id -> none)
                        .status())
                .isEqualTo(Status.OPEN);
        assertThat(Judging.at("m", List.of(law(Kind.MEAN, 0)), 0, id -> none).standardErrors())
                .isZero();
    }

    @Test
    void aMeanThatCannotBeSeenIsJudgedByAnotherLaw() {
        Law log = Law.mean("l", g -> 10, "f", "s");
        Law hidden = law(Kind.MEAN, 100).visibleUntil(-1);
        assertThat(judge(hidden).status()).isEqualTo(Status.OPEN);
        assertThat(judge(hidden.thenBy(log)).status()).isEqualTo(Status.AGREES);
        assertThat(judge(hidden.thenBy(log)).sentence()).startsWith("log law");
    }

    @Test
    void theWholeCurveHasOneVerdict() {
        List<Law> laws = List.of(Law.mean("m", g -> g == 3 ? 9.701 : 10, "f", "s"));
        List<Integer> all = IntStream.range(0, 5).boxed().toList();
        Verdict verdict = Verdict.of("m", laws, new Looks(all, 5), (id, g) -> ChainMoments.of(VALUES));
        assertThat(verdict.status()).isEqualTo(Status.DIFFERS);
        assertThat(verdict.sentence()).contains("at generation 3");
        // The same gap among a million generations is chance: the false alarm is shared among those to come.
        Verdict planned = Verdict.of("m", laws, new Looks(all, 1_000_000), (id, g) -> ChainMoments.of(VALUES));
        assertThat(planned.status()).isEqualTo(Status.AGREES);
    }

    @Test
    void withoutALawItSaysSo() {
        assertThat(judge().status()).isEqualTo(Status.NONE);
        assertThat(judge(law(Kind.TYPICAL, 10)).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void fewChainsSayNothingOfAMean() {
        List<Law> laws = List.of(law(Kind.MEAN, 1));
        assertThat(Judging.at("m", laws, 0, id -> Doubles.of(1)).sentence()).startsWith("one chain");
        assertThat(Judging.at("m", laws, 0, id -> Doubles.of(1, Double.NaN)).status())
                .isEqualTo(Status.OPEN);
        assertThat(Judging.at("m", laws, 0, id -> Doubles.of(0.9, 1.2)).sentence())
                .isEqualTo("too few chains to judge their mean with so few false alarms: run more");
    }
}
