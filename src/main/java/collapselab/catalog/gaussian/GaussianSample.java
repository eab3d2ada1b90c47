package collapselab.catalog.gaussian;

import collapselab.experiment.Sample;
import collapselab.plot.Doubles;
import java.util.Optional;

/** A training set, as statistics or as points. */
interface GaussianSample extends Sample<GaussianSample> {
    /** The fit: mean and scatter over the estimator's divisor. */
    GaussianModel fit(Estimator estimator);

    /**
     * The first chain's points, for its picture: (2, count) coordinates on the first two axes, the second all zero if d is
     * 1. Empty if only statistics are held.
     *
     * @param most how many points at most
     */
    Optional<Doubles> points(int most);
}
