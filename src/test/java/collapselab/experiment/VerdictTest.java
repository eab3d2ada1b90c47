package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.Law.Kind;
import collapselab.experiment.Verdict.Status;
import collapselab.plot.Doubles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Doubles VALUES = Doubles.of(1, 2, 3, 4); // mean 2.5, deviation 1.29, standard error 0.645

    private static Verdict judge(Law... laws) {
        return Verdict.of("m", List.of(laws), 0, id -> VALUES);
    }

    private static Law law(Kind kind, double value, double deviation) {
        return new Law("m", kind, g -> value, g -> deviation, Integer.MAX_VALUE, Optional.empty(), "f", "s");
    }

    @Test
    void aMeanIsMeasuredInStandardErrors() {
        Verdict verdict = judge(Law.mean("m", g -> 2.0, "f", "s"));
        assertThat(verdict.status()).isEqualTo(Status.AGREES);
        assertThat(verdict.standardErrors()).isCloseTo(0.5 / 0.6455, within(1e-3));
        assertThat(verdict.sentence()).isEqualTo("mean within 0.8 standard errors of theory");
        assertThat(judge(Law.mean("m", g -> 6.0, "f", "s")).status()).isEqualTo(Status.DIFFERS);
    }

    @Test
    void aDeviationThatTheoryGivesIsUsed() {
        assertThat(judge(law(Kind.MEAN, 2.6, 0.02)).standardErrors()).isCloseTo(-10, within(1e-9));
    }

    @Test
    void aBoundIsOnlyCrossedUpwards() {
        assertThat(judge(law(Kind.BOUND, 100, 0.1)).status()).isEqualTo(Status.AGREES);
        assertThat(judge(law(Kind.BOUND, 1, 0.1)).status()).isEqualTo(Status.DIFFERS);
    }

    @Test
    void aFloorIsOnlyCrossedDownwardsAndTheWorstBoundJudges() {
        assertThat(judge(law(Kind.FLOOR, 1, 0.1)).status()).isEqualTo(Status.AGREES);
        assertThat(judge(law(Kind.FLOOR, 100, 0.1)).status()).isEqualTo(Status.DIFFERS);
        assertThat(judge(law(Kind.BOUND, 100, 0.1), law(Kind.FLOOR, 100, 0.1)).sentence())
                .endsWith("standard errors below its bound");
        assertThat(judge(law(Kind.BOUND, 100, 0.1), law(Kind.FLOOR, 1, 0.1)).status())
                .isEqualTo(Status.AGREES);
    }

    @Test
    void chainsWithoutSpreadAgreeUpToRounding() {
        Doubles same = Doubles.of(0.5, 0.5);
        assertThat(Verdict.of("m", List.of(Law.mean("m", g -> 0.5 + 1e-11, "f", "s")), 0, id -> same)
                        .status())
                .isEqualTo(Status.AGREES);
        assertThat(Verdict.of("m", List.of(Law.mean("m", g -> 0.5 + 1e-6, "f", "s")), 0, id -> same)
                        .status())
                .isEqualTo(Status.DIFFERS);
    }

    @Test
    void aMeanThatCannotBeSeenIsJudgedByAnotherLaw() {
        Law log = new Law("l", Kind.MEAN, g -> 2.5, g -> 1, Integer.MAX_VALUE, Optional.empty(), "f", "s");
        Law hidden = new Law("m", Kind.MEAN, g -> 100, g -> 1, -1, Optional.of(log), "f", "s");
        assertThat(judge(hidden).status()).isEqualTo(Status.AGREES);
        assertThat(judge(hidden).sentence()).startsWith("log law");
        Law lost = new Law("m", Kind.MEAN, g -> 100, g -> 1, -1, Optional.empty(), "f", "s");
        assertThat(judge(lost).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void withoutALawItSaysSo() {
        assertThat(judge().status()).isEqualTo(Status.NO_LAW);
        assertThat(judge(law(Kind.TYPICAL, 2.5, 1)).status()).isEqualTo(Status.NO_LAW);
    }

    @Test
    void oneChainSaysNothingOfAMean() {
        Law law = Law.mean("m", g -> 1.0, "f", "s");
        assertThat(Verdict.of("m", List.of(law), 0, id -> Doubles.of(1)).status())
                .isEqualTo(Status.OPEN);
        assertThat(Verdict.of("m", List.of(law), 0, id -> Doubles.of(1, Double.NaN))
                        .status())
                .isEqualTo(Status.OPEN);
        assertThat(Verdict.of("m", List.of(law), 0, id -> Doubles.of(1, 1, 1)).standardErrors())
                .isZero();
    }
}
