package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.plot.Axis;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.Doubles;
import collapselab.plot.Plot;
import collapselab.plot.Role;
import collapselab.plot.Tiles;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pictures of many: all chains behind one, and a tile for each word. */
class EnsembleDrawingTest {
    private static final Style STYLE = new Style(Theme.DARK, 12);
    private static final Color REPLACE = Theme.DARK.of(Role.REPLACE);

    private static Picture picture(Plot plot) {
        return new Picture(plot, 400, 300, STYLE);
    }

    /** A density that reaches a height in the middle. */
    private static Curve peak(String name, Role role, Curve.Stroke stroke, double height) {
        return new Curve(
                name, role, stroke, Doubles.of(-4, -1, 0, 1, 4), Doubles.of(0, height / 4, height, height / 4, 0));
    }

    private static Curves densities(List<Curve> others, String name) {
        List<Curve> all = new ArrayList<>(others);
        all.add(0, peak("real", Role.REAL, Curve.Stroke.FILLED, 0.4));
        all.add(peak(name, Role.REPLACE, Curve.Stroke.STRONG, 0.6));
        Axis y = Axis.linear("", 0, 1.2);
        return new Curves("", "", Axis.linear("", -4, 4), y, List.of(), all, Doubles.of(), Role.REPLACE);
    }

    private static Curve chain(double height) {
        return peak("", Role.REPLACE, Curve.Stroke.CHAIN, height);
    }

    @Test
    void otherChainsAreFaintBeforeTheBoldOne() {
        Picture alone = picture(densities(List.of(), ""));
        Picture among = picture(densities(List.of(chain(0.8), chain(1.0)), ""));
        assertThat(among.count(REPLACE, among.all()))
                .as("as much in full colour")
                .isEqualTo(alone.count(REPLACE, alone.all()));
        assertThat(among.ink(among.all())).isGreaterThan(alone.ink(alone.all()) + 200);
    }

    @Test
    void theBoldChainSaysItsNameBesideItsPeak() {
        Rectangle2D right = new Rectangle2D.Double(210, 120, 150, 40);
        int named = picture(densities(List.of(), "one of 64: 0.33")).ink(right);
        assertThat(named).isGreaterThan(picture(densities(List.of(), "")).ink(right) + 80);
    }

    @Test
    void chainsThatLeaveThePictureAreCounted() {
        Rectangle2D note = new Rectangle2D.Double(0, 0, 170, 22);
        assertThat(picture(densities(List.of(chain(1.1)), "")).ink(note)).isZero();
        assertThat(picture(densities(List.of(chain(1.1), chain(3), chain(9)), ""))
                        .ink(note))
                .isGreaterThan(60);
    }

    private static Tiles tiles(List<String> names, double strength, Set<Integer> crossed) {
        return new Tiles("", "", names, Doubles.generate(names.size(), i -> strength), Role.REPLACE, crossed);
    }

    private static List<String> names(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }

    @Test
    void tilesAreAsBrightAsTheyAreStrongAndFillThePicture() {
        Picture strong = picture(tiles(names(400), 1, Set.of()));
        Picture weak = picture(tiles(names(400), 0.1, Set.of()));
        assertThat(strong.count(REPLACE, strong.all())).isGreaterThan(400 * 300 / 2);
        assertThat(weak.count(REPLACE, weak.all())).isZero();
        assertThat(weak.ink(weak.all())).isGreaterThan(400 * 300 / 2);
    }

    @Test
    void lostOnesAreDarkAndCrossedOutAndMissingOnesHollow() {
        Picture lost =
                picture(tiles(names(100), 1, IntStream.range(0, 50).boxed().collect(Collectors.toSet())));
        Rectangle2D top = new Rectangle2D.Double(0, 0, 400, 100);
        Rectangle2D bottom = new Rectangle2D.Double(0, 200, 400, 100);
        assertThat(lost.count(REPLACE, top)).isZero();
        assertThat(lost.ink(top)).as("crosses").isPositive();
        assertThat(lost.count(REPLACE, bottom)).isGreaterThan(10_000);
        Picture missing = picture(tiles(names(100), 0, Set.of()));
        assertThat(missing.count(REPLACE, missing.all())).isZero();
        assertThat(missing.ink(missing.all())).isBetween(2_000, 400 * 300 / 2);
    }

    @Test
    void aFewTilesHaveRoomForTheirNames() {
        Picture named = picture(tiles(List.of("boar", "woman", "counsel", "glory"), 0.01, Set.of()));
        Picture blank = picture(tiles(List.of("", "", "", ""), 0.01, Set.of()));
        int letters = 0;
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                letters += named.image.getRGB(x, y) == blank.image.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(letters).isGreaterThan(300);
    }
}
