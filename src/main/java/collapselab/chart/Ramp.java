package collapselab.chart;

import java.awt.Color;

/**
 * The ramp viridis of Smith and van der Walt (2015), from its end that stands out from the ground: perceptually uniform, and
 * told apart by the colour-blind.
 */
final class Ramp {
    private static final int[] VIRIDIS = {
        0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725
    };

    /** On a dark ground its dark end is left out, on a light one its light end. */
    private static final double DARK_FROM = 0.35;

    private static final double LIGHT_TO = 0.65;

    private Ramp() {}

    /** The colour at a place from 0 to 1, strengthened where the ground demands it. */
    static Color at(double place, Theme theme) {
        double within = Math.max(0, Math.min(1, place));
        double on = theme.dark() ? DARK_FROM + (1 - DARK_FROM) * within : LIGHT_TO * within;
        double step = on * (VIRIDIS.length - 1);
        int below = Math.min((int) step, VIRIDIS.length - 2);
        Color mixed = Contrast.mix(new Color(VIRIDIS[below]), new Color(VIRIDIS[below + 1]), step - below);
        return Contrast.reach(mixed, theme.panel(), theme.projector() ? 4.5 : 3);
    }
}
