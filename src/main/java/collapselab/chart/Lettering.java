package collapselab.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** Text of one size on one graphics. */
final class Lettering {
    private final Graphics2D g;
    private final Font font;
    private final FontMetrics metrics;

    private Lettering(Graphics2D g, double size, int weight) {
        this.g = g;
        font = new Font(Font.SANS_SERIF, weight, 1).deriveFont((float) size);
        metrics = g.getFontMetrics(font);
    }

    /** For titles. */
    static Lettering heading(Graphics2D g, Style style) {
        return new Lettering(g, 1.1 * style.textSize(), Font.BOLD);
    }

    /** For labels at lines. */
    static Lettering label(Graphics2D g, Style style) {
        return new Lettering(g, 0.92 * style.textSize(), Font.PLAIN);
    }

    /** For ticks and axes. */
    static Lettering small(Graphics2D g, Style style) {
        return new Lettering(g, 0.84 * style.textSize(), Font.PLAIN);
    }

    Font font() {
        return font;
    }

    double width(String text) {
        return text.isEmpty() ? 0 : metrics.getStringBounds(text, g).getWidth();
    }

    double ascent() {
        return metrics.getAscent();
    }

    double height() {
        return metrics.getAscent() + metrics.getDescent();
    }

    /** Draws text from a left end and a base line. */
    void draw(String text, double x, double y, Color color) {
        g.setFont(font);
        g.setColor(color);
        g.drawString(text, (float) x, (float) y);
    }

    /** Draws text around a centre. */
    void centred(String text, double x, double y, Color color) {
        draw(text, x - width(text) / 2, y, color);
    }
}
