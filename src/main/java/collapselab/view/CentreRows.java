package collapselab.view;

import collapselab.view.Arrangement.Rows;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The rows of the centre, each as high as {@link Arrangement} says: the title, the panels, and the charts under them. */
final class CentreRows extends Pane {
    private final Region title;
    private final Region panels;
    private final Region charts;
    private Arrangement arrangement;
    private final ReadOnlyObjectWrapper<Rows> rows = new ReadOnlyObjectWrapper<>(new Rows(0, 0, 0));
    private int count = 1;

    CentreRows(Region title, Region panels, Region charts) {
        this.title = title;
        this.panels = panels;
        this.charts = charts;
        getStyleClass().add("centre");
        setMinSize(0, 0);
        getChildren().addAll(title, panels, charts);
    }

    void arrange(Arrangement now) {
        if (!now.equals(arrangement)) {
            arrangement = now;
            requestLayout();
        }
    }

    /** Says how many panels there are. */
    void count(int panels) {
        if (panels != count) {
            count = panels;
            requestLayout();
        }
    }

    ReadOnlyObjectProperty<Rows> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Whether the panels stand in two rows. */
    boolean twoRows() {
        return arrangement != null && arrangement.twoRows(getWidth(), rows.get().panels(), count);
    }

    /** How many panels stand side by side. */
    int columns() {
        int wanted = twoRows() ? 2 : count;
        return arrangement == null ? wanted : arrangement.columns(getWidth(), wanted);
    }

    /** Where the gap between panels and charts begins, or the one under the panels. */
    double underPanels() {
        return panels.getLayoutY() + panels.getHeight();
    }

    @Override
    protected void layoutChildren() {
        if (arrangement == null) {
            return;
        }
        double side = arrangement.side();
        double width = Math.max(0, getWidth() - 2 * side);
        double wanted = arrangement.stage() ? arrangement.stageTitle() : title.prefHeight(width);
        Rows now = arrangement.rows(getWidth(), getHeight(), wanted, count);
        double y = arrangement.above();
        title.resizeRelocate(side, y, width, now.title());
        y += now.title() + arrangement.gap();
        panels.resizeRelocate(side, y, width, Math.max(0, now.panels()));
        charts.setVisible(now.charts() > 0);
        charts.resizeRelocate(side, y + now.panels() + arrangement.gap(), width, now.charts());
        rows.set(now);
    }
}
