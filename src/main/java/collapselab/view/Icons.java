package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.session.Run;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Which picture stands for what. */
final class Icons {
    private Icons() {}

    /** The icon of an experiment. */
    static Ikon experiment(String id) {
        return switch (id) {
            case "gaussian" -> Feather.ACTIVITY;
            case "digits" -> Feather.EDIT_3;
            case "mixture" -> Feather.GIT_MERGE;
            case "regression" -> Feather.TRENDING_UP;
            case "vocabulary" -> Feather.BOOK_OPEN;
            case "kde" -> Feather.DROPLET;
            default -> Feather.BOX;
        };
    }

    /** How data flow in a regime: round and round, onto a pile, through a sieve, copied over and over. */
    static Ikon regime(DataRegime regime) {
        return switch (regime) {
            case REPLACE -> Feather.REFRESH_CW;
            case ACCUMULATE -> Feather.LAYERS;
            case SUBSAMPLE -> Feather.FILTER;
            case REPLACE_MULTIPLE -> Feather.COPY;
        };
    }

    static Ikon state(Run.State state) {
        return switch (state) {
            case WAITING -> Feather.CLOCK;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case PAUSED -> Feather.PAUSE_CIRCLE;
            case DONE -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.X_CIRCLE;
            case FAILED -> Feather.ALERT_TRIANGLE;
        };
    }

    /** The marker of a regime: circle, square, diamond, as in the charts. */
    static Node marker(DataRegime regime, double size) {
        double r = size / 2;
        Shape shape =
                switch (regime) {
                    case REPLACE -> new Circle(r, r, r);
                    case ACCUMULATE -> new Rectangle(1.76 * r, 1.76 * r);
                    case SUBSAMPLE -> new Polygon(r, -0.25 * r, 2.25 * r, r, r, 2.25 * r, -0.25 * r, r);
                    case REPLACE_MULTIPLE -> new Polygon(-0.1 * r, 0.2 * r, 2.1 * r, 0.2 * r, r, 2.2 * r);
                };
        shape.getStyleClass().addAll("marker", regime.text());
        return shape;
    }
}
