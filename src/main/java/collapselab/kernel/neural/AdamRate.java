package collapselab.kernel.neural;

/**
 * Adam's bias corrections folded into two numbers of a step (Kingma and Ba 2015, the remark at the end of section 2):
 * {@code w -= rate * m / (sqrt(v) + epsilon)}. Equal to PyTorch's form, epsilon outside the correction.
 *
 * @param rate learning rate times sqrt(1 - beta2^t) / (1 - beta1^t)
 * @param epsilon 1e-8 times sqrt(1 - beta2^t)
 */
record AdamRate(float rate, float epsilon) {
    /** Decay of the gradient's mean. */
    static final float BETA_1 = 0.9f;

    /** Decay of the gradient's mean square. */
    static final float BETA_2 = 0.999f;

    private static final double EPSILON = 1e-8;

    /** The rate of step t = 1, 2, ... */
    static AdamRate of(double learningRate, int step) {
        double first = 1 - StrictMath.pow(0.9, step);
        double second = Math.sqrt(1 - StrictMath.pow(0.999, step));
        return new AdamRate((float) (learningRate * second / first), (float) (EPSILON * second));
    }
}
