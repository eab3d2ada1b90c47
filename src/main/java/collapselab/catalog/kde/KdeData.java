package collapselab.catalog.kde;

import collapselab.experiment.Choice;
import collapselab.kernel.data.Shape;
import java.util.Optional;

/** What the real data are. */
public enum KdeData implements Choice {
    BLOBS("Blobs", "three round normal clouds, centred the same for training and held-out points, 2-D", Shape.BLOBS),
    CIRCLES("Circles", "one circle in another, 2-D", Shape.CIRCLES),
    MOONS("Moons", "two interleaved half circles, 2-D", Shape.MOONS),
    SWISS_ROLL("Swiss roll", "a rolled-up sheet, 3-D", Shape.SWISS_ROLL),
    NORMAL("Normal", "the standard normal distribution, 1-D: its law is known in full", Shape.NORMAL),
    DRAWN("Drawn", "points drawn by hand, drawn from at random", null),
    CSV("CSV file", "the points of a file, drawn from at random", null);

    private final Words words;
    private final Shape shape;

    KdeData(String label, String help, Shape shape) {
        words = new Words(label, help);
        this.shape = shape;
    }

    /** The shape that is drawn from; empty for data from a file. */
    Optional<Shape> shape() {
        return Optional.ofNullable(shape);
    }

    @Override
    public String text() {
        return Choice.super.text().replace('_', '-');
    }

    @Override
    public Words words() {
        return words;
    }
}
