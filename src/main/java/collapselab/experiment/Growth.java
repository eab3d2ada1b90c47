package collapselab.experiment;

/** How the batch of n samples grows from generation to generation; t = generation + 1. */
public enum Growth implements Choice {
    /** n at every generation. */
    CONSTANT("Constant", "n samples at every generation", 0),
    /** n t at generation t. */
    LINEAR("Linear", "n t samples at the t-th generation", 1),
    /** n t^1.5 at generation t: fast enough for the sum of 1/n_t, and with it what is lost, to stay bounded. */
    SUPERLINEAR("Faster", "n t^1.5 samples at the t-th generation, enough for the sum of 1/n to stay bounded", 1.5);

    private final Words words;
    private final double power;

    Growth(String label, String help, double power) {
        words = new Words(label, help);
        this.power = power;
    }

    /**
     * n_t, rounded.
     *
     * @param samples n
     * @param generation t - 1
     */
    double of(int samples, int generation) {
        return Math.rint(samples * StrictMath.pow(generation + 1, power));
    }

    @Override
    public Words words() {
        return words;
    }
}
