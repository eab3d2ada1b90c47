package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Moments at 5 standard errors of 400,000 points: a false alarm once in 2 million comparisons, of which there are 22. */
class ShapeTest {
    private static final int POINTS = 400_000;

    private static double[] draw(Shape shape, int n) {
        double[] points = new double[n * shape.dimension()];
        shape.draw(new Randomness(3).stream(0, Purpose.REAL_DATA), points);
        return points;
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void drawsHaveTheMomentsItNames(Shape shape) {
        double[] points = draw(shape, POINTS);
        for (int axis = 0; axis < shape.dimension(); axis++) {
            double[] squares = new double[POINTS];
            double mean = 0;
            for (int p = 0; p < POINTS; p++) {
                double gap = points[p * shape.dimension() + axis] - shape.mean(axis);
                mean += gap / POINTS;
                squares[p] = gap * gap;
            }
            double variance = Arrays.stream(squares).average().orElseThrow();
            double spread = Math.sqrt(Arrays.stream(squares)
                    .map(s -> (s - variance) * (s - variance))
                    .average()
                    .orElseThrow());
            assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / POINTS)));
            assertThat(variance).isCloseTo(shape.variance(axis), within(5 * spread / Math.sqrt(POINTS)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Shape.class, names = "SWISS_ROLL", mode = EnumSource.Mode.EXCLUDE)
    void itsMixtureHasItsMomentsExactly(Shape shape) {
        int d = shape.dimension();
        double[] nodes = shape.mixture().orElseThrow();
        for (int axis = 0; axis < d; axis++) {
            double weight = 0;
            double mean = 0;
            double square = 0;
            for (int at = 0; at < nodes.length; at += d + 1) {
                assertThat(nodes[at + d]).isPositive();
                weight += nodes[at + d];
                mean += nodes[at + d] * nodes[at + axis];
                square += nodes[at + d] * nodes[at + axis] * nodes[at + axis];
            }
            assertThat(weight).isCloseTo(1, within(1e-13));
            assertThat(mean).isCloseTo(shape.mean(axis), within(1e-12));
            assertThat(square - mean * mean + shape.noise() * shape.noise())
                    .isCloseTo(shape.variance(axis), within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void theFirstPointsAreTheSameHoweverManyAreDrawn(Shape shape) {
        double[] many = draw(shape, 50);
        assertThat(draw(shape, 20)).containsExactly(Arrays.copyOf(many, 20 * shape.dimension()));
    }

    @Test
    void aSwissRollHasNoMixture() {
        assertThat(Shape.SWISS_ROLL.mixture()).isEmpty();
    }
}
