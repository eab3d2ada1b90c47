package collapselab.view;

import collapselab.chart.Drawing;
import collapselab.chart.Style;
import collapselab.experiment.DataRegime;
import collapselab.experiment.Preview;
import collapselab.plot.Curve;
import collapselab.plot.Curves;
import collapselab.plot.ImageGrid;
import collapselab.plot.Plot;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A panel's last lines while it trains: which generation, how far it is, what it makes by now, and its loss so far. */
final class TrainingStrip extends HBox {
    /** In heights of the base text. */
    static final double HEIGHT = 3.2;

    /** The part of the width that the loss has, beside the pictures. */
    private static final double LOSS = 0.35;

    private final DataRegime regime;
    private final Label title = Nodes.label("", "panel-what");
    private final Label stand = Nodes.label("", "citation");
    private final Surface surface;

    TrainingStrip(Desk desk, DataRegime regime) {
        this.regime = regime;
        surface = new Surface(desk, false, sentence -> {});
        setId("training-" + regime.text());
        getStyleClass().add("training");
        VBox words = new VBox(title, stand);
        words.setMinWidth(0);
        setHgrow(surface, Priority.ALWAYS);
        setMinWidth(0);
        getChildren().addAll(words, surface);
    }

    /**
     * Shows a model in training; hides where there is none.
     *
     * @param pictured whether it is pictured here; else in words only
     */
    void show(Optional<Preview> preview, boolean pictured) {
        Nodes.shown(this, preview.isPresent());
        surface.setVisible(pictured);
        preview.ifPresent(now -> {
            title.setText("training generation " + Numbers.whole(now.generation()));
            stand.setText(now.stand());
            Nodes.tip(title, title.getText());
            Nodes.tip(stand, now.stand());
            surface.want(now, (g, area, style) -> draw(now, g, area, style));
        });
    }

    private Runnable draw(Preview now, Graphics2D g, Rectangle2D area, Style style) {
        double split = (1 - LOSS) * area.getWidth();
        Rectangle2D left = new Rectangle2D.Double(area.getX(), area.getY(), split, area.getHeight());
        double x = left.getMaxX() + style.textSize() / 2;
        Rectangle2D right = new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, area.getHeight());
        for (Plot plot : now.plots()) {
            if (plot instanceof ImageGrid) {
                Drawing.draw(plot, g, left, style);
            } else if (plot instanceof Curves curves) {
                curves.curves().forEach(curve -> line(curves, curve, g, right, style));
            }
        }
        return () ->
                Nodes.reads(surface, regime.label() + ". " + now.plots().get(0).description());
    }

    /** A curve without its axes: there is no room for them. */
    private static void line(Curves curves, Curve curve, Graphics2D g, Rectangle2D area, Style style) {
        double width = 0.15 * style.textSize();
        double height = area.getHeight() - 2 * width;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < curve.x().size(); i++) {
            double right = (curve.x().get(i) - curves.x().min())
                    / (curves.x().max() - curves.x().min());
            double up = (curve.y().get(i) - curves.y().min())
                    / (curves.y().max() - curves.y().min());
            double x = area.getX() + right * area.getWidth();
            double y = area.getMaxY() - width - Math.max(0, Math.min(1, up)) * height;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(style.theme().of(curve.role()));
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
    }
}
