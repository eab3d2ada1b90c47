package collapselab.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import collapselab.plot.Role;
import java.awt.Color;
import java.awt.Shape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThemeTest {
    private static final List<Role> REGIMES =
            List.of(Role.REPLACE, Role.ACCUMULATE, Role.SUBSAMPLE, Role.REPLACE_MULTIPLE);

    @Test
    void contrastFollowsTheFormulaOfWcag() {
        assertThat(Contrast.between(Color.BLACK, Color.WHITE)).isCloseTo(21, within(1e-9));
        assertThat(Contrast.between(new Color(0x767676), Color.WHITE)).isCloseTo(4.54, within(0.01));
    }

    @ParameterizedTest
    @EnumSource
    void textIsReadableOnEveryGround(Theme theme) {
        double least = theme.projector() ? 7 : 4.5;
        for (Color ground : new Color[] {theme.background(), theme.panel()}) {
            assertThat(Contrast.between(theme.text(), ground)).isGreaterThanOrEqualTo(least);
            assertThat(Contrast.between(theme.mutedText(), ground)).isGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rolesStandOutAsLinesAndMoreSoAsText(Theme theme) {
        for (Role role : Role.values()) {
            assertThat(Contrast.between(theme.of(role), theme.panel())).isGreaterThanOrEqualTo(3);
            assertThat(Contrast.between(theme.text(role), theme.panel())).isGreaterThanOrEqualTo(theme.textContrast());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsReadableAndInNoRegimesColour(Theme theme) {
        assertThat(Contrast.between(theme.danger(), theme.panel())).isGreaterThanOrEqualTo(theme.textContrast());
        for (Role role : REGIMES) {
            assertThat(theme.danger()).isNotEqualTo(theme.text(role)).isNotEqualTo(theme.of(role));
        }
    }

    @ParameterizedTest
    @EnumSource
    void gridStaysQuieterThanEveryLine(Theme theme) {
        assertThat(Contrast.between(theme.grid(), theme.panel())).isLessThan(2);
    }

    @Test
    void darkThemeKeepsTheColoursOfOkabeAndIto() {
        assertThat(Palette.css(Theme.DARK, Role.REAL)).isEqualTo("#56B4E9");
        assertThat(Palette.css(Theme.DARK, Role.REPLACE)).isEqualTo("#D55E00");
        assertThat(Palette.css(Theme.DARK, Role.ACCUMULATE)).isEqualTo("#009E73");
        assertThat(Palette.css(Theme.DARK, Role.SUBSAMPLE)).isEqualTo("#E69F00");
    }

    @Test
    void styleSheetColoursKeepTheirLeadingZeros() {
        assertThat(Palette.css(new Color(0, 10, 255))).isEqualTo("#000AFF");
    }

    @Test
    void regimesDifferInDashAndMarkerToo() {
        Set<Object> dashes = new HashSet<>();
        Set<Object> markers = new HashSet<>();
        for (Role role : REGIMES) {
            dashes.add(Arrays.toString(Palette.dash(role)));
            Shape marker = Palette.marker(role, 0, 0, 6);
            // The corners tell a diamond from a triangle.
            markers.add(List.of(marker.contains(-2, -2), marker.contains(-2, 2), marker.contains(0, 2.9)));
        }
        assertThat(dashes).hasSize(REGIMES.size());
        assertThat(markers).hasSize(REGIMES.size());
    }

    @ParameterizedTest
    @EnumSource
    void regimesDifferInColourOnEveryGround(Theme theme) {
        for (Role a : REGIMES) {
            for (Role b : REGIMES) {
                Color first = theme.of(a);
                Color second = theme.of(b);
                int apart = Math.abs(first.getRed() - second.getRed())
                        + Math.abs(first.getGreen() - second.getGreen())
                        + Math.abs(first.getBlue() - second.getBlue());
                assertThat(a == b || apart > 45).as(a + " beside " + b).isTrue();
            }
        }
    }
}
