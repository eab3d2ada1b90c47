package collapselab.catalog.regression;

import collapselab.experiment.Sample;
import collapselab.kernel.Progress;
import collapselab.plot.Doubles;

/** Inputs with their labels, or what a fit needs of them, for each chain of a block. Immutable. */
interface Labelled extends Sample<Labelled> {
    /** The fit. */
    Coefficients fit(Fitting fitting, Progress progress);

    /**
     * The first chain's points, for its picture, where d is 1: (2, count) inputs and labels; else empty.
     *
     * @param slope the true coefficient
     * @param most how many points at most
     */
    Doubles points(double slope, int most);
}
