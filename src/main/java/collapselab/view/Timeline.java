package collapselab.view;

import collapselab.session.Playback;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The generations as a bar: what is computed lies light in it, what is played bright, like a video's buffer. Over it stand the
 * pins of what happened.
 */
final class Timeline extends Region {
    private final Desk desk;
    private final Region track = part("track");
    private final Region computed = part("computed");
    private final Region played = part("played");
    private final Region thumb = part("thumb");
    private final Pane ticks = new Pane();
    private final Pins pins;
    private int total = -1;
    private boolean bare;

    Timeline(Desk desk) {
        this.desk = desk;
        setId("timeline");
        getStyleClass().add("timeline");
        pins = new Pins(desk);
        ticks.setMouseTransparent(true);
        getChildren().addAll(track, computed, played, ticks, pins, thumb);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(event -> {
            requestFocus();
            seek(event.getX());
        });
        setOnMouseDragged(event -> seek(event.getX()));
    }

    /** Without what stands over and under it, as the stage has it. */
    void bare(boolean now) {
        bare = now;
        Nodes.shown(ticks, !bare);
        Nodes.shown(pins, !bare);
        requestLayout();
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
        pins.show();
        requestLayout();
    }

    private void relabel() {
        ticks.getChildren().clear();
        int last = total - 1;
        int step = step(last);
        for (long each = 0; each <= last; each += step) {
            int generation = (int) each;
            // The last generation has a label of its own.
            if (generation + step > last && last - generation < step / 2.0) {
                generation = last;
            }
            tick(generation);
            if (generation < last && generation + step > last) {
                tick(last);
            }
        }
    }

    /** Some four round steps. */
    private static int step(int last) {
        double rough = Math.max(1, last / 4.0);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double nice = rough < 1.5 * power ? 1 : rough < 3.5 * power ? 2 : rough < 7.5 * power ? 5 : 10;
        return (int) Math.max(1, nice * power);
    }

    private void tick(int generation) {
        Label label = Nodes.label(Numbers.whole(generation), "tick");
        label.setMinWidth(USE_PREF_SIZE);
        label.setUserData(generation);
        ticks.getChildren().add(label);
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
        return (bare ? 1.4 : 3.2) * desk.look().em();
    }

    @Override
    protected void layoutChildren() {
        double em = desk.look().em();
        Playback playback = desk.lab().playback();
        double left = inset();
        double length = Math.max(1, getWidth() - 2 * left);
        int last = Math.max(1, playback.total() - 1);
        double height = 0.4 * em;
        double y = bare ? (getHeight() - height) / 2 : 1.35 * em;
        track.resizeRelocate(left, y, length, height);
        double ready = length * Math.max(0, playback.computed() - 1) / last;
        computed.resizeRelocate(left, y, ready, height);
        double at = length * Math.max(0, playback.shown()) / last;
        played.resizeRelocate(left, y, at, height);
        double size = 1.15 * em;
        thumb.resizeRelocate(left + at - size / 2, y + height / 2 - size / 2, size, size);
        ticks.resizeRelocate(0, 0, getWidth(), getHeight());
        pins.resizeRelocate(0, 0, getWidth(), getHeight());
        pins.place(left, length, last, y);
        for (var node : ticks.getChildren()) {
            Label label = (Label) node;
            double width = label.prefWidth(-1);
            double x = left + length * (Integer) label.getUserData() / last - width / 2;
            label.resizeRelocate(
                    Math.max(0, Math.min(getWidth() - width, x)), y + height + 0.3 * em, width, label.prefHeight(-1));
        }
    }
}
