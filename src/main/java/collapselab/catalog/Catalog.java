package collapselab.catalog;

import collapselab.catalog.digits.DigitsExperiment;
import collapselab.catalog.gaussian.GaussianExperiment;
import collapselab.catalog.kde.KdeExperiment;
import collapselab.catalog.mixture.MixtureExperiment;
import collapselab.catalog.regression.RegressionExperiment;
import collapselab.catalog.vocabulary.VocabularyExperiment;
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
        OwnData own = new OwnData();
        return List.of(
                new GaussianExperiment(own),
                new MixtureExperiment(own),
                new RegressionExperiment(),
                new VocabularyExperiment(own),
                new KdeExperiment(own),
                new DigitsExperiment(digits));
    }
}
