package collapselab.chart;

import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** The code of the roles: colour, dash and marker, so that no meaning hangs on colour alone. */
public final class Palette {
    private Palette() {}

    /** The colour of a role in a theme, for lines and areas. */
    public static Color color(Theme theme, Role role) {
        return theme.of(role);
    }

    /** The colour of a role as a style sheet writes it. */
    public static String css(Theme theme, Role role) {
        return css(theme.of(role));
    }

    /** A colour as a style sheet writes it, such as {@code #56B4E9}. */
    public static String css(Color color) {
        String hex = Integer.toHexString(0x1000000 | (color.getRGB() & 0xffffff));
        return "#" + hex.substring(1).toUpperCase(Locale.ROOT);
    }

    /** Lengths of dash and gap for a line of width 1; empty for a solid line. */
    public static float[] dash(Role role) {
        return switch (role) {
            case ACCUMULATE -> new float[] {5, 2.2f};
            case SUBSAMPLE -> new float[] {0.6f, 2};
            case REPLACE_MULTIPLE -> new float[] {5, 2, 0.9f, 2};
            case THEORY -> new float[] {4, 3};
            case REAL, REPLACE, NEUTRAL -> new float[0];
        };
    }

    /**
     * A line with a dash pattern that grows with its width.
     *
     * @param dash lengths as {@link #dash} gives them
     * @param width width in pixels
     * @param join how segments meet, as {@link BasicStroke} numbers it
     */
    static BasicStroke stroke(float[] dash, double width, int join) {
        float w = (float) width;
        if (dash.length == 0) {
            return new BasicStroke(w, BasicStroke.CAP_ROUND, join);
        }
        float[] lengths = new float[dash.length];
        for (int i = 0; i < dash.length; i++) {
            lengths[i] = dash[i] * w;
        }
        // Round caps make dots of short dashes, but would close the gaps of longer ones.
        int cap = dash[0] < 1 ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT;
        return new BasicStroke(w, cap, join, 1, lengths, 0);
    }

    /** The marker of a role around a point: circle, square, diamond, or a small dot where the role has none of its own. */
    public static Shape marker(Role role, double x, double y, double size) {
        double r = size / 2;
        return switch (role) {
            case REPLACE -> new Ellipse2D.Double(x - r, y - r, size, size);
            case ACCUMULATE -> new Rectangle2D.Double(x - 0.88 * r, y - 0.88 * r, 1.76 * r, 1.76 * r);
            case SUBSAMPLE -> polygon(x, y - 1.25 * r, x + 1.25 * r, y, x, y + 1.25 * r, x - 1.25 * r, y);
            case REPLACE_MULTIPLE -> polygon(x - 1.1 * r, y - 0.8 * r, x + 1.1 * r, y - 0.8 * r, x, y + 1.2 * r);
            case REAL -> polygon(x, y - 1.2 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r);
            case THEORY, NEUTRAL -> new Ellipse2D.Double(x - 0.6 * r, y - 0.6 * r, 1.2 * r, 1.2 * r);
        };
    }

    private static Shape polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }
}
