package collapselab.catalog;

import collapselab.catalog.digits.DigitsExperiment;
import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.experiment.Experiment;
import collapselab.experiment.OwnData;
import collapselab.kernel.data.DigitSource;
import java.util.List;

/** All experiments, in the order of the screen. */
public final class Catalog {
    private Catalog() {}

    /**
     * The experiments.
     *
     * @param digits where digits come from
     */
    public static List<Experiment<?, ?>> experiments(DigitSource digits) {
        return List.of(new GaussianExperiment(new OwnData()), new DigitsExperiment(digits));
    }
}
