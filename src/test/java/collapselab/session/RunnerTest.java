package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Metric;
import collapselab.experiment.Protocol;
import collapselab.experiment.RunSpec;
import collapselab.experiment.SpecException;
import collapselab.experiment.Verdict;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunnerTest {
    private final Runner runner = new Runner();

    @AfterEach
    void close() {
        runner.close();
    }

    private static RunSpec<?> spec(String text) {
        return RunSpec.parse(text, FinishedRuns.CATALOG);
    }

    /** A run, and a way to wait until something is true of it. */
    private final class Watched {
        final Run run;
        private final Object change = new Object();

        Watched(RunSpec<?> spec) {
            run = runner.start(spec, () -> {
                synchronized (change) {
                    change.notifyAll();
                }
            });
        }

        Run until(Predicate<Run> condition) throws InterruptedException {
            synchronized (change) {
                while (!condition.test(run)) {
                    change.wait(1_000);
                }
            }
            return run;
        }

        /** Chains of the last generation so far. */
        int chains() {
            Panel<?, ?> panel = run.panels().get(0);
            return panel.values("place", panel.recording().size() - 1)
                    .orElseThrow()
                    .size();
        }

        Run done() throws InterruptedException {
            return until(r -> r.state() == Run.State.DONE || r.state() == Run.State.FAILED);
        }
    }

    @Test
    void allPanelsAreRecordedToTheEnd() throws InterruptedException {
        Run run = new Watched(spec("gaussian?regime=replace,accumulate,subsample&generations=50&seeds=300")).done();
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.computed()).isEqualTo(50);
        assertThat(run.furthest()).isEqualTo(50);
        assertThat(run.fraction()).isEqualTo(1);
        for (Panel<?, ?> panel : run.panels()) {
            assertThat(panel.values("variance_ratio", 49).orElseThrow().size()).isEqualTo(300);
            assertThat(panel.picture(49)).hasSize(1);
            assertThat(panel.verdict("variance_ratio").status()).isEqualTo(Verdict.Status.AGREES);
            assertThat(panel.standing(49).orElseThrow().medians()).containsKeys("variance_ratio", "w2");
        }
    }

    @Test
    void aLongRunIsMeasuredWhereAChartCanShowIt() throws InterruptedException {
        Run run = new Watched(spec("gaussian?generations=2000&seeds=4")).done();
        Panel<?, ?> panel = run.panels().get(0);
        assertThat(panel.values("w2", 1_999)).isPresent();
        assertThat(panel.values("w2", 1_995)).isPresent();
        assertThat(panel.values("w2", 1_996)).isEmpty();
        assertThat(panel.measured(1_998)).contains(1_995);
        assertThat(panel.picture(1_996)).isNotEmpty();
    }

    /** Every number of a run against what the command line hands over. */
    private static void compare(Run run) {
        Map<DataRegime, Panel<?, ?>> panels = new EnumMap<>(DataRegime.class);
        run.panels().forEach(panel -> panels.put(panel.regime(), panel));
        int metrics = run.spec().experiment().metrics().size();
        int[] rows = {0};
        SortedSet<Integer> all = new TreeSet<>();
        Ensemble.of(run.spec(), all)
                .run(
                        (regime, block) -> block.generations().forEach(generation -> {
                            for (int m = 0; m < metrics; m++) {
                                Doubles window = panels.get(regime)
                                        .recording()
                                        .values(m, generation.index())
                                        .orElseThrow();
                                int first = (int) (block.firstSeed()
                                        - run.spec().protocol().seed());
                                Doubles same = Doubles.generate(block.chains(), c -> window.get(first + c));
                                assertThat(generation.metrics().get(m)).isEqualTo(same);
                            }
                            rows[0] += block.chains();
                        }),
                        fraction -> {});
        Protocol protocol = run.spec().protocol();
        assertThat(rows[0]).isEqualTo(panels.size() * protocol.generations() * protocol.seeds());
    }

    @Test
    void theWindowAndTheCommandLineComputeTheSame() throws InterruptedException {
        compare(new Watched(spec("gaussian?generations=20&seeds=40&seed=7&regime=accumulate,replace")).done());
    }

    @Test
    void laterBlocksOfChainsWidenWhatStandsWheneverItIsLookedAt() throws InterruptedException {
        Wander wander = new Wander("wander", false, 2);
        CompletableFuture<Watched> started = new CompletableFuture<>();
        List<Integer> looked = new ArrayList<>();
        wander.beforeFit = generation -> {
            // In every other block of chains.
            if (generation == 3 && wander.fitted.size() % 8 == 7) {
                looked.add(started.join().chains());
            }
        };
        started.complete(new Watched(wander.spec("generations=4&seeds=9")));
        Run run = started.join().done();
        assertThat(looked).containsExactly(2, 6);
        assertThat(started.join().chains()).isEqualTo(9);
        compare(run);
    }

    @Test
    void thePanelsOfAnExpensiveRunStandSideBySideAtEveryMoment() throws InterruptedException {
        Wander wander = new Wander("wander", false, 2);
        CompletableFuture<Watched> started = new CompletableFuture<>();
        List<String> steps = new ArrayList<>();
        wander.beforeFit = generation -> steps.add(generation + " "
                + started.join().run.computed() + " " + started.join().run.furthest());
        started.complete(new Watched(wander.spec("generations=3&seeds=3&regime=replace,accumulate")));
        Run run = started.join().done();
        assertThat(steps.subList(0, 6)).containsExactly("0 0 0", "0 0 1", "1 1 1", "1 1 2", "2 2 2", "2 2 3");
        assertThat(wander.fitted).containsExactly(0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2);
        compare(run);
    }

    @Test
    void theModelThatIsFittedIsSeenByWhoeverAsksAndNoLongerThanThat() throws InterruptedException {
        Wander wander = new Wander("wander", false, 1);
        CompletableFuture<Watched> started = new CompletableFuture<>();
        wander.beforeFit = generation -> started.join(); // not before somebody has asked
        Watched watched = new Watched(wander.spec("generations=2&regime=replace,accumulate"));
        assertThat(watched.run.panels()).allMatch(panel -> panel.preview().isEmpty());
        List<String> seen = new ArrayList<>();
        wander.afterFit = generation -> {
            for (Panel<?, ?> panel : watched.run.panels()) {
                // The other panel is asked too, and shows nothing: it is not its turn.
                panel.preview().ifPresent(now -> seen.add(panel.regime().text() + " " + now.generation()));
            }
        };
        started.complete(watched);
        watched.done();
        assertThat(seen).containsExactly("replace 0", "accumulate 0", "replace 1", "accumulate 1");
        assertThat(watched.run.panels()).allMatch(panel -> panel.preview().isEmpty());
    }

    @Test
    void theProgressOfPanelsThatTakeTurnsNeverGoesBack() throws InterruptedException {
        Wander wander = new Wander("wander", false, 2);
        CompletableFuture<Watched> started = new CompletableFuture<>();
        List<Double> fractions = new ArrayList<>();
        wander.beforeFit = generation -> fractions.add(started.join().run.fraction());
        started.complete(new Watched(wander.spec("generations=3&seeds=3&regime=replace,accumulate")));
        started.join().done();
        assertThat(fractions).hasSize(12).isSorted().doesNotHaveDuplicates();
        assertThat(fractions.get(6)).isBetween(0.66, 0.72);
    }

    @Test
    void aPanelThatFailsInItsTurnLeavesWhatAllHaveRecorded() throws InterruptedException {
        Wander wander = new Wander("wander", false, 10);
        Run run = new Watched(wander.spec("generations=9&failsAt=3&regime=replace,accumulate")).done();
        assertThat(run.failure()).contains("The number stumbled: take smaller steps.");
        assertThat(run.panels()).allMatch(panel -> panel.recording().size() == 3);
        assertThat(new Watched(wander.spec("regime=replace,accumulate")).done().state())
                .isEqualTo(Run.State.DONE);
    }

    /** Holds a run in the fit of its eleventh generation. */
    private Watched held(Wander wander) throws InterruptedException {
        CompletableFuture<Run> started = new CompletableFuture<>();
        AtomicReference<Thread> worker = new AtomicReference<>();
        wander.beforeFit = generation -> {
            if (generation == 10) {
                started.join().pause();
                worker.set(Thread.currentThread());
            }
        };
        Watched watched = new Watched(wander.spec("generations=100"));
        started.complete(watched.run);
        while (worker.get() == null || worker.get().getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return watched;
    }

    @Test
    void aPausedRunStandsStillAndGoesOn() throws InterruptedException {
        Wander wander = new Wander("wander", true, 1);
        Watched watched = held(wander);
        assertThat(watched.run.state()).isEqualTo(Run.State.PAUSED);
        assertThat(wander.fitted).hasSize(11);
        assertThat(watched.run.computed()).isEqualTo(10);
        watched.run.resume();
        watched.done();
        assertThat(watched.run.state()).isEqualTo(Run.State.DONE);
        assertThat(watched.run.computed()).isEqualTo(100);
    }

    @Test
    void theTimeThatARunIsPausedIsNoWork() throws InterruptedException {
        long before = System.nanoTime();
        Watched watched = held(new Wander("wander", true, 1));
        double sinceStart = (System.nanoTime() - before) * 1e-9;
        while (watched.run.age() < 3 * sinceStart) {
            Thread.sleep(1);
        }
        assertThat(watched.run.worked()).isBetween(0.0, sinceStart);
        watched.run.resume();
        watched.done();
        assertThat(watched.run.worked()).isZero();
    }

    @Test
    void aPausedRunCanBeCancelled() throws InterruptedException {
        Wander wander = new Wander("wander", true, 1);
        Watched watched = held(wander);
        watched.run.cancel();
        watched.until(r -> r.state() == Run.State.CANCELLED);
        assertThat(wander.fitted).hasSize(11);
        assertThat(watched.run.computed()).isEqualTo(10);
        assertThat(watched.run.failure()).isEmpty();
    }

    @Test
    void aRunThatWaitsForAPausedOneCanBeCancelledAndTheOneAfterItComes() throws InterruptedException {
        Wander wander = new Wander("wander", false, 1);
        Watched paused = held(wander);
        Wander other = new Wander("other", false, 1);
        Run waiting = new Watched(other.spec("generations=3")).run;
        assertThat(waiting.state()).isEqualTo(Run.State.WAITING);
        waiting.cancel();
        assertThat(waiting.state()).isEqualTo(Run.State.CANCELLED);
        Watched next = new Watched(other.spec("generations=5"));
        paused.run.cancel();
        assertThat(next.done().state()).isEqualTo(Run.State.DONE);
        assertThat(waiting.state()).isEqualTo(Run.State.CANCELLED);
        assertThat(waiting.furthest()).isZero();
    }

    @Test
    void closingStopsWhatIsBeingComputed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Wander wander = new Wander("wander", true, 1);
        wander.beforeFit = generation -> {
            begun.countDown();
            while (closed.getCount() > 0) {
                Thread.onSpinWait();
            }
        };
        Watched watched = new Watched(wander.spec("generations=100"));
        begun.await();
        runner.close();
        closed.countDown();
        watched.until(r -> r.state() == Run.State.CANCELLED);
        assertThat(watched.run.failure()).isEmpty();
    }

    @Test
    void aFailureIsASentenceAndWhatWasRecordedStays() throws InterruptedException {
        Wander wander = new Wander("wander", true, 10);
        Run run = new Watched(wander.spec("generations=9&failsAt=3")).done();
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.failure()).contains("The number stumbled: take smaller steps.");
        assertThat(run.computed()).isEqualTo(3);
        assertThat(run.panels().get(0).values("place", 2)).isPresent();
    }

    @Test
    void aPanelThatFailsIsToldWhileOthersAreStillAtWorkAndTheyStop() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        AtomicInteger panels = new AtomicInteger();
        Wander wander = new Wander("wander", true, 10);
        wander.beforeFit = generation -> {
            boolean first = generation == 0 && panels.getAndIncrement() == 0;
            if (first) {
                throw new SpecException("The first panel fell over.");
            }
            await(told);
        };
        Watched watched = new Watched(wander.spec("generations=9&regime=replace,accumulate"));
        watched.until(r -> r.state() == Run.State.FAILED);
        assertThat(watched.run.failure()).contains("The first panel fell over.");
        told.countDown();
        Wander next = new Wander("next", true, 10);
        assertThat(new Watched(next.spec("regime=replace,accumulate")).done().state())
                .isEqualTo(Run.State.DONE);
        assertThat(watched.run.state()).isEqualTo(Run.State.FAILED);
        assertThat(watched.run.furthest()).isLessThan(9);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void networksAreTrainedAndPictured() throws InterruptedException {
        String text = "digits?samples=100&generations=2&epochs=1&hidden=8&latent=2&seeds=2&regime=replace,accumulate";
        Run run = new Watched(spec(text)).done();
        assertThat(run.state()).as(run.failure().orElse("")).isEqualTo(Run.State.DONE);
        assertThat(run.computed()).isEqualTo(2);
        assertThat(run.panels().get(0).values("test_nelbo", 1).orElseThrow().size())
                .isEqualTo(2);
        assertThat(run.panels().get(0).picture(1)).hasSize(3);
        assertThat(run.panels().get(0).verdict("frechet").status()).isEqualTo(Verdict.Status.NONE);
    }

    @Test
    void chartsShowBandsMediansAndLaws() throws InterruptedException {
        Run run = new Watched(spec("gaussian?regime=replace,accumulate&generations=60&seeds=64")).done();
        Metric variance = run.spec().experiment().metrics().get(0);
        Curves chart = MetricChart.of(
                run, Optional.of(new Before(run, "before: n = 9")), variance, true, true, new HeldAxes());
        assertThat(chart.bands()).hasSize(2);
        assertThat(chart.y().log()).isTrue();
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.STRONG))
                .hasSize(2);
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.PAST))
                .extracting(Curve::name)
                .containsExactly("before: n = 9", "");
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.DASHED))
                .hasSize(2);
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.DASH_DOTTED))
                .hasSize(1);
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.AVERAGE))
                .hasSize(2);
        assertThat(chart.curves().stream().map(Curve::name).filter(name -> name.endsWith(" law")))
                .containsExactly("mean law", "typical law");
    }

    @Test
    void anEmptyChartHasAxes() throws InterruptedException {
        Watched watched = new Watched(spec("digits?samples=100"));
        Metric loss = watched.run.spec().experiment().metrics().get(0);
        Curves chart = MetricChart.of(watched.run, Optional.empty(), loss, false, false, new HeldAxes());
        assertThat(chart.y().min()).isLessThan(chart.y().max());
        watched.run.cancel();
        watched.until(r -> r.state() == Run.State.CANCELLED);
    }

    @Test
    void manyChangesBecomeOneMoreRun() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        int[] waiting = {0};
        Runnable[] queued = new Runnable[1];
        Coalesced coalesced = new Coalesced(
                task -> {
                    waiting[0]++;
                    queued[0] = task;
                },
                ran::countDown);
        for (int i = 0; i < 100; i++) {
            coalesced.run();
        }
        assertThat(waiting[0]).isEqualTo(1);
        queued[0].run();
        assertThat(ran.await(1, TimeUnit.SECONDS)).isTrue();
        coalesced.run();
        assertThat(waiting[0]).isEqualTo(2);
    }
}
