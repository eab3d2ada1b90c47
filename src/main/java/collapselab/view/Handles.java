package collapselab.view;

import collapselab.view.Arrangement.Part;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The handles that fold the columns and the charts away and open them again: in the room that the centre leaves around its cards. */
final class Handles extends Pane {
    /** In heights of the base text; a handle is no thicker than the room it lies in. */
    private static final double LONG = 6;

    private static final double THICK = 0.85;

    private final CentreRows centre;
    private final Button experiments;
    private final Button settings;
    private final Button charts;
    private Arrangement arrangement;

    Handles(CentreRows centre, Consumer<Part> fold) {
        this.centre = centre;
        experiments = handle("fold-experiments", () -> fold.accept(Part.EXPERIMENTS));
        settings = handle("fold-settings", () -> fold.accept(Part.SETTINGS));
        charts = handle("fold-charts", () -> fold.accept(Part.CHARTS));
        centre.rows().addListener((o, before, now) -> requestLayout());
        setPickOnBounds(false);
        getChildren().addAll(experiments, settings, charts);
    }

    private static Button handle(String id, Runnable fold) {
        Button handle = Nodes.iconButton(Feather.CHEVRON_LEFT, "", fold, "handle");
        handle.setId(id);
        handle.setFocusTraversable(false);
        return handle;
    }

    void arrange(Arrangement now) {
        arrangement = now;
        boolean left = now.left() > 0;
        boolean right = now.right() > 0;
        say(experiments, left, "experiments (F2)", left ? Feather.CHEVRON_LEFT : Feather.CHEVRON_RIGHT);
        say(settings, right, "settings (F3)", right ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_LEFT);
        requestLayout();
    }

    private static void say(Button handle, boolean open, String what, Feather icon) {
        String does = (open ? "Fold away the " : "Open the ") + what;
        handle.setAccessibleText(does);
        Nodes.tip(handle, does);
        ((FontIcon) handle.getGraphic()).setIconCode(icon);
    }

    @Override
    protected void layoutChildren() {
        if (arrangement == null) {
            return;
        }
        double em = arrangement.em();
        double length = Math.min(LONG * em, getHeight() / 3);
        double thick = Math.min(THICK * em, arrangement.side() - 2);
        double y = Math.rint((getHeight() - length) / 2);
        experiments.resizeRelocate(0, y, thick, length);
        settings.resizeRelocate(getWidth() - thick, y, thick, length);
        boolean open = centre.rows().get().charts() > 0;
        // Where there is no room for charts there is nothing to open.
        charts.setVisible(open || !arrangement.charts());
        say(charts, open, "charts (F4)", open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP);
        double room = open ? arrangement.gap() : arrangement.below();
        double flat = Math.min(room, THICK * em);
        charts.resizeRelocate(
                Math.rint((getWidth() - length) / 2),
                Math.rint(centre.underPanels() + (room - flat) / 2),
                length,
                flat);
    }
}
