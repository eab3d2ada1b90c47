package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.Setting;

/**
 * The exact expected test loss of least squares at every generation, where it is known. Whitened errors are isotropic, and
 * noise enters once a fit:
 *
 * <ul>
 *   <li>Replace: each fit adds sigma^2 d / (T - d - 1) (Dohmatob et al. 2024, theorem 4.1; Gerstgrasser et al. 2024, equation
 *       4), and with as many samples as accumulate has, or that many copies of the same inputs, sigma^2 d / (N - d - 1) or
 *       sigma^2 d / (T - d - 1) / t (the latter's appendix E).
 *   <li>Accumulate, kept inputs: fit i adds 1/i^2 of it (theorem 2 there). New inputs: N_i samples in the pool, n_i of them
 *       new, add sigma^2 n_i / N_i x d / (N_i - d - 1), for the batches are exchangeable (derived).
 *   <li>New real data beside s synthetic samples of T: what is left of the last model's error is {@link #left} of it
 *       (derived).
 * </ul>
 *
 * <p>Generators with data of their own (T0, sigma0) go by the same rules, and what is measured is a last fit to their labels.
 */
final class LossTheory {
    private final Setting<RegressionParameters> setting;
    private final RegressionParameters parameters;
    private final Protocol protocol;
    private final int d;
    private final boolean kept;
    private final double[] generator; // expected loss of the generator fitted in each generation
    private final double[] predictor;

    private LossTheory(Setting<RegressionParameters> setting) {
        this.setting = setting;
        parameters = setting.parameters();
        protocol = setting.protocol();
        d = parameters.dimension();
        kept = parameters.design() == Design.KEPT;
        generator = new double[protocol.generations()];
        predictor = new double[protocol.generations()];
        if (setting.regime() == DataRegime.ACCUMULATE) {
            accumulate();
        } else {
            replace();
        }
    }

    /** Whether the expectation is known. */
    static boolean isKnown(Setting<RegressionParameters> setting) {
        Protocol protocol = setting.protocol();
        boolean real = protocol.real() > 0;
        return switch (setting.regime()) {
            case SUBSAMPLE -> false;
            case ACCUMULATE -> !real;
            case REPLACE, REPLACE_MULTIPLE ->
                !real
                        || (protocol.realSource() == RealSource.FRESH
                                && setting.parameters().design() == Design.FRESH);
        };
    }

    /** The expectations; only where they are known. */
    static LossTheory of(Setting<RegressionParameters> setting) {
        return new LossTheory(setting);
    }

    /** Expected test loss of a generation. */
    double loss(int generation) {
        return predictor[generation];
    }

    /** Expected loss of what labels a generation's data; 0 for the first. */
    double inherited(int generation) {
        return generation == 0 ? 0 : generator[generation - 1];
    }

    private void replace() {
        for (int g = 0; g < predictor.length; g++) {
            long size = setting.regime().batch(protocol, g);
            long real = g == 0 ? size : protocol.realSamples((int) size);
            long ownSize = own(size);
            double before = inherited(g);
            generator[g] = left(d, ownSize, ownSize - own(real)) * before
                    + fit(ownSize, parameters.labelNoise(), own(protocol.samples()));
            predictor[g] = left(d, size, size - real) * before + fit(size, parameters.noise(), protocol.samples());
        }
    }

    /** What one fit's noise adds: sigma^2 d / (N - d - 1), or that of one copy of the inputs over the copies. */
    private double fit(long size, double noise, long copy) {
        double inputs = kept ? copy : size;
        return noise * noise * d / (inputs - d - 1) * inputs / size;
    }

    private void accumulate() {
        double[] added = new double[predictor.length]; // to the generator's loss, by each of its fits
        for (int g = 0; g < predictor.length; g++) {
            long all = protocol.total(g);
            double share = (double) own(protocol.samples(g)) / own(all);
            added[g] = share * fit(own(all), parameters.labelNoise(), own(protocol.samples()));
            generator[g] = (g == 0 ? 0 : generator[g - 1]) + added[g];
            predictor[g] = parameters.separateGenerators() ? measured(g, all, added) : generator[g];
        }
    }

    /** Loss of a fit to labels of all generators so far: error i is in the labels of all batches but the first i + 1. */
    private double measured(int g, long all, double[] added) {
        double loss = fit(all, parameters.noise(), protocol.samples());
        for (int i = 0; i < g; i++) {
            long later = all - protocol.total(i);
            double share = (double) later / all;
            loss += added[i] * (kept ? share * share : left(d, all, later));
        }
        return loss;
    }

    private long own(long count) {
        return parameters.generatorSamples() == 0
                ? count
                : Math.round((double) count * parameters.generatorSamples() / protocol.samples());
    }

    /**
     * How much of the squared error of a model is left in a fit to T samples of which it labelled s and the truth the rest:
     * E |(X'X)^-1 X_s'X_s e|^2 / |e|^2. With X'X = L L' and X_s'X_s = L B L', B is a matrix beta independent of L and
     * invariant under rotations, so that E[B A B] = (p - r) A + r tr(A) I with p = E[B_11^2] and r = E[B_12^2], and the rest
     * is E[tr X'X tr (X'X)^-1] = (T d - 2) d / (T - d - 1).
     *
     * @param d dimension
     * @param all T, above d + 1
     * @param labelled s, 0 to T
     */
    static double left(int d, long all, long labelled) {
        double t = all;
        double s = labelled;
        double p = s * (s + 2) / (t * (t + 2));
        double r = s * (t - s) / (t * (t + 2) * (t - 1));
        return p - r + r * (t * d - 2) / (t - d - 1);
    }
}
