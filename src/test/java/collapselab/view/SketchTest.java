package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.chart.Plane;
import collapselab.plot.Axis;
import collapselab.plot.Scatter;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SketchTest {
    /** A hundred pixels on a side, ten units wide and high. */
    private static final Plane PLANE =
            new Plane(new Rectangle2D.Double(0, 0, 100, 100), new Rectangle2D.Double(-5, -5, 10, 10));

    private final Sketch sketch = new Sketch(List.of());

    private static Optional<Scatter> picture(boolean log) {
        Axis axis = new Axis("width", 1, 100, log);
        return Optional.of(new Scatter("", "", axis, axis, List.of(), List.of()));
    }

    @Test
    void pointsFallAroundTheBrush() {
        sketch.spray(PLANE, 80, 20, 10);

        assertThat(sketch.size()).isEqualTo(5);
        for (int i = 0; i < sketch.size(); i++) {
            assertThat(new Point2D.Double(sketch.x().get(i), sketch.y().get(i)).distance(3, 3))
                    .isLessThan(3);
        }
        assertThat(sketch.spreads()).isTrue();
    }

    @Test
    void nothingFallsBesideTheAxes() {
        for (int i = 0; i < 100; i++) {
            sketch.spray(PLANE, 100, 50, 10);
        }

        assertThat(sketch.size()).isBetween(150, 350);
        assertThat(Arrays.stream(sketch.x().toArray())).allMatch(x -> x <= 5);
    }

    @Test
    void theEraserTakesWhatIsUnderItAndNothingElse() {
        sketch.spray(PLANE, 20, 20, 4);
        sketch.spray(PLANE, 80, 80, 4);

        sketch.erase(PLANE, 20, 20, 20);

        assertThat(sketch.size()).isEqualTo(5);
        assertThat(Arrays.stream(sketch.x().toArray())).allMatch(x -> x > 0);
    }

    @Test
    void aHandCannotDrawMoreThanARunCanTake() {
        for (int i = 0; i < 2_000; i++) {
            sketch.spray(PLANE, 50, 50, 10);
        }

        assertThat(sketch.size()).isEqualTo(5_000);
    }

    @Test
    void axesAreThoseOfThePictureOnScreenUnlessTheyAreLogarithmic() {
        sketch.on(picture(false));
        assertThat(sketch.picture().x().label()).isEqualTo("width");
        sketch.on(Optional.empty());
        assertThat(sketch.picture().x().label()).as("once").isEqualTo("width");

        Sketch other = new Sketch(List.of());
        other.on(picture(true));
        assertThat(other.picture().x()).isEqualTo(Axis.linear("x", -4, 4));
    }

    @Test
    void equalPointsDoNotSpread() {
        Point2D.Double point = new Point2D.Double(1, 2);

        assertThat(new Sketch(List.of()).spreads()).isFalse();
        assertThat(new Sketch(List.of(point, new Point2D.Double(1, 2))).spreads())
                .isFalse();
        assertThat(new Sketch(List.of(point, new Point2D.Double(1, 3))).spreads())
                .isTrue();
    }
}
