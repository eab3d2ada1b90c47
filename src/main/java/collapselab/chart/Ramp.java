package collapselab.chart;

import java.awt.Color;

/**
 * Shades of violet, for parts that have no role of their own: a colour that means nothing else here, from its end that stands out
 * less from the ground to the one that stands out most. Lightness tells the shades apart, also for the colour-blind.
 */
final class Ramp {
    private static final Color DEEP = new Color(0x2E1065);
    private static final Color MIDDLE = new Color(0x8A63E8);
    private static final Color PALE = new Color(0xF0EAFF);

    private Ramp() {}

    /** The colour at a place from 0 to 1, strengthened where the ground demands it. */
    static Color at(double place, Theme theme) {
        double within = Math.max(0, Math.min(1, place));
        Color mixed = Contrast.mix(MIDDLE, theme.dark() ? PALE : DEEP, within);
        return Contrast.reach(mixed, theme.panel(), theme.projector() ? 4.5 : 3);
    }
}
