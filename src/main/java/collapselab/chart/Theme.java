package collapselab.chart;

import collapselab.plot.Role;
import java.awt.Color;

/** The colours of window and figures: two themes for a desk, two with more contrast for a projector. */
public enum Theme {
    DARK(0x0f1419, 0x141c24, 0xd7dde5, 0x8fa0b0, 0x1f2933, 0x2c3845, false),
    LIGHT(0xf3f5f8, 0xffffff, 0x1b2530, 0x566473, 0xe8ecf1, 0xc3ccd6, false),
    PROJECTOR_DARK(0x000000, 0x070a0d, 0xffffff, 0xc4d0db, 0x28323d, 0x5f7081, true),
    PROJECTOR_LIGHT(0xffffff, 0xffffff, 0x000000, 0x36424e, 0xdce2e8, 0x8c98a4, true);

    private final Color background;
    private final Color panel;
    private final Color text;
    private final Color mutedText;
    private final Color grid;
    private final Color line;
    private final boolean projector;

    Theme(int background, int panel, int text, int mutedText, int grid, int line, boolean projector) {
        this.background = new Color(background);
        this.panel = new Color(panel);
        this.text = new Color(text);
        this.mutedText = new Color(mutedText);
        this.grid = new Color(grid);
        this.line = new Color(line);
        this.projector = projector;
    }

    /** Behind everything. */
    public Color background() {
        return background;
    }

    /** Behind a plot; the ground that plots are drawn for. */
    public Color panel() {
        return panel;
    }

    /** Headings and values. */
    public Color text() {
        return text;
    }

    /** Tick labels and side remarks; still readable. */
    public Color mutedText() {
        return mutedText;
    }

    /** Grid lines, just visible. */
    public Color grid() {
        return grid;
    }

    /** The line that data stand on, borders, slider tracks. */
    public Color line() {
        return line;
    }

    /** What is selected, marked or focused: the blue of real data. */
    public Color accent() {
        return of(Role.REAL);
    }

    /** Refusals, and what is wrong: no colour of a regime. */
    public Color danger() {
        return Contrast.reach(new Color(dark() ? 0xF0647A : 0xB3123A), panel, textContrast());
    }

    /** No ink, in pictures of digits. */
    public Color paper() {
        return dark() ? Contrast.mix(background, Color.BLACK, 0.3) : Contrast.mix(panel, Color.BLACK, 0.05);
    }

    /** Full ink, in pictures of digits. */
    public Color ink() {
        return Contrast.mix(text, dark() ? Color.WHITE : Color.BLACK, 0.5);
    }

    /** Whether light things stand on a dark ground. */
    public boolean dark() {
        return this == DARK || this == PROJECTOR_DARK;
    }

    /** Whether it is made for a projector: more contrast, stronger lines. */
    public boolean projector() {
        return projector;
    }

    /** The least contrast of text with its ground: 4.5 on a desk (WCAG AA), 7 on a projector (AAA). */
    public double textContrast() {
        return projector ? 7 : 4.5;
    }

    /** The colour of lines and areas in a role: its Okabe-Ito colour, strengthened where the ground demands it. */
    public Color of(Role role) {
        return Contrast.reach(base(role), panel, projector ? 4.5 : 3);
    }

    /** The colour of text in a role. */
    public Color text(Role role) {
        return Contrast.reach(base(role), panel, textContrast());
    }

    /** Okabe and Ito, "Color universal design" (2008). */
    private Color base(Role role) {
        return switch (role) {
            case REAL -> new Color(0x56B4E9);
            case REPLACE -> new Color(0xD55E00);
            case ACCUMULATE -> new Color(0x009E73);
            case SUBSAMPLE -> new Color(0xE69F00);
            case REPLACE_MULTIPLE -> new Color(0xF0E442);
            case THEORY -> Contrast.mix(text, mutedText, 0.4);
            case NEUTRAL -> mutedText;
        };
    }
}
