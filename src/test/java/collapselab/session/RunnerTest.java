package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Metric;
import collapselab.experiment.RunSpec;
import collapselab.experiment.Verdict;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    @Test
    void theWindowAndTheCommandLineComputeTheSame() throws InterruptedException {
        RunSpec<?> spec = spec("gaussian?generations=20&seeds=40&regime=accumulate");
        Run run = new Watched(spec).done();
        SortedSet<Integer> all = new TreeSet<>();
        Ensemble.of(spec, all)
                .run(
                        (regime, block) -> {
                            for (int c = 0; c < block.chains(); c++) {
                                int chain = (int) (block.firstSeed() - 1) + c;
                                for (int g = 0; g < 20; g++) {
                                    assertThat(block.generations()
                                                    .get(g)
                                                    .metrics()
                                                    .get(2)
                                                    .get(c))
                                            .isEqualTo(run.panels()
                                                    .get(0)
                                                    .recording()
                                                    .values(2, g)
                                                    .orElseThrow()
                                                    .get(chain));
                                }
                            }
                        },
                        fraction -> {});
    }

    @Test
    void aPausedRunStandsStillAndGoesOn() throws InterruptedException {
        Watched watched = new Watched(spec("gaussian?generations=200000&seeds=2"));
        watched.until(r -> r.computed() > 10);
        watched.run.pause();
        assertThat(watched.run.state()).isEqualTo(Run.State.PAUSED);
        watched.run.resume();
        int before = watched.run.computed();
        watched.until(r -> r.computed() > before + 10);
        assertThat(watched.run.state()).isEqualTo(Run.State.RUNNING);
        watched.run.cancel();
        watched.until(r -> r.state() == Run.State.CANCELLED);
        assertThat(watched.run.computed()).isGreaterThan(before);
    }

    @Test
    void aPausedRunCanBeCancelled() throws InterruptedException {
        Watched watched = new Watched(spec("gaussian?generations=200000"));
        watched.until(r -> r.computed() > 1);
        watched.run.pause();
        watched.run.cancel();
        watched.until(r -> r.state() == Run.State.CANCELLED);
        assertThat(watched.run.failure()).isEmpty();
    }

    @Test
    void aFailureIsASentenceAndWhatWasRecordedStays() throws InterruptedException {
        RunSpec<?> spec = spec("digits?samples=100");
        RunSpec<?> tooLarge = spec.with("samples", "60001");
        Run run = new Watched(tooLarge).done();
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.failure().orElseThrow()).contains("use at most that many");
    }

    @Test
    void trainedPanelsFollowOneAnother() throws InterruptedException {
        String text = "digits?samples=100&generations=2&epochs=1&hidden=8&latent=2&regime=replace,accumulate";
        Watched watched = new Watched(spec(text));
        watched.until(r -> r.panels().get(0).recording().size() == 1);
        assertThat(watched.run.panels().get(1).recording().size()).isZero();
        Run run = watched.done();
        assertThat(run.state()).as(run.failure().orElse("")).isEqualTo(Run.State.DONE);
        assertThat(run.computed()).isEqualTo(2);
        assertThat(run.panels().get(0).picture(1)).hasSize(3);
        assertThat(run.panels().get(0).verdict("frechet").status()).isEqualTo(Verdict.Status.NONE);
    }

    @Test
    void furtherSeedsWidenWhatStands() throws InterruptedException {
        String text = "digits?samples=100&generations=2&epochs=1&hidden=8&latent=2&seeds=2";
        Run run = new Watched(spec(text)).done();
        assertThat(run.panels().get(0).values("test_nelbo", 1).orElseThrow().size())
                .isEqualTo(2);
    }

    @Test
    void chartsShowBandsMediansAndLaws() throws InterruptedException {
        Run run = new Watched(spec("gaussian?regime=replace,accumulate&generations=60&seeds=64")).done();
        Metric variance = run.spec().experiment().metrics().get(0);
        Curves chart = MetricChart.of(run, Optional.of(run), variance, true, true);
        assertThat(chart.bands()).hasSize(2);
        assertThat(chart.y().log()).isTrue();
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.STRONG))
                .hasSize(2);
        assertThat(chart.curves().stream().filter(c -> c.stroke() == Curve.Stroke.FAINT))
                .hasSize(2);
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
        Curves chart = MetricChart.of(watched.run, Optional.empty(), loss, false, false);
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
