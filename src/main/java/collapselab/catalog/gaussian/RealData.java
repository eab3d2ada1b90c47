package collapselab.catalog.gaussian;

import collapselab.experiment.Choice;

/** What the real data are. */
public enum RealData implements Choice {
    /** N(0, I): the family that is fitted. */
    NORMAL("Normal", "N(0, I): what is fitted can be right"),
    /** Half N(-2, 1) and half N(2, 1) on the first axis, N(0, 1) on the others: no normal distribution. */
    TWO_PEAKS("Two peaks", "half N(\u22122, 1), half N(2, 1) on the first axis: what is fitted cannot be right"),
    /** Points of a CSV file. */
    CSV("CSV file", "the points of a CSV file, drawn with replacement"),
    /** Points drawn with the brush. */
    DRAWN("Drawn", "points drawn with the brush");

    private final Words words;

    RealData(String label, String help) {
        words = new Words(label, help);
    }

    @Override
    public String text() {
        return Choice.super.text().replace('_', '-');
    }

    @Override
    public Words words() {
        return words;
    }

    /** Whether they are points of the user's, in a file. */
    boolean own() {
        return this == CSV || this == DRAWN;
    }
}
