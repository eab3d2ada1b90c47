package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.plot.Axis;
import collapselab.plot.Band;
import collapselab.plot.Bars;
import collapselab.plot.Cloud;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Field;
import collapselab.plot.ImageGrid;
import collapselab.plot.Pixels;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Scatter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawingTest {
    private static final Style STYLE = new Style(Theme.DARK, 12);
    private static final Axis X = Axis.linear("", 0, 10);
    private static final Axis Y = Axis.linear("height", 0, 10);
    private static final Color REPLACE = Theme.DARK.of(Role.REPLACE);
    private static final Color REAL = Theme.DARK.of(Role.REAL);

    private static Curves curves(Axis y, Curve... curves) {
        return new Curves("Title", "", X, y, List.of(), List.of(curves), Doubles.of(), Role.REPLACE);
    }

    private static Curve strong(double... y) {
        return new Curve("", Role.REPLACE, Curve.Stroke.STRONG, Doubles.spaced(0, 10, y.length), Doubles.of(y));
    }

    private static Picture picture(Plot plot) {
        return new Picture(plot, 400, 300, STYLE);
    }

    /** The frame of a picture of curves without names and rug; the room that no name takes is the same. */
    private static Frame frame(Axis y) {
        Frame.Request request = new Frame.Request(X, y, List.of(), Frame.Ruling.HEIGHTS, 0, 0);
        return Picture.frame(400, 300, STYLE, request);
    }

    @Test
    void aStrongCurvePassesThroughItsPoints() {
        Picture picture = picture(curves(Y, strong(1, 5, 3)));
        Frame frame = frame(Y);
        assertThat(picture.shows(REPLACE, frame.x().at(5), frame.y().at(5))).isTrue();
        assertThat(picture.shows(REPLACE, frame.x().at(2.5), frame.y().at(3))).isTrue();
        assertThat(picture.shows(REPLACE, frame.x().at(5), frame.y().at(8))).isFalse();
    }

    @Test
    void aLogAxisSpacesDecadesEvenlyAndLeavesOutZero() {
        Axis log = new Axis("height", 0.01, 100, true);
        Picture picture = picture(curves(log, strong(0, -1, 1, 1, 0)));
        Frame frame = frame(log);
        double middle = (frame.y().at(0.01) + frame.y().at(100)) / 2;
        assertThat(picture.shows(REPLACE, frame.x().at(6), middle)).isTrue();
        assertThat(picture.count(REPLACE, below(frame, middle + 4))).isZero();
    }

    private static Rectangle2D below(Frame frame, double y) {
        return new Rectangle2D.Double(
                frame.data().getX(), y, frame.data().getWidth(), frame.data().getMaxY() - y);
    }

    @Test
    void anAbsentValueLeavesAGap() {
        Picture picture = picture(curves(Y, strong(5, 5, Double.NaN, 5, 5)));
        Frame frame = frame(Y);
        assertThat(picture.shows(REPLACE, frame.x().at(1), frame.y().at(5))).isTrue();
        assertThat(picture.shows(REPLACE, frame.x().at(5), frame.y().at(5))).isFalse();
        assertThat(picture.shows(REPLACE, frame.x().at(9), frame.y().at(5))).isTrue();
    }

    @Test
    void whatLiesOutsideTheRangeIsNotDrawnOverTheLabels() {
        Curve wild = new Curve(
                "",
                Role.REPLACE,
                Curve.Stroke.STRONG,
                Doubles.of(-5, 2, 4, 6, 20),
                Doubles.of(-900, 1e300, -1e12, 12, 3));
        Picture picture = picture(curves(Y, wild));
        int inside = picture.count(REPLACE, frame(Y).data());
        assertThat(inside).isPositive();
        assertThat(picture.count(REPLACE, picture.all())).isEqualTo(inside);
    }

    @Test
    void aBandTintsWhatLiesBetween() {
        Doubles x = Doubles.of(0, 10);
        Band band = new Band(Role.ACCUMULATE, x, Doubles.of(2, 2), Doubles.of(6, 6));
        Curves plot = new Curves("", "", X, Y, List.of(band), List.of(), Doubles.of(), Role.REPLACE);
        Picture picture = picture(plot);
        Frame frame = frame(Y);
        Color tint = Contrast.mix(Theme.DARK.panel(), Theme.DARK.of(Role.ACCUMULATE), 0.16);
        assertThat(picture.shows(tint, frame.x().at(5), frame.y().at(5))).isTrue();
        assertThat(picture.shows(tint, frame.x().at(5), frame.y().at(7))).isFalse();
    }

    @Test
    void lawsAreNeutralWhateverRegimeTheySpeakOf() {
        Doubles x = Doubles.of(0, 10);
        Curve law = new Curve("law", Role.REPLACE, Curve.Stroke.DASHED, x, Doubles.of(5, 5));
        Picture picture = picture(curves(Y, law));
        assertThat(picture.count(REPLACE, picture.all())).isZero();
        assertThat(picture.count(Theme.DARK.of(Role.THEORY), picture.all())).isPositive();
    }

    @Test
    void thePlayheadStandsAtItsGeneration() {
        Curves plot = curves(Y, strong(5, 5));
        Frame frame = frame(Y);
        Picture without = picture(plot);
        Picture with = new Picture(plot, 400, 300, STYLE.withPlayhead(3));
        Rectangle2D column =
                new Rectangle2D.Double(frame.x().at(3) - 2, frame.y().at(9.7), 4, 20);
        assertThat(with.ink(column)).isGreaterThan(without.ink(column) + 15);
    }

    @Test
    void theRugLiesUnderTheDataInItsRole() {
        Curve real = new Curve("", Role.REAL, Curve.Stroke.FILLED, Doubles.of(0, 10), Doubles.of(1, 1));
        Curves plot = new Curves(
                "", "", X, Axis.linear("", 0, 10), List.of(), List.of(real), Doubles.of(2, 5, 50), Role.SUBSAMPLE);
        Frame.Request request = new Frame.Request(X, plot.y(), List.of(), Frame.Ruling.NONE, 2.2 * STYLE.textSize(), 0);
        Frame frame = Picture.frame(400, 300, STYLE, request);
        Picture picture = picture(plot);
        Color faded = Contrast.mix(Theme.DARK.panel(), Theme.DARK.of(Role.SUBSAMPLE), 0.8);
        double top = frame.data().getMaxY() + 1;
        assertThat(picture.count(faded, new Rectangle2D.Double(frame.x().at(2) - 3, top, 6, 24)))
                .isPositive();
        assertThat(picture.count(faded, new Rectangle2D.Double(frame.x().at(3), top, 30, 24)))
                .isZero();
        assertThat(picture.count(faded, frame.data())).isZero();
    }

    @Test
    void aNamedLineEndsInItsMarkerAndItsName() {
        Curve curve = new Curve("replace", Role.REPLACE, Curve.Stroke.STRONG, Doubles.of(0, 10), Doubles.of(5, 5));
        Picture picture = picture(curves(Y, curve));
        Rectangle2D right = new Rectangle2D.Double(315, 100, 80, 100);
        assertThat(picture.count(Theme.DARK.text(Role.REPLACE), right)).isGreaterThan(10);
    }

    @Test
    void namesOfLinesThatMeetArePushedApart() {
        Doubles x = Doubles.of(0, 10);
        Curve first = new Curve("MMMM", Role.REPLACE, Curve.Stroke.STRONG, x, Doubles.of(5, 5));
        Curve second = new Curve("MMMM", Role.SUBSAMPLE, Curve.Stroke.STRONG, x, Doubles.of(5, 5));
        Picture both = picture(curves(Y, first, second));
        Rectangle2D names = new Rectangle2D.Double(320, 50, 78, 200);
        assertThat(both.count(Theme.DARK.text(Role.REPLACE), names)).isPositive();
        assertThat(both.count(Theme.DARK.text(Role.SUBSAMPLE), names)).isPositive();
    }

    @Test
    void aSeamKeepsABoldCurveApartFromTheBandUnderIt() {
        Doubles x = Doubles.of(0, 10);
        Band band = new Band(Role.ACCUMULATE, x, Doubles.of(2, 2), Doubles.of(8, 8));
        Curves plot = new Curves("", "", X, Y, List.of(band), List.of(strong(5, 5)), Doubles.of(), Role.REPLACE);
        Style large = new Style(Theme.DARK, 48);
        Picture picture = new Picture(plot, 800, 600, large);
        Frame frame = Picture.frame(800, 600, large, new Frame.Request(X, Y, List.of(), Frame.Ruling.HEIGHTS, 0, 0));
        double beside = frame.y().at(5) - (2.2 + 0.8) / 2 * large.unit();
        assertThat(picture.shows(Theme.DARK.panel(), frame.x().at(5), beside)).isTrue();
        assertThat(picture.shows(Theme.DARK.panel(), frame.x().at(5), frame.y().at(7)))
                .isFalse();
    }

    @Test
    void whatWasBeforeIsPale() {
        Curve past = new Curve("", Role.REPLACE, Curve.Stroke.PAST, Doubles.of(0, 10), Doubles.of(5, 5));
        Color pale = Contrast.mix(Theme.DARK.text(), REPLACE, 0.45);
        Picture picture = picture(curves(Y, past));
        assertThat(picture.shows(pale, frame(Y).x().at(5), frame(Y).y().at(5))).isTrue();
        assertThat(picture.count(REPLACE, picture.all())).isZero();
    }

    @Test
    void theTitleIsDrawnOnlyWhenAskedFor() {
        Curves plot = curves(Y, strong(5, 5));
        Rectangle2D corner = new Rectangle2D.Double(0, 0, 60, 30);
        Color text = Theme.DARK.text();
        assertThat(new Picture(plot, 400, 300, STYLE.withTitle()).count(text, corner))
                .isPositive();
        assertThat(picture(plot).count(text, corner)).isZero();
    }

    @Test
    void scatterDrawsCirclesRoundAndPointsInPlace() {
        Doubles x = Doubles.of(0, 3, 0);
        Scatter plot = new Scatter(
                "",
                "",
                Axis.linear("", -4, 4),
                Axis.linear("", -4, 4),
                List.of(new Cloud(Role.REPLACE, x, Doubles.of(0, 0, 3))),
                List.of());
        Picture picture = picture(plot);
        int[] box = box(picture, Contrast.mix(Theme.DARK.panel(), REPLACE, 0.8));
        assertThat(box[2] - box[0]).isBetween(box[3] - box[1] - 1, box[3] - box[1] + 1);
        assertThat(box[2] - box[0]).isGreaterThan(60);
    }

    @Test
    void aScatterWithScalesOfItsOwnFillsItsRoom() {
        Axis wide = Axis.linear("", 0, 100);
        Cloud corners = new Cloud(Role.REPLACE, Doubles.of(1, 99), Doubles.of(1, 9));
        Scatter plot = new Scatter("", "", wide, Y, List.of(corners), List.of(), Optional.empty(), false);
        Frame frame = Picture.frame(400, 300, STYLE, Frame.Request.plane(wide, Y));
        int[] box = box(picture(plot), Contrast.mix(Theme.DARK.panel(), REPLACE, 0.8));
        assertThat(box[2] - box[0]).isCloseTo((int) (0.98 * frame.data().getWidth()), within(8));
        assertThat(box[3] - box[1]).isCloseTo((int) (0.8 * frame.data().getHeight()), within(8));
    }

    @Test
    void aFieldIsTintedWhereItIsHighAndItsFirstRowLiesAtTheBottom() {
        Field field = new Field(Role.ACCUMULATE, 2, 2, Doubles.of(1, 0, 0, Double.NaN));
        Scatter plot = new Scatter("", "", X, Y, List.of(), List.of(), Optional.of(field), false);
        Picture picture = picture(plot);
        Frame frame = Picture.frame(400, 300, STYLE, Frame.Request.plane(X, Y));
        Color full = Contrast.mix(Theme.DARK.panel(), Theme.DARK.of(Role.ACCUMULATE), 0.5);
        Color half = Contrast.mix(Theme.DARK.panel(), Theme.DARK.of(Role.ACCUMULATE), 0.25);
        assertThat(picture.shows(full, frame.x().at(1), frame.y().at(1))).isTrue();
        assertThat(picture.shows(half, frame.x().at(5.1), frame.y().at(1.5))).isTrue();
        assertThat(picture.shows(Theme.DARK.panel(), frame.x().at(1), frame.y().at(9)))
                .isTrue();
        assertThat(picture.shows(Theme.DARK.panel(), frame.x().at(9), frame.y().at(9)))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void shadesOfARampDifferAndStandOut(Theme theme) {
        for (int i = 0; i <= 10; i++) {
            Color shade = Ramp.at(i / 10.0, theme);
            assertThat(Contrast.between(shade, theme.panel())).isGreaterThanOrEqualTo(3);
            assertThat(i > 0 && shade.equals(Ramp.at((i - 1) / 10.0, theme))).isFalse();
        }
    }

    @Test
    void aShadedCloudHasItsShadeAndTheNextAnotherForm() {
        Doubles x = Doubles.of(3);
        Cloud first = new Cloud(Role.REPLACE, x, Doubles.of(5), 0);
        Cloud second = new Cloud(Role.REPLACE, Doubles.of(7), Doubles.of(5), 1);
        Style large = new Style(Theme.DARK, 48);
        Scatter plot = new Scatter("", "", X, Y, List.of(first, second), List.of(), Optional.empty(), false);
        Picture picture = new Picture(plot, 800, 600, large);
        int[] disc = box(picture, Contrast.mix(Theme.DARK.panel(), Ramp.at(0, Theme.DARK), 0.8));
        int[] square = box(picture, Contrast.mix(Theme.DARK.panel(), Ramp.at(1, Theme.DARK), 0.8));
        assertThat(picture.count(REPLACE, picture.all())).isZero();
        assertThat(square[2] - square[0]).isLessThan(disc[2] - disc[0]);
    }

    private static int[] box(Picture picture, Color color) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
        for (int y = 0; y < picture.image.getHeight(); y++) {
            for (int x = 0; x < picture.image.getWidth(); x++) {
                if (picture.count(color, new Rectangle2D.Double(x, y, 1, 1)) > 0) {
                    box[0] = Math.min(box[0], x);
                    box[1] = Math.min(box[1], y);
                    box[2] = Math.max(box[2], x);
                    box[3] = Math.max(box[3], y);
                }
            }
        }
        return box;
    }

    @Test
    void barsHaveTheirHeightsAndAMarkInRealBlue() {
        Bars plot = new Bars("", "", Y, List.of("a", "b"), Doubles.of(8, 2), Role.REPLACE, Doubles.of(4, 4));
        Axis x = Axis.linear("", 0, 2);
        Frame.Request request = new Frame.Request(x, Y, List.of(new Tick(0.5, "a")), Frame.Ruling.HEIGHTS, 0, 0);
        Frame frame = Picture.frame(400, 300, STYLE, request);
        Picture picture = picture(plot);
        assertThat(picture.shows(REPLACE, frame.x().at(0.5), frame.y().at(7))).isTrue();
        assertThat(picture.shows(REPLACE, frame.x().at(1.5), frame.y().at(1))).isTrue();
        assertThat(picture.shows(REPLACE, frame.x().at(1.5), frame.y().at(3))).isFalse();
        assertThat(picture.shows(REAL, frame.x().at(0.5), frame.y().at(4))).isTrue();
        assertThat(picture.shows(REAL, frame.x().at(1.5), frame.y().at(4))).isTrue();
    }

    @Test
    void aCrossStandsWhereACategoryDied() {
        Bars alive = new Bars("", "", Y, List.of("a", "b"), Doubles.of(8, 0), Role.REPLACE, Doubles.of(9, 9));
        Bars dead = new Bars("", "", Y, alive.categories(), alive.values(), alive.role(), alive.reference(), Set.of(1));
        Frame.Request request =
                new Frame.Request(Axis.linear("", 0.5, 2.5), Y, List.of(new Tick(1, "a")), Frame.Ruling.HEIGHTS, 0, 0);
        Frame frame = Picture.frame(400, 300, STYLE, request);
        Rectangle2D foot =
                new Rectangle2D.Double(frame.x().at(2) - 12, frame.y().at(1), 24, 22);
        assertThat(picture(dead).ink(foot)).isGreaterThan(picture(alive).ink(foot) + 15);
        Rectangle2D other =
                new Rectangle2D.Double(frame.x().at(1) - 12, frame.y().at(1), 24, 22);
        assertThat(picture(dead).ink(other)).isEqualTo(picture(alive).ink(other));
    }

    @Test
    void barsTooManyForNamesAreNumberedAndTheDeadAreTicksInAStrip() {
        int many = 500;
        List<String> names =
                IntStream.rangeClosed(1, many).mapToObj(i -> "name" + i).toList();
        Doubles values = Doubles.generate(many, i -> i % 50 == 0 ? 8 : 0);
        Set<Integer> dead =
                IntStream.range(0, many).filter(i -> i % 50 != 0).boxed().collect(Collectors.toSet());
        Bars some = new Bars("", "", Y, names, values, Role.REPLACE, Doubles.generate(many, i -> 4), dead);
        Frame.Request request = new Frame.Request(
                Axis.counting("", 0.5, many + 0.5), Y, List.of(), Frame.Ruling.HEIGHTS, 1.1 * STYLE.textSize(), 0);
        Frame frame = Picture.frame(400, 300, STYLE, request);
        Picture picture = picture(some);
        double height = frame.y().at(5) - frame.y().at(7);
        Rectangle2D bar =
                new Rectangle2D.Double(frame.x().at(251) - 2, frame.y().at(7), 4, height);
        Rectangle2D none =
                new Rectangle2D.Double(frame.x().at(226) - 2, frame.y().at(7), 4, height);
        assertThat(picture.ink(bar)).isGreaterThan(picture.ink(none) + (int) height / 2);
        assertThat(picture.shows(REAL, frame.x().at(226), frame.y().at(4))).isTrue();
        Rectangle2D strip = new Rectangle2D.Double(
                frame.data().getX(), frame.data().getMaxY() + 2, frame.data().getWidth(), 12);
        Color tick = Theme.DARK.mutedText();
        Bars alive = new Bars("", "", Y, names, values, Role.REPLACE, some.reference());
        assertThat(picture.count(tick, strip)).isGreaterThan(1_000);
        assertThat(picture(alive).count(tick, strip)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void picturesHaveInkOnPaper(Theme theme) {
        ImageGrid grid =
                new ImageGrid("", "", 2, 1, 1, Pixels.of(new byte[] {(byte) 255, 0, 0, (byte) 255}), List.of(), -1);
        Picture picture = new Picture(grid, 200, 200, new Style(theme, 12));
        assertThat(picture.shows(theme.ink(), 50, 50)).isTrue();
        assertThat(picture.shows(theme.paper(), 150, 50)).isTrue();
        assertThat(picture.shows(theme.ink(), 150, 150)).isTrue();
        assertThat(Contrast.between(theme.ink(), theme.paper())).isGreaterThan(12);
    }

    @Test
    void theMarkedColumnIsOutlinedInTheAccent() {
        byte[] pixels = new byte[2 * 2 * 4];
        ImageGrid grid = new ImageGrid("", "", 2, 2, 2, Pixels.of(pixels), List.of("1", "2"), 1);
        Picture picture = picture(grid);
        assertThat(picture.count(Theme.DARK.accent(), new Rectangle2D.Double(0, 0, 190, 300)))
                .isZero();
        assertThat(picture.count(Theme.DARK.accent(), new Rectangle2D.Double(190, 0, 210, 300)))
                .isGreaterThan(200);
    }

    /** What is lettered over a strip of generations: columns without ink are between names that do not run together. */
    @Test
    void columnNamesDoNotRunTogether() {
        List<String> names = IntStream.range(0, 30)
                .mapToObj(i -> Integer.toString(1_000_000 + i))
                .toList();
        ImageGrid grid = new ImageGrid("", "", 30, 28, 28, Pixels.of(new byte[30 * 784]), names, 7);
        Picture picture = picture(grid);
        Rectangle2D line = new Rectangle2D.Double(0, 0, 400, 14);
        assertThat(picture.count(Theme.DARK.text(), line)).isPositive();
        assertThat(gaps(picture, line)).isGreaterThan(2);
    }

    /** How many stretches of at least a blank's width without any ink there are. */
    private static int gaps(Picture picture, Rectangle2D line) {
        int gaps = 0;
        int run = 0;
        for (int x = 0; x < line.getWidth(); x++) {
            run = picture.ink(new Rectangle2D.Double(x, line.getY(), 1, line.getHeight())) == 0 ? run + 1 : 0;
            gaps += run == 4 ? 1 : 0;
        }
        return gaps;
    }

    @Test
    void theSameInputGivesTheSamePixels() {
        Doubles rug = Doubles.generate(50, i -> i * 0.2);
        Curves plot = new Curves("", "", X, Y, List.of(), List.of(strong(1, 4, 2)), rug, Role.REPLACE);
        int[] first = new int[400 * 300];
        int[] second = new int[400 * 300];
        Arrays.fill(second, 0x12345678);
        Raster.into(first, 400, 300, plot, STYLE);
        Raster.into(second, 400, 300, plot, STYLE);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void aPictureAtTwiceTheScaleHasTwiceThePixels() {
        BufferedImage image = Raster.image(curves(Y, strong(1, 2)), 200, 100, 2, STYLE);
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_ARGB_PRE);
    }

    @ParameterizedTest
    @EnumSource
    void nothingBreaksInTinyRoomOrWithNothingToShow(Theme theme) {
        Doubles none = Doubles.of();
        Cloud empty = new Cloud(Role.REAL, none, none);
        List<Plot> plots = List.of(
                curves(Y),
                curves(Y, strong(Double.NaN, Double.NaN)),
                curves(Y, new Curve("name", Role.REAL, Curve.Stroke.STRONG, none, none)),
                new Scatter("", "", X, Y, List.of(empty), List.of()),
                new Bars("", "", Y, List.of(), none, Role.REAL, none),
                new ImageGrid("", "", 3, 2, 2, Pixels.of(new byte[0]), List.of(), 0));
        for (Plot plot : plots) {
            for (int size : new int[] {1, 10, 40, 90}) {
                assertThat(Raster.image(plot, size, size, 1, new Style(theme, 14).withTitle()))
                        .isNotNull();
            }
        }
    }

    @Test
    void aPointDrawnByHandLiesUnderTheHand() {
        Axis wide = Axis.linear("width", -4, 4);
        for (double[] at : new double[][] {{60, 50}, {200, 120}, {333.3, 222.2}}) {
            Plane plane = plane(new Scatter("", "", wide, Y, List.of(), List.of()));
            Point2D.Double value = plane.valueAt(at[0], at[1]);
            Cloud cloud = new Cloud(Role.REAL, Doubles.of(value.x), Doubles.of(value.y));
            Picture empty = picture(new Scatter("", "", wide, Y, List.of(), List.of()));
            Picture drawn = picture(new Scatter("", "", wide, Y, List.of(cloud), List.of()));

            assertThat(plane.holds(at[0], at[1])).isTrue();
            assertThat(plane.pixelOf(value.x, value.y).distance(at[0], at[1])).isLessThan(1e-9);
            Rectangle2D near = new Rectangle2D.Double(at[0] - 2, at[1] - 2, 4, 4);
            assertThat(drawn.ink(near)).isGreaterThan(empty.ink(near) + 6);
            assertThat(drawn.ink(drawn.all()) - empty.ink(empty.all()))
                    .as("nowhere else")
                    .isLessThan(30);
        }
    }

    @Test
    void outsideTheAxesNothingCanBeDrawn() {
        Plane plane = plane(new Scatter("", "", X, Y, List.of(), List.of()));

        assertThat(plane.holds(200, 299)).as("among the tick labels").isFalse();
        assertThat(plane.axes().contains(new Rectangle2D.Double(0, 0, 10, 10))).isTrue();
    }

    private static Plane plane(Scatter scatter) {
        Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
        return Drawing.plane(scatter, g, new Rectangle2D.Double(0, 0, 400, 300), STYLE);
    }
}
