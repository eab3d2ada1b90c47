package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.DataRegime;
import collapselab.experiment.RunSpec;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LabTest {
    private final Drift drift = new Drift(true);
    private final Drift trek = new Drift(false);
    private final Semaphore woken = new Semaphore(0);
    private final List<String> said = new ArrayList<>();
    private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(List.of(drift, trek), woken::release, said::add, Settling.atOnce());
        lab.settings().open(RunSpec.opening(drift));
        until(() -> lab.session().runs().size() == 1);
    }

    @AfterEach
    void close() {
        drift.go();
        trek.go();
        lab.close();
    }

    /** Ticks whenever something wakes, as the window does, until a condition holds. */
    private void until(BooleanSupplier condition) {
        for (int i = 0; i < 10_000 && !condition.getAsBoolean(); i++) {
            lab.tick(0.01);
            if (condition.getAsBoolean()) {
                return;
            }
            try {
                boolean unused = woken.tryAcquire(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aLiveExperimentIsComputedAtOnceAndListed() {
        assertThat(lab.stale()).isFalse();
        assertThat(lab.session().runs()).hasSize(1);
        assertThat(lab.playback().computed()).isEqualTo(50);
    }

    @Test
    void theRunOnScreenStaysUntilEveryPanelOfASlowNewOneHasBegun() {
        lab.playback().seek(30);
        Run old = lab.shown().orElseThrow();
        drift.holdFrom(0, Set.of(DataRegime.ACCUMULATE));
        lab.settings().set("slope", "2");
        until(() -> lab.charted().filter(run -> run != old).isPresent());
        assertThat(lab.shown()).containsSame(old);
        assertThat(lab.before()).containsSame(old);
        drift.go();
        until(() -> lab.shown().filter(run -> run != old).isPresent());
        assertThat(lab.playback().cursor()).isEqualTo(30);
    }

    @Test
    void aSlowNewRunTakesOverBeforeThePlayheadAndCatchesUpWithIt() {
        lab.settings().compare(List.of(DataRegime.REPLACE), said::add);
        until(() -> !lab.stale());
        lab.playback().seek(30);
        Run old = lab.shown().orElseThrow();
        drift.holdFrom(20);
        lab.settings().set("slope", "2");
        until(() -> lab.shown().filter(run -> run != old).isPresent());
        assertThat(lab.shown().orElseThrow().computed()).isBetween(1, 20);
        until(() -> lab.playback().shown() == 19);
        drift.go();
        until(() -> lab.playback().shown() == 30);
    }

    @Test
    void aRefusedValueChangesNothing() {
        RunSpec<?> before = lab.settings().spec();
        lab.settings().set("slope", "-1");
        assertThat(said).endsWith("slope=-1.0 is too small: use a number above 0.");
        assertThat(lab.settings().spec()).isEqualTo(before);
        assertThat(lab.settings().canUndo()).isFalse();
    }

    @Test
    void aDragIsOneStepBackAndOneRunInTheList() {
        lab.drag(true);
        lab.settings().set("slope", "2");
        lab.settings().set("slope", "3");
        lab.settings().set("slope", "4");
        lab.drag(false);
        until(() -> !lab.stale() && lab.shown().orElseThrow().state() == Run.State.DONE);
        lab.tick(0);
        assertThat(lab.session().runs()).hasSize(2);
        lab.settings().undo();
        assertThat(lab.settings().spec().text("slope")).isEqualTo("1");
        lab.settings().redo();
        assertThat(lab.settings().spec().text("slope")).isEqualTo("4");
    }

    private void done() {
        until(() -> !lab.stale() && lab.shown().orElseThrow().state() == Run.State.DONE);
        lab.tick(0);
    }

    private String before() {
        return lab.before().orElseThrow().spec().text("slope");
    }

    @Test
    void theCurvesBeforeStayUntilTheNextChange() {
        assertThat(lab.before()).isEmpty();
        lab.drag(true);
        lab.settings().set("slope", "2");
        done();
        assertThat(before()).isEqualTo("1");
        lab.settings().set("slope", "3");
        lab.drag(false);
        done();
        assertThat(before()).isEqualTo("1");
        lab.settings().set("slope", "4");
        done();
        assertThat(before()).isEqualTo("3");
        lab.settings().undo();
        done();
        assertThat(before()).isEqualTo("4");
        lab.settings().open(trek);
        lab.tick(0);
        assertThat(lab.before()).isEmpty();
    }

    @Test
    void theRunBeforeAnExpensiveOneStaysBehindIt() {
        lab.settings().open(trek);
        lab.start();
        until(() -> lab.shown().filter(run -> run.state() == Run.State.DONE).isPresent());
        assertThat(lab.before()).isEmpty();
        lab.settings().set("slope", "5");
        lab.start();
        done();
        assertThat(before()).isEqualTo("1");
    }

    @Test
    void severalChangesAreOneStepBackAndAllOrNothing() {
        RunSpec<?> before = lab.settings().spec();
        lab.settings().set(Map.of("slope", "2", "samples", "300", "way", "up"), said::add);
        assertThat(lab.settings().spec().text("slope") + lab.settings().spec().text("samples"))
                .isEqualTo("2300");
        lab.settings().undo();
        assertThat(lab.settings().spec()).isEqualTo(before);
        lab.settings().set(Map.of("slope", "2", "samples", "1"), said::add);
        assertThat(said.get(said.size() - 1)).startsWith("samples=1 is too small");
        assertThat(lab.settings().spec()).isEqualTo(before);
    }

    @Test
    void theLastRegimeStays() {
        lab.settings().compare(DataRegime.ACCUMULATE, false, said::add);
        lab.settings().compare(DataRegime.REPLACE, false, said::add);
        assertThat(lab.settings().spec().regimes()).containsExactly(DataRegime.REPLACE);
        lab.settings().compare(DataRegime.SUBSAMPLE, true, said::add);
        assertThat(lab.settings().spec().regimes()).containsExactly(DataRegime.REPLACE, DataRegime.SUBSAMPLE);
    }

    @Test
    void resetGoesBackToTheWindowsDefault() {
        lab.settings().set("seeds", "9");
        assertThat(lab.settings().changed("seeds")).isTrue();
        lab.settings().reset("seeds", said::add);
        assertThat(lab.settings().spec().text("seeds")).isEqualTo("4");
    }

    @Test
    void anExpensiveExperimentWaitsForRunAndKeepsItsResult() {
        lab.settings().open(trek);
        lab.tick(0);
        assertThat(lab.shown()).isEmpty();
        lab.start();
        until(() -> lab.shown().filter(run -> run.state() == Run.State.DONE).isPresent());
        Run result = lab.shown().orElseThrow();
        lab.settings().set("slope", "5");
        lab.tick(0);
        assertThat(lab.shown()).containsSame(result);
        assertThat(lab.stale()).isTrue();
    }

    @Test
    void anExpensiveRunIsPlayedAsFarAsAllItsPanelsAre() {
        trek.holdFrom(3, Set.of(DataRegime.ACCUMULATE));
        lab.settings().open(trek);
        lab.settings().compare(List.of(DataRegime.REPLACE, DataRegime.ACCUMULATE), said::add);
        lab.start();
        until(() -> lab.shown().filter(run -> run.furthest() == 4).isPresent());
        assertThat(lab.shown().orElseThrow().computed()).isEqualTo(3);
        until(() -> lab.playback().computed() == 3);
        trek.go();
        until(() -> lab.playback().computed() == lab.playback().total());
    }

    @Test
    void anExpensiveRunGoesOnWhileAnotherExperimentIsLookedAt() {
        trek.holdFrom(3);
        lab.settings().open(trek);
        lab.start();
        Run running = lab.shown().orElseThrow();
        lab.settings().open(drift);
        until(() -> lab.shown().filter(run -> run.spec().experiment() == drift).isPresent());
        assertThat(lab.expensive()).containsSame(running);
        lab.start();
        assertThat(lab.expensive()).containsSame(running);
        lab.restore(running);
        assertThat(lab.settings().spec()).isEqualTo(running.spec());
        trek.go();
        until(() -> running.state() == Run.State.DONE);
    }

    @Test
    void eachExperimentKeepsItsSettings() {
        lab.settings().set("slope", "7");
        lab.settings().open(trek);
        lab.settings().open(drift);
        assertThat(lab.settings().spec().text("slope")).isEqualTo("7");
    }

    @Test
    void anExperimentIsPlayedFromItsBeginningAndFoundAsItWasLeft() {
        lab.playback().seek(30);
        lab.settings().open(trek);
        assertThat(lab.playback().cursor()).isZero();
        assertThat(lab.playback().playing()).isTrue();
        lab.playback().pause();
        lab.settings().open(drift);
        assertThat(lab.playback().cursor()).isEqualTo(30);
        lab.settings().open(trek);
        assertThat(lab.playback().playing()).isFalse();
    }

    @Test
    void aPresetIsOneStepBackAndPlaysFromTheBeginning() {
        lab.playback().seek(30);
        RunSpec<?> before = lab.settings().spec();
        lab.preset(RunSpec.opening(drift).with("slope", "2"));
        assertThat(lab.settings().spec().text("slope")).isEqualTo("2");
        assertThat(lab.playback().playing()).isTrue();
        assertThat(lab.playback().cursor()).isZero();
        lab.settings().undo();
        assertThat(lab.settings().spec()).isEqualTo(before);
    }
}
