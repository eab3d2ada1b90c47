package collapselab.view;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The labels under a slider, each where its value lies. */
final class TickRow extends Region {
    /** Where the middle of a slider's thumb stops short of the slider's ends. */
    private static final double INSET = 7;

    private final List<SliderScale.Tick> ticks;
    private final Region mark = new Region();
    private double marked;

    TickRow(List<SliderScale.Tick> ticks) {
        this.ticks = ticks;
        getStyleClass().add("tick-row");
        ticks.forEach(tick -> {
            Label label = Nodes.label(tick.label(), "tick");
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        });
        mark.getStyleClass().add("tick-before");
        mark.setManaged(false);
        mark.setVisible(false);
        getChildren().add(mark);
        setMouseTransparent(true);
    }

    /** The mark at the value before the last change. */
    Region mark() {
        return mark;
    }

    /** Marks the value before the last change, or none. */
    void before(OptionalDouble position) {
        mark.setVisible(position.isPresent());
        if (position.isPresent() && position.getAsDouble() != marked) {
            marked = position.getAsDouble();
            requestLayout();
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().isEmpty() ? 0 : getChildren().get(0).prefHeight(-1);
    }

    /** Labels that would run into the first or the last, which say most, or into what stands before them are left out. */
    @Override
    protected void layoutChildren() {
        double height = 0.9 * computePrefHeight(-1);
        mark.resizeRelocate(snapPositionX(INSET + marked * (getWidth() - 2 * INSET)) - 1, -height - 3, 2, height);
        int last = ticks.size() - 1;
        double end = last < 0 ? 0 : left(last);
        double free = 0;
        for (int i = 0; i <= last; i++) {
            Label label = (Label) getChildren().get(i);
            double width = label.prefWidth(-1);
            double gap = label.prefHeight(-1) / 3;
            label.resizeRelocate(snapPositionX(left(i)), 0, width, label.prefHeight(-1));
            label.setVisible(i == last || i == 0 || (left(i) >= free && left(i) + width + gap <= end));
            free = label.isVisible() ? left(i) + width + gap : free;
        }
        if (last > 0) {
            getChildren().get(last).setVisible(left(0) + getChildren().get(0).prefWidth(-1) <= end);
        }
    }

    private double left(int tick) {
        double width = getChildren().get(tick).prefWidth(-1);
        double middle = INSET + ticks.get(tick).position() * (getWidth() - 2 * INSET);
        return Math.max(0, Math.min(getWidth() - width, middle - width / 2));
    }
}
