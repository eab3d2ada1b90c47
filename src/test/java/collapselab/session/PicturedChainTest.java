package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All chains are pictured, one of them in bold. */
@Timeout(60)
class PicturedChainTest {
    private static final String GAUSSIAN = "gaussian?samples=20&generations=13&seeds=30&regime=replace,accumulate";

    private final Runner runner = new Runner();

    @AfterEach
    void close() {
        runner.close();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.getAsBoolean()) {
            boolean unused = never.await(2, TimeUnit.MILLISECONDS);
        }
    }

    private Run done(String text, OptionalInt chosen) throws InterruptedException {
        Run run = runner.start(RunSpec.parse(text, FinishedRuns.CATALOG), chosen, () -> {});
        until(() -> run.state() == Run.State.DONE);
        return run;
    }

    private static Curve bold(Panel<?, ?> panel, int generation) {
        Curves curves = (Curves) panel.picture(generation).get(0);
        return curves.curves().stream()
                .filter(curve -> curve.stroke() == Curve.Stroke.STRONG)
                .findFirst()
                .orElseThrow();
    }

    /** The highest point of a normal density tells its variance. */
    private static double variance(Curve density) {
        double peak = Arrays.stream(density.y().toArray()).max().orElseThrow();
        return 1 / (2 * Math.PI * peak * peak);
    }

    @Test
    void everyChainIsDrawnAndOneOfThemInBold() throws InterruptedException {
        Run run = done(GAUSSIAN, OptionalInt.of(7));
        assertThat(run.pictured()).isEqualTo(7);
        for (Panel<?, ?> panel : run.panels()) {
            Doubles chains = panel.values("variance_ratio", 12).orElseThrow();
            List<Curve> faint = ((Curves) panel.picture(12).get(0))
                    .curves().stream()
                            .filter(curve -> curve.stroke() == Curve.Stroke.CHAIN)
                            .toList();
            assertThat(faint).hasSize(30);
            for (int c = 0; c < 30; c++) {
                assertThat(variance(faint.get(c)) / chains.get(c))
                        .as("chain %d", c)
                        .isBetween(0.98, 1.1);
            }
            assertThat(variance(bold(panel, 12)) / chains.get(7)).isBetween(0.99, 1.02);
            assertThat(bold(panel, 12).name()).startsWith("one of 30: ");
        }
    }

    @Test
    void anotherChainCanBeChosenAfterTheEnd() throws InterruptedException {
        Run run = done(GAUSSIAN, OptionalInt.of(0));
        run.picture(5);
        until(() -> run.pictured() == 5);
        Panel<?, ?> panel = run.panels().get(0);
        assertThat(variance(bold(panel, 12))
                        / panel.values("variance_ratio", 12).orElseThrow().get(5))
                .isBetween(0.99, 1.02);
        run.pictureTypical();
        until(() -> run.pictured() == TypicalChain.of(run.panels()));
    }

    @Test
    void withoutAChoiceTheChainThatStraysLeastFromTheMedianIsPictured() throws InterruptedException {
        Run run = done(GAUSSIAN, OptionalInt.empty());
        double[] farthest = new double[30];
        for (Panel<?, ?> panel : run.panels()) {
            for (int g = 0; g < 13; g++) {
                double[] chains =
                        panel.values("variance_ratio", g).orElseThrow().toArray();
                double[] sorted = chains.clone();
                Arrays.sort(sorted);
                double median = (sorted[14] + sorted[15]) / 2;
                for (int c = 0; c < 30; c++) {
                    farthest[c] = Math.max(farthest[c], Math.abs(Math.log(chains[c] / median)));
                }
            }
        }
        double least = Arrays.stream(farthest).min().orElseThrow();
        assertThat(farthest[run.pictured()]).isEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian?dimension=2&samples=20&generations=5&seeds=6",
                "mixture?samples=30&generations=5&seeds=6",
                "regression?dimension=1&samples=20&generations=5&seeds=6",
                "regression?dimension=3&samples=20&generations=5&seeds=6",
                "kde?samples=30&generations=5&seeds=6",
                "kde?data=normal&samples=30&generations=5&seeds=6",
            })
    void outlinesAreThoseOfTheChainsAlone(String text) throws InterruptedException {
        Run all = done(text, OptionalInt.of(0));
        Run alone = done(text.replace("seeds=6", "seeds=2") + "&seed=4", OptionalInt.of(0));
        List<Doubles> outlines = all.panels().get(0).recording().outlines(4);
        List<Doubles> own = alone.panels().get(0).recording().outlines(4);
        assertThat(outlines).isNotEmpty();
        for (int i = 0; i < outlines.size(); i++) {
            assertThat(outlines.get(i).size()).isEqualTo(6);
            assertThat(outlines.get(i).get(3)).isEqualTo(own.get(i).get(0));
            assertThat(outlines.get(i).get(4)).isEqualTo(own.get(i).get(1));
        }
    }

    @Test
    void noMoreChainsAreDrawnThanCanBeToldApart() throws InterruptedException {
        Run run = done("gaussian?samples=20&generations=3&seeds=400", OptionalInt.empty());
        assertThat(run.panels().get(0).recording().outlines(2).get(0).size()).isEqualTo(Recording.MOST_OUTLINES);
    }

    @Test
    void theCaptionCountsTheChains() throws InterruptedException {
        Run run = done(GAUSSIAN, OptionalInt.empty());
        Panel<?, ?> replace = run.panels().get(0);
        assertThat(replace.regime()).isEqualTo(DataRegime.REPLACE);
        long narrow = Arrays.stream(
                        replace.values("variance_ratio", 12).orElseThrow().toArray())
                .filter(v -> v < 1)
                .count();
        assertThat(replace.count(12)).contains(narrow + " of 30 chains narrower than real");
    }
}
