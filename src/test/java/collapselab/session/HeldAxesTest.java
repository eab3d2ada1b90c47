package collapselab.session;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.experiment.Metric;
import collapselab.plot.Axis;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Field;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HeldAxesTest {
    private static final Metric SHARE = new Metric("share", "Share", "of something", true);

    private final HeldAxes axes = new HeldAxes();
    private final Run first = run(new Wander("wander", true, 10), "numbers");
    private final Run second = run(new Wander("wander", true, 10), "numbers");

    private static Run run(Wander experiment, String data) {
        Run run = new Run(experiment.spec("seeds=2"), List.of(), new Gate(() -> {}), OptionalInt.empty());
        run.begin();
        run.opened(data, 1);
        return run;
    }

    private Axis chart(Run run, double min, double max) {
        return axes.of(run, SHARE, true, new Limits(min, max));
    }

    private static Plot density(double reach) {
        return new Curves(
                "",
                "",
                Axis.linear("", -reach, reach),
                Axis.linear("", 0, 1),
                List.of(),
                List.of(),
                Doubles.of(),
                Role.REPLACE);
    }

    private Axis across(Run run, double reach) {
        return ((Curves) axes.shared(run, List.of(density(reach))).get(0)).x();
    }

    @Test
    void anAxisFollowsTheFirstRunUntilItIsWholeAndThenHolds() {
        assertThat(chart(first, 0.0011, 900).min()).isEqualTo(0.0005);
        first.end(Run.State.DONE, "");
        assertThat(chart(first, 0.11, 9)).isEqualTo(new Axis("", 0.05, 20, true));
        second.end(Run.State.DONE, "");
        assertThat(chart(second, 0.9, 1.1)).isEqualTo(new Axis("", 0.05, 20, true));
        assertThat(axes.grown("share", true)).isFalse();
    }

    @Test
    void dataThatLeaveAHeldAxisMakeItGrowAndNothingMakesItShrinkButAFit() {
        first.end(Run.State.DONE, "");
        chart(first, 0.11, 9);
        assertThat(chart(second, 0.003, 1)).isEqualTo(new Axis("", 0.002, 20, true));
        assertThat(axes.grown("share", true)).isTrue();
        assertThat(chart(first, 0.11, 9)).isEqualTo(new Axis("", 0.002, 20, true));
        int before = axes.fits();
        axes.fit();
        assertThat(axes.fits()).isGreaterThan(before);
        assertThat(chart(first, 0.11, 9)).isEqualTo(new Axis("", 0.05, 20, true));
        assertThat(axes.grown("share", true)).isFalse();
    }

    @Test
    void anotherExperimentFitsAnew() {
        first.end(Run.State.DONE, "");
        chart(first, 1e-6, 1);
        Run other = run(new Wander("other", true, 10), "numbers");
        other.end(Run.State.DONE, "");
        assertThat(chart(other, 0.11, 9)).isEqualTo(new Axis("", 0.05, 20, true));
    }

    @Test
    void linearAndLogAxesOfAMetricAreTwo() {
        first.end(Run.State.DONE, "");
        chart(first, 0.11, 9);
        Axis linear = axes.of(first, SHARE, false, new Limits(0.11, 9));
        assertThat(linear).isEqualTo(Axis.linear("", 0, 10));
    }

    @Test
    void panelsShareTheWidestAxesAndTheOthersAreToldToBeDrawnAnew() {
        assertThat(across(first, 5).max()).isEqualTo(5);
        int before = axes.changes();
        assertThat(across(first, 20).max()).isEqualTo(20);
        assertThat(axes.changes()).isGreaterThan(before);
        assertThat(across(first, 5).max()).isEqualTo(20);
        int settled = axes.changes();
        assertThat(across(second, 20).max()).isEqualTo(20);
        assertThat(axes.changes()).isEqualTo(settled);
        axes.fit();
        assertThat(across(second, 5).max()).isEqualTo(5);
    }

    @Test
    void picturesOfOtherDataAndOfOtherKindsHaveAxesOfTheirOwn() {
        across(first, 20);
        Run other = run(new Wander("wander", true, 10), "other numbers");
        assertThat(across(other, 3).max()).isEqualTo(3);
        Scatter plane = new Scatter("", "", Axis.linear("", -1, 1), Axis.linear("", -1, 1), List.of(), List.of());
        assertThat(((Scatter) axes.shared(other, List.of(plane)).get(0)).x().max())
                .isEqualTo(1);
    }

    @Test
    void aFieldStaysWhereItLiesWhenAxesGrow() {
        Axis unit = Axis.linear("", 0, 1);
        Axis wide = Axis.linear("", 0, 4);
        Field field = new Field(Role.REPLACE, 1, 1, Doubles.of(1));
        Scatter small = new Scatter("", "", unit, unit, List.of(), List.of(), Optional.of(field), true);
        Scatter grown = small.on(wide, wide).on(Axis.linear("", 0, 9), wide);
        assertThat(grown.field().orElseThrow().x()).contains(unit);
        assertThat(grown.x().max()).isEqualTo(9);
    }
}
