package collapselab.catalog.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.experiment.Conservation;
import collapselab.experiment.Generation;
import collapselab.experiment.Judging;
import collapselab.experiment.Law;
import collapselab.experiment.Setting;
import collapselab.experiment.Verdict;
import collapselab.kernel.mixture.Mixture;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulation against the exact laws. Seeds are fixed; a right program fails a comparison at 4 standard errors once in 16,000
 * normal means, and some 100 are made here. 1,000 chains of n = 40 notice a trace that is wrong by 4 sqrt(2 / (n R)), 3 %.
 */
@Tag("slow")
class MixtureLawsTest {
    private static final String SMALL = "mixture?samples=40&generations=12&seeds=1000&tolerance=0.01&start=previous";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&floor=0.05",
                "&data=one-blob&components=3",
                "&components=1",
                "&growth=linear",
                "&regime=accumulate",
                "&regime=accumulate&floor=0.05",
                "&regime=accumulate&growth=linear&data=one-blob",
                "&regime=replace-multiple&floor=0.05",
                "&regime=subsample&floor=0.05",
                "&real=0.25&realSource=fresh",
                "&real=0.25&realSource=kept&floor=0.05",
                "&real=0.25&realSource=redrawn&regime=accumulate"
            })
    void everyLawHoldsWithinFourStandardErrors(String more) {
        Setting<MixtureParameters> setting = Lab.setting(SMALL + more);
        List<Law> laws = Lab.EXPERIMENT.laws(setting);
        assertThat(laws).hasSize(more.contains("real") ? 2 : 3);
        for (Generation<MixtureSnapshot> generation : Lab.run(SMALL + more, 0, 1, 5, 7)) {
            for (Law law : laws) {
                Verdict verdict = Judging.at(law.metric(), laws, generation.index(), id -> Lab.values(generation, id));
                assertThat(verdict.status())
                        .as(law.metric() + " at " + generation.index() + ": " + verdict.sentence())
                        .isEqualTo(Verdict.Status.AGREES);
            }
        }
    }

    @Test
    void theLawsAreTheKnownClosedForms() {
        String text = "mixture?samples=25&generations=30&floor=0";
        List<Law> replace = Lab.EXPERIMENT.laws(Lab.setting(text));
        List<Law> accumulate = Lab.EXPERIMENT.laws(Lab.setting(text + "&regime=accumulate"));
        double product = 1;
        for (int t = 1; t <= 30; t++) {
            product *= 1 - 1 / (25.0 * t * t);
            assertThat(at(replace, "trace_real", t)).isCloseTo(Math.pow(1 - 1 / 25.0, t), within(1e-13));
            assertThat(at(replace, "trace_ratio", t)).isCloseTo(Math.pow(1 - 1 / 25.0, t - 1), within(1e-13));
            assertThat(at(replace, "mean_error2", t)).isCloseTo(1 - Math.pow(1 - 1 / 25.0, t), within(1e-13));
            assertThat(at(accumulate, "trace_real", t)).isCloseTo(product, within(1e-13));
            assertThat(at(accumulate, "mean_error2", t)).isCloseTo(1 - product, within(1e-13));
        }
    }

    private static double at(List<Law> laws, String metric, int t) {
        return laws.stream()
                .filter(law -> law.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(t - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&regime=accumulate", "&regime=replace-multiple", "&growth=linear"})
    void spreadAndDriftAddUpToTheRealTraceAndTheFloors(String more) {
        String text = "mixture?samples=25&generations=30&floor=0.01" + more;
        Conservation law = Lab.EXPERIMENT.conservation(Lab.setting(text)).orElseThrow();
        double floors = 0;
        for (int g = 0; g < 30; g++) {
            // T = 6. What joins a pool carries its floor in with its share of the pool only.
            floors += 0.02 / 6 * (more.contains("accumulate") ? 1 / (g + 1.0) : 1);
            assertThat(law.total().value().applyAsDouble(g)).isCloseTo(1 + floors, within(1e-12));
        }
        assertThat(law.total().formula()).contains("= 1 + a", "a = the floor's part = 0.003333");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&data=one-blob", "&components=2", "&regime=accumulate", "&regime=subsample"})
    void withInfinitelyManySamplesNothingButTheFloorChangesAfterGenerationZero(String more) {
        String text = "mixture?statistical=infinite&generations=20&floor=0.001&seeds=3" + more
                + (more.contains("components") ? "" : "&components=1");
        double real = more.contains("one-blob") ? 2 : 6;
        for (Generation<MixtureSnapshot> generation : Lab.run(text, 0, 1, 19)) {
            // What joins a pool carries its floor in with its share of the pool only.
            double floors = IntStream.rangeClosed(1, generation.index() + 1)
                    .mapToDouble(t -> more.contains("regime") ? 1.0 / t : 1)
                    .sum();
            double[] spread = Lab.values(generation, "trace_real").toArray();
            double expected = 1 + 0.002 * floors / real;
            assertThat(DoubleStream.of(spread)).allMatch(v -> Math.abs(v - expected) < 1e-12);
            assertThat(Lab.values(generation, "mean_error2").get(0)).isBetween(0.0, 1e-25);
        }
    }

    @Test
    void oneComponentOnTwoBlobsJumpsAtGenerationZeroAndThenStays() {
        var generations = Lab.run("mixture?components=1&statistical=infinite&floor=0&generations=40", 0, 39);
        var mixture = generations.get(1).snapshot().orElseThrow().mixture();

        assertThat(mixture.varianceX(0)).isCloseTo(5, within(1e-12));
        assertThat(mixture.varianceY(0)).isCloseTo(1, within(1e-12));
        assertThat(Lab.values(generations.get(1), "l2").get(0)).isBetween(0.0, 1e-25);
    }

    /** The family is right and n infinite: what is left is the search's error, and it goes with the tolerance. */
    @Test
    void withInfinitelyManySamplesOnlyTheSearchsErrorIsLeft() {
        String text = "mixture?statistical=infinite&floor=0&generations=10&tolerance=";
        double loose = Lab.values(Lab.run(text + "0.001", 9).get(0), "l2").get(0);
        double tight =
                Lab.values(Lab.run(text + "0.0000000001", 9).get(0), "l2").get(0);
        Mixture found = Lab.run(text + "0.0000000001", 0)
                .get(0)
                .snapshot()
                .orElseThrow()
                .mixture();
        Mixture truth = Mixture.of(0.5, -2, 0, 1, 0, 1, 0.5, 2, 0, 1, 0, 1);

        assertThat(loose).isGreaterThan(100 * tight);
        assertThat(tight).isLessThan(1e-7);
        assertThat(found.squaredDistance(truth)).isLessThan(1e-8);
    }

    @Test
    void noLawIsGivenWhereNoneIsKnown() {
        assertThat(Lab.EXPERIMENT.laws(Lab.setting("mixture?samples=40&generations=9")))
                .extracting(Law::metric)
                .containsExactly("trace_real", "trace_ratio", "mean_error2");
        assertThat(Lab.EXPERIMENT.laws(Lab.setting("mixture?real=0.5&samples=40&generations=9")))
                .extracting(Law::metric)
                .containsExactly("trace_real", "mean_error2");
    }

    @Test
    void aMeanThatRarePathsCarryIsNotJudged() {
        List<Law> laws = Lab.EXPERIMENT.laws(Lab.setting("mixture?samples=40&generations=100"));
        assertThat(laws).allMatch(law -> law.lastVisible() == 7);
    }
}
