package collapselab.view;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The labels under a slider, each where its value lies. */
final class TickRow extends Region {
    private final List<SliderScale.Tick> ticks;

    TickRow(List<SliderScale.Tick> ticks) {
        this.ticks = ticks;
        getStyleClass().add("tick-row");
        ticks.forEach(tick -> {
            Label label = Nodes.label(tick.label(), "tick");
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        });
        setMouseTransparent(true);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().isEmpty() ? 0 : getChildren().get(0).prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        // The middle of a slider's thumb never reaches the slider's ends.
        double inset = 7;
        for (int i = 0; i < ticks.size(); i++) {
            Label label = (Label) getChildren().get(i);
            double width = label.prefWidth(-1);
            double middle = inset + ticks.get(i).position() * (getWidth() - 2 * inset);
            double left = Math.max(0, Math.min(getWidth() - width, middle - width / 2));
            label.resizeRelocate(snapPositionX(left), 0, width, label.prefHeight(-1));
        }
    }
}
