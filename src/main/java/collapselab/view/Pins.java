package collapselab.view;

import collapselab.experiment.DataRegime;
import collapselab.session.Event;
import collapselab.session.Panel;
import collapselab.session.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** Pins over the timeline where panels reach a stage of collapse: early hollow, late filled; a click goes there. */
final class Pins extends Pane {
    /** Least distance between neighbours, in heights of the base text. */
    private static final double APART = 1.15;

    private static final int ROUNDS = 60;

    /** Nanoseconds between two looks at a run that goes on. */
    private static final long PAUSE = 500_000_000;

    private final Desk desk;
    private List<Pin> pins = List.of();
    private Run of;
    private Key asked;
    private long askedAt;

    /** A stage that a panel has reached. */
    private record Pin(DataRegime regime, Event event) {}

    /** Everything the pins depend on. */
    private record Key(Run run, int recorded, boolean done) {}

    Pins(Desk desk) {
        this.desk = desk;
        setPickOnBounds(false);
    }

    /** Shows the stages that the run on screen has reached; they are looked for on a painter's thread. */
    void show() {
        Optional<Run> shown = desk.lab().shown().filter(run -> run.furthest() > 0);
        if (shown.isEmpty()) {
            of = null;
            put(List.of());
            return;
        }
        Run run = shown.get();
        if (of != null && of.spec().experiment() != run.spec().experiment()) {
            put(List.of());
        }
        of = run;
        int recorded = run.panels().stream().mapToInt(p -> p.recording().size()).sum();
        Key key = new Key(run, recorded, !Lab.unfinished(run));
        long now = System.nanoTime();
        boolean hurried = !key.done() && (now - askedAt < PAUSE || run.age() < 1e-9 * PAUSE);
        if (!key.equals(asked) && !hurried && desk.painter().idle(this)) {
            asked = key;
            askedAt = now;
            desk.painter().submit(this, () -> {
                List<Pin> found = read(run);
                return () -> {
                    if (of == run) {
                        put(found);
                    }
                };
            });
        }
    }

    private static List<Pin> read(Run run) {
        List<Pin> pins = new ArrayList<>();
        for (Panel<?, ?> panel : run.panels()) {
            panel.events().forEach(event -> pins.add(new Pin(panel.regime(), event)));
        }
        pins.sort(Comparator.comparingInt(pin -> pin.event().generation()));
        return pins;
    }

    private void put(List<Pin> now) {
        if (now.equals(pins)) {
            return;
        }
        pins = List.copyOf(now);
        getChildren().clear();
        pins.forEach(pin -> getChildren().add(stem(pin)));
        pins.forEach(pin -> getChildren().add(button(pin)));
        getParent().requestLayout();
    }

    private static Line stem(Pin pin) {
        Line stem = new Line();
        stem.getStyleClass().addAll("pin-stem", pin.regime().text());
        stem.setMouseTransparent(true);
        return stem;
    }

    private Button button(Pin pin) {
        Button button = new Button("", Icons.marker(pin.regime(), 9));
        button.getStyleClass().setAll("pin", kind(pin));
        String says = pin.regime().label() + ", generation "
                + Numbers.whole(pin.event().generation()) + ": "
                + pin.event().milestone().kind().label() + "\n"
                + Sentences.capital(pin.event().milestone().threshold())
                + ", in the median over the chains, here and at the next " + (Event.LASTING - 1)
                + " generations measured.";
        button.setTooltip(Nodes.tip(says));
        button.setAccessibleText(says);
        button.setOnAction(event -> {
            desk.lab().playback().seek(pin.event().generation());
            desk.wake();
        });
        return button;
    }

    private static String kind(Pin pin) {
        return pin.event().milestone().kind().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Puts each pin over its generation, pushed apart where they would overlap.
     *
     * @param left where generation 0 lies
     * @param length from there to the last generation
     * @param last its number
     * @param foot where the stems end
     */
    void place(double left, double length, int last, double foot) {
        double em = desk.look().em();
        double size = APART * em;
        double[] at = new double[pins.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = left + length * pins.get(i).event().generation() / last;
        }
        double[] x = spread(at, size, getWidth());
        for (int i = 0; i < at.length; i++) {
            Line stem = (Line) getChildren().get(i);
            stem.setStartX(x[i]);
            stem.setStartY(size * 0.75);
            stem.setEndX(at[i]);
            stem.setEndY(foot);
            getChildren().get(at.length + i).resizeRelocate(x[i] - size / 2, 0, size, size);
        }
    }

    /** Places in ascending order, moved as little as keeps them apart and within a width. */
    static double[] spread(double[] at, double apart, double width) {
        double[] x = at.clone();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 1; i < x.length; i++) {
                double push = Math.max(0, apart - (x[i] - x[i - 1])) / 2;
                x[i - 1] -= push;
                x[i] += push;
            }
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.max(apart / 2, Math.min(width - apart / 2, x[i]));
            }
        }
        return x;
    }
}
