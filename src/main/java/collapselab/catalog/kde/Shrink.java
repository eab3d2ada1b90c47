package collapselab.catalog.kde;

import collapselab.experiment.Choice;

/** How the bandwidth follows the size of the training set. */
public enum Shrink implements Choice {
    /** The same bandwidth always. */
    NONE("Fixed h", "the same bandwidth however many points there are", 0),
    /** h = c N^(-1/5), the rate that is optimal in one dimension. */
    FIFTH("h \u221d N^\u22121/5", "the bandwidth times N^(-1/5), N the size of the training set", -0.2);

    private final Words words;
    private final double power;

    Shrink(String label, String help, double power) {
        words = new Words(label, help);
        this.power = power;
    }

    /** The bandwidth for a training set of some size, from the parameter c. */
    double bandwidth(double c, double size) {
        return c * Math.pow(size, power);
    }

    @Override
    public Words words() {
        return words;
    }
}
