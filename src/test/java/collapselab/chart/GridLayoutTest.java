package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.plot.ImageGrid;
import collapselab.plot.Pixels;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridLayoutTest {
    private static final double EM = 13;

    private static ImageGrid free(int count) {
        return new ImageGrid("", "", ImageGrid.FREE, 28, 28, Pixels.of(new byte[count * 784]), List.of(), -1);
    }

    private static ImageGrid table(int rows, int columns, int marked) {
        List<String> names =
                IntStream.range(0, columns).mapToObj(Integer::toString).toList();
        return new ImageGrid("", "", columns, 28, 28, Pixels.of(new byte[rows * columns * 784]), names, marked);
    }

    private static double side(GridLayout layout) {
        return 28 * layout.size();
    }

    private static double down(GridLayout layout) {
        return layout.rows() * side(layout) + (layout.rows() - 1) * layout.gap();
    }

    private static double across(GridLayout layout) {
        return layout.columns().size() * side(layout) + (layout.columns().size() - 1) * layout.gap();
    }

    @Test
    void freePicturesAreAsLargeAsTheRoomAllows() {
        GridLayout square = GridLayout.of(free(64), 800, 800, EM);
        assertThat(square.columns()).hasSize(8);
        assertThat(square.rows()).isEqualTo(8);
        assertThat(across(square)).isCloseTo(800, within(1e-9));
        GridLayout wide = GridLayout.of(free(64), 1600, 400, EM);
        assertThat(wide.columns()).hasSize(16);
        assertThat(wide.rows()).isEqualTo(4);
    }

    @Test
    void freePicturesThatWouldBeTooSmallAreLeftOut() {
        GridLayout small = GridLayout.of(free(64), 165, 290, EM);
        assertThat(side(small)).isGreaterThanOrEqualTo(36);
        assertThat(small.columns().size() * small.rows()).isEqualTo(28);
        assertThat(across(small)).isLessThanOrEqualTo(165 + 1e-9);
        assertThat(down(small)).isLessThanOrEqualTo(290 + 1e-9);
    }

    @Test
    void aTableKeepsItsEndsAndTheMarkedColumn() {
        GridLayout all = GridLayout.of(table(4, 7, 3), 225, 150, EM);
        assertThat(all.columns()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(side(all)).isGreaterThanOrEqualTo(28);
        GridLayout few = GridLayout.of(table(4, 30, 13), 225, 150, EM);
        assertThat(few.columns())
                .hasSize(7)
                .isSorted()
                .startsWith(0)
                .endsWith(29)
                .contains(13);
        assertThat(few.rows()).isEqualTo(4);
        assertThat(side(few)).isGreaterThanOrEqualTo(28);
        GridLayout low = GridLayout.of(table(4, 7, -1), 225, 70, EM);
        assertThat(low.rows()).isEqualTo(2);
        assertThat(side(low)).isGreaterThanOrEqualTo(28);
    }

    @Test
    void oneStaysWhateverTheRoom() {
        for (double room : new double[] {1, 5, 30}) {
            for (ImageGrid grid : List.of(free(64), table(4, 30, 29))) {
                GridLayout layout = GridLayout.of(grid, room, room, EM);
                assertThat(layout.columns()).hasSize(1);
                assertThat(layout.rows()).isEqualTo(1);
            }
        }
        assertThat(GridLayout.of(table(4, 30, 29), 30, 30, EM).columns()).containsExactly(29);
    }
}
