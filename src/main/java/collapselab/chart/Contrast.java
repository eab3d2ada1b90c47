package collapselab.chart;

import java.awt.Color;

/** Contrast between colours as WCAG 2.1 defines it, and colours changed just enough to reach one. */
final class Contrast {
    private static final int STEPS = 64;

    private Contrast() {}

    /** The contrast ratio of two colours, 1 (the same) to 21 (black and white). */
    static double between(Color a, Color b) {
        double first = luminance(a);
        double second = luminance(b);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** The colour itself where it stands out enough from the ground, or else mixed with as little white or black as it takes. */
    static Color reach(Color color, Color ground, double ratio) {
        Color end = luminance(ground) < 0.18 ? Color.WHITE : Color.BLACK;
        for (int step = 0; step < STEPS; step++) {
            Color mixed = mix(color, end, step / (double) STEPS);
            if (between(mixed, ground) >= ratio) {
                return mixed;
            }
        }
        return end;
    }

    /** The first colour with a share, 0 to 1, of the second. */
    static Color mix(Color first, Color second, double share) {
        return new Color(
                mix(first.getRed(), second.getRed(), share),
                mix(first.getGreen(), second.getGreen(), share),
                mix(first.getBlue(), second.getBlue(), share));
    }

    private static int mix(int first, int second, double share) {
        return (int) Math.round(first + (second - first) * share);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
