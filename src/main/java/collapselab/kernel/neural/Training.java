package collapselab.kernel.neural;

/**
 * How long and how fast a network is trained.
 *
 * @param epochs passes over the training set, 1 or more
 * @param batch images in a step, 1 or more
 * @param learningRate Adam's step size, above 0; 1e-3 is usual
 */
public record Training(int epochs, int batch, double learningRate) {
    /** Refuses what cannot be trained. */
    public Training {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be 1 or more: " + epochs);
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch must be 1 or more: " + batch);
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning rate must be above 0 and finite: " + learningRate);
        }
    }
}
