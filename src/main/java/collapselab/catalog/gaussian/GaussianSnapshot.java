package collapselab.catalog.gaussian;

import collapselab.experiment.Setting;
import collapselab.plot.Doubles;
import java.util.Optional;

/**
 * What the pictures of one generation of the first chain are drawn from: the fitted model on the first two axes, and the
 * points if they are held.
 *
 * @param seed the chain's seed
 * @param generation which
 * @param size how many points the model was fitted to
 * @param mean (2) fitted mean
 * @param factor (3) L11, L21, L22 of the fitted covariance
 * @param points (2, count) the training set's points, as many as are shown; empty if only statistics are held
 */
record GaussianSnapshot(long seed, int generation, int size, Doubles mean, Doubles factor, Optional<Doubles> points) {
    /** At most this many points are shown. */
    static final int MOST_POINTS = 2_000;

    /** How many points of a generation are shown. */
    static int points(Setting<?> setting, int generation) {
        return Math.min(MOST_POINTS, setting.regime().batch(setting.protocol(), generation));
    }
}
