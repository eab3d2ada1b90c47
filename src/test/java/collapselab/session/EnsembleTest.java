package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.experiment.Generation;
import collapselab.experiment.OwnData;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.kernel.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleTest {
    private static final SortedSet<Integer> ALL = new TreeSet<>();

    /** Everything an ensemble hands over, as "regime seed generation bits...". */
    private static List<String> rows(RunSpec<?> spec, SortedSet<Integer> wanted, int threads) {
        List<String> rows = new ArrayList<>();
        Ensemble.of(spec, wanted, threads).run(collector(rows), Progress.NONE);
        return rows;
    }

    private static Ensemble.Sink collector(List<String> rows) {
        return (regime, block) -> {
            for (int c = 0; c < block.chains(); c++) {
                for (Generation<?> generation : block.generations()) {
                    StringBuilder row =
                            new StringBuilder(regime.text() + " " + (block.firstSeed() + c) + " " + generation.index());
                    for (var metric : generation.metrics()) {
                        row.append(' ').append(Double.doubleToLongBits(metric.get(c)));
                    }
                    rows.add(row.toString());
                }
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everySeedEqualsThatSeedAloneOnAnyNumberOfThreads(int threads) {
        Wander wander = new Wander("wander", true, 64);
        List<String> together = rows(wander.spec("seed=5&seeds=150&generations=7"), ALL, threads);
        List<String> alone = new ArrayList<>();
        for (int seed = 5; seed < 155; seed++) {
            alone.addAll(rows(wander.spec("generations=7&seed=" + seed), ALL, 1));
        }
        assertThat(together).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void asManyChainsAsCanBeCountedAreBegun(int threads) {
        Wander wander = new Wander("wander", true, 1);
        Ensemble ensemble = Ensemble.of(wander.spec("seeds=2147483647&generations=2"), ALL, threads);
        assertThat(ensemble.rows()).isEqualTo(2L * Integer.MAX_VALUE);
        List<Long> first = new ArrayList<>();
        assertThatThrownBy(() -> ensemble.run(
                        (regime, block) -> {
                            first.add(block.firstSeed());
                            throw new CancellationException();
                        },
                        Progress.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(first).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "estimator=mle",
                "regime=accumulate,subsample&real=0.1",
                "dimension=3&real=0.2&realSource=kept",
                "dimension=2&regime=subsample&real=0.3&realSource=redrawn"
            })
    void everyGaussianSeedEqualsThatSeedAlone(String parameters) {
        List<GaussianExperiment> catalog = List.of(new GaussianExperiment(new OwnData()));
        String text = "gaussian?samples=20&generations=6&" + parameters;
        List<String> together = rows(RunSpec.parse(text + "&seed=3&seeds=40", catalog), ALL, 2);
        assertThat(rows(RunSpec.parse(text + "&seed=3&seeds=40", catalog), ALL, 1))
                .isEqualTo(together);
        for (int seed : new int[] {3, 20, 42}) {
            List<String> alone = rows(RunSpec.parse(text + "&seed=" + seed, catalog), ALL, 1);
            assertThat(together).containsAll(alone);
        }
    }

    @Test
    void expensiveExperimentsGoBlockAfterBlockInOrder() {
        Wander slow = new Wander("slow", false, 2);
        List<String> rows = rows(slow.spec("seeds=5&generations=3&regime=accumulate,replace"), ALL, 4);
        assertThat(rows)
                .hasSize(30)
                .isEqualTo(rows(
                        new Wander("slow", true, 7).spec("seeds=5&generations=3&regime=accumulate,replace"), ALL, 2));
        assertThat(rows.get(0)).startsWith("accumulate 1 0 ");
        assertThat(rows.get(29)).startsWith("replace 5 2 ");
    }

    @Test
    void measuresOnlyWhatIsAskedForAndComputesNothingBeyond() {
        Wander wander = new Wander("wander", true, 64);
        List<String> rows = rows(wander.spec("generations=50"), new TreeSet<>(List.of(7, 2)), 1);
        assertThat(rows).hasSize(2);
        assertThat(wander.measured).containsExactly(2, 7);
        assertThat(wander.fitted).hasSize(8);
    }

    @Test
    void measuringFewerGenerationsChangesNoNumber() {
        Wander wander = new Wander("wander", true, 64);
        List<String> all = rows(wander.spec("generations=9&seeds=3"), ALL, 2);
        List<String> some = rows(wander.spec("generations=9&seeds=3"), new TreeSet<>(List.of(8)), 2);
        assertThat(all).containsAll(some);
    }

    @Test
    void refusesGenerationsThatTheRunDoesNotHave() {
        RunSpec<?> spec = new Wander("wander", true, 64).spec("generations=5");
        assertThatThrownBy(() -> Ensemble.of(spec, new TreeSet<>(List.of(5)), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stoppingHandsOverWhatIsWhole() {
        Wander slow = new Wander("slow", false, 1);
        List<String> rows = new ArrayList<>();
        Progress stops = fraction -> {
            if (fraction > 0.55) {
                throw new CancellationException();
            }
        };
        RunSpec<?> spec = slow.spec("seeds=2&generations=10");
        assertThatThrownBy(() -> Ensemble.of(spec, ALL, 1).run(collector(rows), stops))
                .isInstanceOf(CancellationException.class);
        assertThat(rows).hasSizeBetween(11, 12).isSubsetOf(rows(spec, ALL, 1));
    }

    @Test
    void aFailureInAnyBlockReachesTheCaller() {
        RunSpec<?> spec = new Wander("wander", true, 16).spec("seeds=200&failsAt=3");
        List<String> rows = new ArrayList<>();
        assertThatThrownBy(() -> Ensemble.of(spec, ALL, 2).run(collector(rows), Progress.NONE))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("stumbled");
        assertThat(rows).isNotEmpty().allMatch(row -> Integer.parseInt(row.split(" ", -1)[2]) < 3);
    }

    @Test
    void aSinkThatFailsEndsTheWork() {
        RunSpec<?> spec = new Wander("wander", true, 16).spec("seeds=2000");
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> Ensemble.of(spec, ALL, 2)
                        .run(
                                (regime, block) -> {
                                    calls.incrementAndGet();
                                    throw new IllegalStateException("full");
                                },
                                Progress.NONE))
                .hasMessage("full");
        assertThat(calls).hasValue(1);
    }

    @Test
    void progressNeverLeavesItsRange() {
        List<Double> seen = java.util.Collections.synchronizedList(new ArrayList<>());
        Ensemble.of(new Wander("wander", true, 16).spec("seeds=300&regime=replace,subsample"), ALL, 2)
                .run((regime, block) -> {}, seen::add);
        assertThat(seen).allMatch(f -> f >= 0 && f <= 1 + 1e-9);
        assertThat(seen.get(seen.size() - 1)).isGreaterThan(0.9);
    }
}
