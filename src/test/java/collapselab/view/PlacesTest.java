package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.plot.Axis;
import collapselab.plot.Bars;
import collapselab.plot.Doubles;
import collapselab.plot.ImageGrid;
import collapselab.plot.Pixels;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final double EM = 13;
    private static final double GAP = 0.25 * EM;
    private static final double RIMS = 0.6 * EM;

    /** A title over a picture and the names of its columns. */
    private static final double WORDS = (1.5 + 1.4) * EM;

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    /** What a panel of digits shows: free samples, a strip of four codes over some generations, and classes. */
    private static List<Plot> digits(int generations) {
        return List.of(
                new ImageGrid("", "", ImageGrid.FREE, 28, 28, Pixels.of(new byte[64 * 784]), List.of(), -1),
                new ImageGrid(
                        "Codes",
                        "",
                        generations,
                        28,
                        28,
                        Pixels.of(new byte[4 * generations * 784]),
                        numbers(generations),
                        0),
                new Bars(
                        "Classes",
                        "",
                        Axis.linear("", 0, 1),
                        numbers(10),
                        Doubles.generate(10, i -> 0.1),
                        Role.REPLACE,
                        Doubles.of()));
    }

    /** The room in a panel of two at 1440 x 900. */
    @Test
    void digitsAndTheirStripAreLargeEnoughToBeMadeOut() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 408, 296);
        List<Rectangle2D> places = Places.of(digits(6), area, EM);
        assertThat(places).hasSize(3).allMatch(area::contains);
        assertThat(places.get(0).getMaxX()).isLessThan(places.get(1).getX());
        assertThat(places.get(1).getMaxY()).isLessThanOrEqualTo(places.get(2).getY());
        Rectangle2D free = places.get(0);
        assertThat(free.getWidth()).isGreaterThan(4 * 36.4 + 3 * GAP + RIMS);
        Rectangle2D strip = places.get(1);
        assertThat((strip.getWidth() - RIMS - 5 * GAP) / 6).isGreaterThan(28.6);
        assertThat((strip.getHeight() - WORDS - RIMS - 3 * GAP) / 4).isGreaterThan(28.6);
    }

    @Test
    void aLongStripLeavesTheSamplesTheirRoom() {
        List<Rectangle2D> places = Places.of(digits(30), new Rectangle2D.Double(0, 0, 408, 296), EM);
        assertThat(places.get(0).getWidth()).isGreaterThan(0.38 * 408);
    }

    @Test
    void whatCouldNotBeReadIsLeftOut() {
        Rectangle2D low = new Rectangle2D.Double(0, 0, 400, 90);
        assertThat(Places.of(digits(6), low, EM)).hasSize(2).allMatch(low::contains);
        Rectangle2D narrow = new Rectangle2D.Double(0, 0, 150, 290);
        assertThat(Places.of(digits(6), narrow, EM)).hasSizeBetween(1, 2).allMatch(narrow::contains);
    }
}
