package collapselab.chart;

import collapselab.plot.Curve;
import collapselab.plot.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Names at the ends of lines, with the marker of the role on the end, pushed apart where they would overlap. */
final class EndLabels {
    private static final int ROUNDS = 60;

    /** As wide as most numbers that may have to stand behind a name. */
    private static final String NUMBER = " 0.000";

    private final List<Curve> named;
    private final Graphics2D g;
    private final Style style;
    private final Lettering lettering;
    private final double end;

    /** A name with the end of its line; {@code y} moves. */
    private static final class Label {
        private final Curve curve;
        private final double endX;
        private final double endY;
        private final double width;
        private double y;

        Label(Curve curve, double endX, double endY, double width) {
            this.curve = curve;
            this.endX = endX;
            this.endY = endY;
            this.width = width;
            y = endY;
        }

        boolean beside(Label other) {
            return endX < other.endX + other.width && other.endX < endX + width;
        }
    }

    EndLabels(List<Curve> curves, Graphics2D g, Rectangle2D area, Style style) {
        named = curves.stream().filter(c -> !c.name().isEmpty()).toList();
        this.g = g;
        this.style = style;
        end = area.getMaxX();
        lettering = Lettering.label(g, style);
    }

    /**
     * The room to keep to the right of the data: the longest name, unless that would take almost half of the plot.
     *
     * @param values whether a number has to fit behind it
     */
    double room(double width, boolean values) {
        double number = values ? lettering.width(NUMBER) : 0;
        double longest = named.stream()
                .mapToDouble(c -> lettering.width(c.name()) + number)
                .max()
                .orElse(-gap());
        return Math.min(longest + gap() + 0.4 * style.textSize(), 0.4 * width);
    }

    /** Draws them and says where they are. */
    List<Readout.Label> draw(Frame frame) {
        List<Label> labels = new ArrayList<>();
        for (Curve curve : named) {
            int last = last(curve, frame);
            if (last >= 0) {
                double x = frame.x().at(curve.x().get(last));
                double y = frame.y().at(curve.y().get(last));
                labels.add(new Label(curve, x, y, gap() + lettering.width(curve.name())));
            }
        }
        spread(fitting(labels, frame.data().getHeight()), frame);
        for (Label label : labels) {
            mark(label);
            name(label);
        }
        return labels.stream().map(this::placed).toList();
    }

    private Readout.Label placed(Label label) {
        Curve curve = label.curve;
        return new Readout.Label(curve.name(), curve.says(), textColor(curve), left(label), label.y);
    }

    private double left(Label label) {
        return Math.min(label.endX + gap(), end - label.width + gap());
    }

    /** On a patch of ground, as other lines may run on behind a line that ends early. */
    private void name(Label label) {
        double x = left(label);
        double base = label.y + 0.36 * lettering.ascent();
        double height = lettering.height();
        g.setColor(Lines.faded(style.theme().panel(), 0.9));
        g.fill(new Rectangle2D.Double(x, label.y - height / 2, label.width - gap(), height));
        lettering.draw(label.curve.name(), x, base, textColor(label.curve));
    }

    /** As many labels as there is height for; those of quieter lines are the first to go. */
    private List<Label> fitting(List<Label> labels, double height) {
        int most = (int) Math.max(1, height / (1.02 * lettering.height()));
        for (int i = labels.size() - 1; i >= 0 && labels.size() > most; i--) {
            if (labels.get(i).curve.stroke() != Curve.Stroke.STRONG) {
                labels.remove(i);
            }
        }
        while (labels.size() > most) {
            labels.remove(labels.size() - 1);
        }
        return labels;
    }

    /** The last point that is seen, or -1. */
    private static int last(Curve curve, Frame frame) {
        for (int i = curve.x().size() - 1; i >= 0; i--) {
            if (frame.x().holds(curve.x().get(i)) && frame.y().holds(curve.y().get(i))) {
                return i;
            }
        }
        return -1;
    }

    private void spread(List<Label> labels, Frame frame) {
        labels.sort(Comparator.comparingDouble(l -> l.endY));
        double height = 1.02 * lettering.height();
        double lowest = frame.data().getMaxY() - height / 2;
        double highest = frame.data().getY() + height / 4;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < labels.size(); i++) {
                for (int j = i + 1; j < labels.size(); j++) {
                    push(labels.get(i), labels.get(j), height);
                }
            }
            labels.forEach(l -> l.y = Math.max(highest, Math.min(lowest, l.y)));
        }
    }

    private static void push(Label upper, Label lower, double height) {
        double overlap = height - (lower.y - upper.y);
        if (overlap > 0 && upper.beside(lower)) {
            upper.y -= overlap / 2;
            lower.y += overlap / 2;
        }
    }

    private void mark(Label label) {
        if (label.curve.stroke() != Curve.Stroke.STRONG) {
            return;
        }
        Role role = label.curve.role();
        Shape marker = Palette.marker(role, label.endX, label.endY, 6 * style.unit());
        g.setColor(style.theme().panel());
        g.setStroke(new BasicStroke((float) (2 * style.unit())));
        g.draw(marker);
        g.setColor(style.theme().of(role));
        g.fill(marker);
    }

    private Color textColor(Curve curve) {
        return switch (curve.stroke()) {
            case STRONG, THIN, AVERAGE, FILLED -> style.theme().text(curve.role());
            case PAST -> Lines.color(curve, style.theme());
            case CHAIN, FAINT, DASHED, DASH_DOTTED, DOTTED -> style.theme().mutedText();
        };
    }

    private double gap() {
        return 0.6 * style.textSize() + 1.5 * style.unit();
    }
}
