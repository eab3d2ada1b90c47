package collapselab.catalog.digits;

import collapselab.plot.Doubles;
import collapselab.plot.Pixels;

/**
 * What the pictures of one generation are drawn from.
 *
 * @param generation which
 * @param samples (64, 28, 28) generated digits
 * @param strip (4, 28, 28) the same latent codes as in every generation, decoded by this one
 * @param shares share of each class among the generated digits
 * @param real share of each class among the real test digits
 */
record DigitsSnapshot(int generation, Pixels samples, Pixels strip, Doubles shares, Doubles real) {
    /** How many samples are shown. */
    static final int SAMPLES = 64;

    /** How many latent codes are followed. */
    static final int CODES = 4;
}
