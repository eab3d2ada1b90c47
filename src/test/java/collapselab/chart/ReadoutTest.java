package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.plot.Axis;
import collapselab.plot.Band;
import collapselab.plot.Bars;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curve.Stroke;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.ImageGrid;
import collapselab.plot.Pixels;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReadoutTest {
    private static final Style STYLE = new Style(Theme.DARK, 12);
    private static final Axis UNIT = Axis.linear("", 0, 10);

    private static Readout readout(Plot plot) {
        Graphics2D g = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        return Drawing.draw(plot, g, new Rectangle2D.Double(0, 0, 400, 300), STYLE);
    }

    /** Medians 1, 2, 3 and 4 at generations 0, 5, 10 and 15, a band of half and twice that, and a law at 2. */
    private static Readout chart() {
        Doubles x = Doubles.of(0, 5, 10, 15);
        Doubles median = Doubles.of(1, 2, 3, 4);
        return readout(new Curves(
                "Variance",
                "",
                Axis.counting("generation", 0, 20),
                new Axis("", 0.1, 100, true),
                List.of(new Band("Replace, 5–95 %", Role.REPLACE, x, median.map(v -> v / 2), median.map(v -> 2 * v))),
                List.of(
                        new Curve("Replace", "Replace, median", Role.REPLACE, Stroke.STRONG, x, median),
                        new Curve(
                                "law",
                                "Replace, law",
                                Role.THEORY,
                                Stroke.DASHED,
                                Doubles.of(0, 20),
                                Doubles.of(2, 2))),
                Doubles.of(),
                Role.NEUTRAL));
    }

    private static double generation(Readout readout, double generation) {
        Rectangle2D axis = readout.axis();
        return axis.getX() + generation / 20 * axis.getWidth();
    }

    @Test
    void aChartSaysEveryValueAtTheNearestMeasuredGeneration() {
        Readout chart = chart();
        Readout.Found found =
                chart.at(generation(chart, 6.4), chart.data().getCenterY()).orElseThrow();
        assertThat(found.at()).isEqualTo(5);
        assertThat(found.x()).isCloseTo(generation(chart, 5), within(1e-9));
        assertThat(found.values())
                .extracting(Readout.Value::says)
                .containsExactly("Replace, 5–95 %", "Replace, median", "Replace, law");
        assertThat(found.values()).extracting(Readout.Value::low).containsExactly(1.0, 2.0, 2.0);
        assertThat(found.values()).extracting(Readout.Value::high).containsExactly(4.0, 2.0, 2.0);
        assertThat(found.values()).extracting(Readout.Value::band).containsExactly(true, false, false);
    }

    @Test
    void theLineUnderTheMouseIsPointedAtElseTheBandElseNothing() {
        Readout chart = chart();
        double x = generation(chart, 15);
        Readout.Found any = chart.at(x, chart.data().getCenterY()).orElseThrow();
        double line = any.values().get(1).y();
        assertThat(chart.at(x, line + 3).orElseThrow().nearest().orElseThrow().says())
                .isEqualTo("Replace, median");
        assertThat(chart.at(x, line - 15).orElseThrow().nearest().orElseThrow().band())
                .isTrue();
        assertThat(chart.at(x, chart.data().getY() + 1).orElseThrow().nearest()).isEmpty();
    }

    @Test
    void nothingIsSaidOutsideTheData() {
        Readout chart = chart();
        assertThat(chart.at(2, 2)).isEmpty();
        assertThat(Readout.NONE.at(5, 5)).isEmpty();
        assertThat(Readout.NONE.axis().isEmpty()).isTrue();
    }

    @Test
    void namesAtTheEndsStandInTheMarginWithRoomForAValue() {
        Readout chart = chart();
        assertThat(chart.labels()).extracting(Readout.Label::name).containsExactlyInAnyOrder("Replace", "law");
        assertThat(chart.labels())
                .filteredOn(label -> label.name().equals("law"))
                .allMatch(label -> label.x() > chart.data().getMaxX());
        assertThat(400 - chart.data().getMaxX()).isGreaterThan(80);
    }

    @Test
    void aDensityIsReadBetweenItsPoints() {
        Readout picture = readout(new Curves(
                "",
                "",
                UNIT,
                UNIT,
                List.of(),
                List.of(new Curve("", Role.REPLACE, Stroke.STRONG, Doubles.of(0, 10), Doubles.of(2, 4))),
                Doubles.of(),
                Role.REPLACE));
        Rectangle2D axis = picture.axis();
        Readout.Found found = picture.at(axis.getX() + 0.25 * axis.getWidth(), axis.getCenterY())
                .orElseThrow();
        assertThat(found.at()).isCloseTo(2.5, within(1e-9));
        assertThat(found.values().get(0).low()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void aPointIsReadWhereItIs() {
        Cloud cloud = new Cloud(Role.ACCUMULATE, Doubles.of(2, 8), Doubles.of(3, 5));
        Readout picture = readout(new Scatter("", "", UNIT, UNIT, List.of(cloud), List.of(), Optional.empty(), false));
        Rectangle2D data = picture.data();
        double x = picture.axis().getX() + 0.8 * picture.axis().getWidth();
        Readout.Found found = picture.at(x + 2, data.getCenterY()).orElseThrow();
        assertThat(found.values()).hasSize(1);
        assertThat(found.values().get(0).role()).isEqualTo(Role.ACCUMULATE);
        assertThat(List.of(found.values().get(0).at(), found.values().get(0).low()))
                .containsExactly(8.0, 5.0);
        assertThat(picture.at(x + 2, data.getY() + 1)).isEmpty();
    }

    @Test
    void aBarSaysItsCategoryItsHeightAndTheRealOne() {
        Readout picture = readout(new Bars(
                "", "", UNIT, List.of("the", "of", "a"), Doubles.of(7, 2, 1), Role.REPLACE, Doubles.of(6, 3, 1)));
        Readout.Found found = picture.at(
                        picture.data().getCenterX(), picture.data().getCenterY())
                .orElseThrow();
        assertThat(found.values()).extracting(Readout.Value::says).containsExactly("of", "real");
        assertThat(found.values()).extracting(Readout.Value::low).containsExactly(2.0, 3.0);
    }

    @Test
    void picturesOfDigitsSayNothing() {
        Readout grid = readout(new ImageGrid("", "", 1, 2, 2, Pixels.of(new byte[4]), List.of(), -1));
        assertThat(grid.at(200, 150)).isEmpty();
    }
}
