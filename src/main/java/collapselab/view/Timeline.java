package collapselab.view;

import collapselab.session.Playback;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The generations as a bar: what is computed lies light in it, what is played bright, like a video's buffer. */
final class Timeline extends Region {
    private static final int TICKS = 4;

    private final Desk desk;
    private final Region track = part("track");
    private final Region computed = part("computed");
    private final Region played = part("played");
    private final Region thumb = part("thumb");
    private final Pane ticks = new Pane();
    private int total = -1;

    Timeline(Desk desk) {
        this.desk = desk;
        setId("timeline");
        getStyleClass().add("timeline");
        getChildren().addAll(track, computed, played, ticks, thumb);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(event -> {
            requestFocus();
            seek(event.getX());
        });
        setOnMouseDragged(event -> seek(event.getX()));
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setMouseTransparent(true);
        return part;
    }

    private double inset() {
        return desk.look().em() * 0.6;
    }

    private void seek(double x) {
        Playback playback = desk.lab().playback();
        double part = (x - inset()) / Math.max(1, getWidth() - 2 * inset());
        playback.seek((int) Math.round(part * (playback.total() - 1)));
        desk.wake();
    }

    void show() {
        Playback playback = desk.lab().playback();
        if (playback.total() != total) {
            total = playback.total();
            relabel();
        }
        setAccessibleText("Generation " + Math.max(0, playback.cursor()) + " of " + (total - 1) + ", "
                + playback.computed() + " computed");
        requestLayout();
    }

    private void relabel() {
        ticks.getChildren().clear();
        int last = total - 1;
        int parts = Math.min(TICKS, Math.max(1, last));
        for (int i = 0; i <= parts; i++) {
            int generation = Math.round((float) last * i / parts);
            Label label = Nodes.label(Numbers.whole(generation), "tick");
            label.setMinWidth(USE_PREF_SIZE);
            label.setUserData(generation);
            ticks.getChildren().add(label);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        Playback playback = desk.lab().playback();
        return switch (attribute) {
            case VALUE -> (double) Math.max(0, playback.cursor());
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) playback.total() - 1;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computePrefHeight(double width) {
        return 2.9 * desk.look().em();
    }

    @Override
    protected void layoutChildren() {
        double em = desk.look().em();
        Playback playback = desk.lab().playback();
        double left = inset();
        double length = Math.max(1, getWidth() - 2 * left);
        int last = Math.max(1, playback.total() - 1);
        double y = 0.95 * em;
        double height = 0.4 * em;
        track.resizeRelocate(left, y, length, height);
        double ready = length * Math.max(0, playback.computed() - 1) / last;
        computed.resizeRelocate(left, y, ready, height);
        double at = length * Math.max(0, playback.shown()) / last;
        played.resizeRelocate(left, y, at, height);
        double size = 1.15 * em;
        thumb.resizeRelocate(left + at - size / 2, y + height / 2 - size / 2, size, size);
        ticks.resizeRelocate(0, 0, getWidth(), getHeight());
        for (var node : ticks.getChildren()) {
            Label label = (Label) node;
            double width = label.prefWidth(-1);
            double x = left + length * (Integer) label.getUserData() / last - width / 2;
            label.resizeRelocate(
                    Math.max(0, Math.min(getWidth() - width, x)), y + height + 0.35 * em, width, label.prefHeight(-1));
        }
    }
}
