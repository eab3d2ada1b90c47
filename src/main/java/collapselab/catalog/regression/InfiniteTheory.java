package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.Setting;

/**
 * What part of each true coefficient a fit to infinitely many samples finds: q of what its labels hold, q = 1 - (1 - eta
 * l)^s for s steps of gradient descent at curvature l. Under replace that is q^t; under accumulate the labels hold the
 * average of 1 and all earlier parts.
 */
final class InfiniteTheory {
    private final double[][] learned; // (generations, d)

    InfiniteTheory(Setting<RegressionParameters> setting) {
        Protocol protocol = setting.protocol();
        RegressionParameters parameters = setting.parameters();
        int d = parameters.dimension();
        Fitting measured = new Fitting(parameters, parameters.ridge());
        Fitting generator = new Fitting(parameters, 0);
        learned = new double[protocol.generations()][d];
        double[] pool = new double[d];
        double[] last = new double[d];
        double size = 0;
        for (int g = 0; g < learned.length; g++) {
            double batch = setting.regime().batch(protocol, g);
            double real = g == 0 ? 1 : protocol.realSamples((int) batch) / batch;
            boolean alone = setting.regime() == DataRegime.REPLACE || setting.regime() == DataRegime.REPLACE_MULTIPLE;
            size = alone ? batch : size + batch;
            for (int j = 0; j < d; j++) {
                pool[j] += batch / size * (real + (1 - real) * last[j] - pool[j]);
                last[j] = generator.learned(j) * pool[j];
                learned[g][j] = measured.learned(j) * pool[j];
            }
        }
    }

    /** (generations, d) what part of each coefficient the measured model has. */
    double[][] learned() {
        return learned;
    }
}
