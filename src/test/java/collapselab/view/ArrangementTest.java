package collapselab.view;

import static org.assertj.core.api.Assertions.assertThat;

import collapselab.view.Arrangement.Part;
import collapselab.view.Arrangement.Rows;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ArrangementTest {
    private static final double[][] WINDOWS = {{1024, 640}, {1280, 720}, {1440, 900}, {1920, 1080}, {2560, 1440}};

    private static double em(int percent) {
        return 13.0 * percent / 100;
    }

    private static Arrangement desk(double width, double height, int percent) {
        return Arrangement.of(width, height, em(percent), Wishes.NONE);
    }

    /** The centre's height: the window's without the bars, which are as high as they are on screen. */
    private static double centre(Arrangement now, double height) {
        return height - (now.stage() ? 2.7 : 9.6) * now.em();
    }

    @Test
    void thePanelsNeverFallUnderHalfOfTheCentre() {
        for (double[] window : WINDOWS) {
            for (int percent = 80; percent <= 300; percent += 10) {
                for (Wishes wishes : Set.of(Wishes.NONE, Wishes.NONE.staging(true))) {
                    for (int panels = 1; panels <= 4; panels++) {
                        Arrangement now = Arrangement.of(window[0], window[1], em(percent), wishes);
                        double width = window[0] - now.left() - now.right();
                        double height = centre(now, window[1]);
                        Rows rows = now.rows(width, height, 9 * now.em(), panels);
                        assertThat(rows.panels()).isGreaterThanOrEqualTo(height / 2 - 1);
                        double sum = rows.title() + rows.panels() + (rows.charts() > 0 ? now.gap() : 0) + rows.charts();
                        assertThat(sum + now.above() + now.gap() + now.below()).isLessThanOrEqualTo(height + 1);
                    }
                }
            }
        }
    }

    @Test
    void theDeskKeepsItsColumnsUntilItsPanelsWouldFallUnderHalf() {
        assertThat(desk(1024, 640, 100).stage()).isFalse();
        assertThat(desk(1280, 720, 120).stage()).isFalse();
        assertThat(desk(1440, 900, 150).stage()).isFalse();
        assertThat(desk(1440, 900, 200).stage()).isTrue();
        assertThat(desk(1440, 900, 200).left()).isZero();
        assertThat(desk(1440, 900, 200).em()).as("as large as was chosen").isEqualTo(26);
        assertThat(desk(1920, 1080, 200).stage()).isTrue();
    }

    @Test
    void chartsNeverGrowAtTheCostOfPanels() {
        Arrangement typical = desk(1440, 900, 100);
        Rows rows = typical.rows(900, 779, 52, 3);
        assertThat(rows.panels()).isGreaterThanOrEqualTo(0.56 * 779);
        assertThat(rows.charts()).isGreaterThan(200);
        Arrangement small = desk(1280, 720, 100);
        assertThat(small.rows(750, 599, 52, 3).panels()).isGreaterThanOrEqualTo(0.51 * 599);
    }

    @Test
    void onTheStageCardsTakeThreeFifthsOfTheScreenAtAnyTextSize() {
        for (int percent = 80; percent <= 300; percent += 20) {
            for (int panels = 1; panels <= 4; panels++) {
                Arrangement now = Arrangement.of(1920, 1080, em(percent), Wishes.NONE.staging(true));
                Rows rows = now.rows(1920, centre(now, 1080), now.stageTitle(), panels);
                double cards = 1920 - 2 * now.side() - (panels - 1) * now.gap();
                assertThat(cards * rows.panels() / (1920 * 1080)).isGreaterThanOrEqualTo(0.6);
                // Ticks, the smallest, are 0.84 times the base text.
                assertThat(0.84 * now.em()).isGreaterThan(24);
                if (percent <= 220) {
                    assertThat(rows.charts()).isPositive();
                }
            }
        }
    }

    @Test
    void fourPanelsStandInTwoRowsWhereTheyAreLargerSo() {
        Arrangement small = Arrangement.of(1280, 720, 13, Wishes.NONE.staging(true));
        assertThat(small.twoRows(1280, 540, 4)).isTrue();
        assertThat(small.twoRows(1280, 540, 3)).isFalse();
        assertThat(Arrangement.of(1920, 1080, 13, Wishes.NONE.staging(true)).twoRows(1920, 700, 4))
                .isFalse();
        assertThat(desk(1440, 900, 100).twoRows(900, 430, 4)).isFalse();
    }

    @Test
    void partsFoldAndOpenAndTheStageOpensOneColumnForAMoment() {
        Wishes folded = Wishes.NONE.toggle(Part.SETTINGS, false);
        assertThat(folded.folded()).isEqualTo(EnumSet.of(Part.SETTINGS));
        Arrangement desk = Arrangement.of(1440, 900, 13, folded);
        assertThat(desk.right()).isZero();
        assertThat(desk.left()).isPositive();
        assertThat(folded.toggle(Part.SETTINGS, false)).isEqualTo(Wishes.NONE);
        Wishes stage = Wishes.NONE.staging(true).toggle(Part.EXPERIMENTS, true).toggle(Part.SETTINGS, true);
        assertThat(stage.opened()).isEqualTo(Optional.of(Part.SETTINGS));
        assertThat(Arrangement.of(1440, 900, 13, stage).left()).isZero();
        assertThat(Arrangement.of(1440, 900, 13, stage).right()).isPositive();
        assertThat(stage.staging(false)).isEqualTo(Wishes.NONE);
        Wishes charts = Wishes.NONE.staging(true).toggle(Part.CHARTS, true);
        Arrangement bare = Arrangement.of(1440, 900, 13, charts);
        assertThat(bare.rows(1440, 830, 60, 3).charts()).isZero();
    }
}
