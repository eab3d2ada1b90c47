package collapselab.catalog;

import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.experiment.Experiment;
import java.util.List;

/** All experiments, in the order of the screen. */
public final class Catalog {
    private Catalog() {}

    /** The experiments. */
    public static List<Experiment<?, ?>> experiments() {
        return List.of(new GaussianExperiment());
    }
}
