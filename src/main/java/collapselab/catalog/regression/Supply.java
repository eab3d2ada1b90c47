package collapselab.catalog.regression;

import collapselab.experiment.DataRegime;
import collapselab.experiment.Protocol;
import collapselab.experiment.RealSource;
import collapselab.experiment.SampleLimit;
import collapselab.experiment.Setting;
import collapselab.kernel.random.Chains;
import collapselab.kernel.random.Draws;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.stats.Gram;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws labelled data, in the least form that the regime allows. */
final class Supply {
    /** What is held of data. */
    enum Form {
        /** Nothing but what labelled them: there are infinitely many. */
        POPULATION,
        /** One batch's least squares estimate. */
        ESTIMATES,
        /** X'X and X'y. */
        EQUATIONS,
        /** The points themselves. */
        POINTS
    }

    private final Form form;
    private final boolean kept;
    private final int dimension;
    private final int batch; // T
    private final int head; // points of generation 0 that are drawn apart, for they are kept: 0 for none
    private final double noise;
    private final int part; // 0: the predictor's data, 1: the generators'

    // Kept inputs, drawn once for a block of chains: they follow from the seeds alone.
    private long madeFor;
    private int madeFrom;
    private Gram[][] grams = {};
    private double[][][] rows = {};

    /**
     * The data of one kind of model.
     *
     * @param setting what is computed
     * @param part 0: the measured model's data, 1: the generators'
     * @param form what is held of them, no less than {@link #form} says
     */
    Supply(Setting<RegressionParameters> setting, int part, Form form) {
        RegressionParameters parameters = setting.parameters();
        Protocol protocol = setting.protocol();
        this.part = part;
        this.form = form;
        kept = parameters.design() == Design.KEPT;
        dimension = parameters.dimension();
        batch = part == 0 ? protocol.samples() : parameters.generatorCount(protocol.samples(), protocol.samples());
        noise = part == 0 ? parameters.noise() : parameters.labelNoise();
        int real = protocol.realSamples();
        boolean split = real > 0
                && real < protocol.samples()
                && form == Form.EQUATIONS
                && (kept || protocol.realSource() == RealSource.KEPT);
        head = !split ? 0 : part == 0 ? real : parameters.generatorCount(real, protocol.samples());
    }

    /** The least that must be held of the data of the measured model (part 0) or of the generators (part 1). */
    static Form form(Setting<RegressionParameters> setting, int part) {
        RegressionParameters parameters = setting.parameters();
        Protocol protocol = setting.protocol();
        if (parameters.statistical() == SampleLimit.INFINITE) {
            return Form.POPULATION;
        }
        boolean mixed = protocol.real() > 0 && protocol.real() < 1;
        boolean kept = parameters.design() == Design.KEPT;
        if (setting.regime() == DataRegime.SUBSAMPLE
                || (mixed && protocol.realSource() == RealSource.REDRAWN)
                || (mixed && kept && setting.regime() == DataRegime.REPLACE_MULTIPLE)) {
            return Form.POINTS;
        }
        boolean exact = parameters.solver() == Solver.EXACT && (parameters.ridge() == 0 || part == 1);
        boolean alone = setting.regime() != DataRegime.ACCUMULATE && !mixed;
        return exact && alone && !kept ? Form.ESTIMATES : Form.EQUATIONS;
    }

    /** Whether it draws more normals than vectors: it then needs {@link #normals}. */
    boolean needsNormals() {
        return form == Form.POINTS || (form == Form.EQUATIONS && !kept);
    }

    /** A source of standard normals for each chain, at the address of the draws. */
    static SharedStateContinuousSampler[] normals(Draws draws) {
        var normals = new SharedStateContinuousSampler[draws.chains()];
        for (int c = 0; c < normals.length; c++) {
            normals[c] = ZigguratSampler.NormalizedGaussian.of(draws.stream(c));
        }
        return normals;
    }

    /** Real data of generation 0. */
    Labelled original(int count, Draws draws, SharedStateContinuousSampler[] normals) {
        Coefficients truth = Coefficients.exact(dimension, draws.chains());
        if (head == 0) {
            return label(truth, count, 0, draws, normals);
        }
        NormalEquations first = (NormalEquations) label(truth, head, 0, draws, normals);
        return first.concat(label(truth, count - head, head, draws, normals)).startingWith(first);
    }

    /**
     * New labelled data.
     *
     * @param from what labels them
     * @param count how many points
     * @param offset how many points of the batch come before them
     * @param draws randomness
     * @param normals more of it, consumed in order
     */
    Labelled label(Coefficients from, int count, int offset, Draws draws, SharedStateContinuousSampler[] normals) {
        int segment = 2 * part + (head > 0 && offset == 0 ? 1 : 0);
        int index = segment * 2 * dimension;
        return switch (form) {
            case POPULATION -> Population.of(from, count);
            case ESTIMATES -> Estimates.draw(from, count, noise, draws, index);
            case EQUATIONS -> {
                Gram[] drawn = kept
                        ? keptGrams(draws)[segment - 2 * part]
                        : wisharts(count, draws, index + dimension, normals);
                double copies = kept && head == 0 ? (double) count / batch : 1;
                int shown = 8 * draws.generation() + 4 * part + (offset == 0 ? 0 : 2);
                yield NormalEquations.draw(from, count, drawn, copies, noise, draws, index)
                        .shown(draws.seed(0), kept ? 2 * segment : shown, shown + 1, noise);
            }
            case POINTS -> {
                double[][][] inputs = kept ? keptRows(draws, count, offset) : inputs(count, normals);
                yield Points.label(from, inputs, noise, normals, batch);
            }
        };
    }

    /** The factors of Wishart matrices, one a chain; of rank {@code degrees} where that is below d (Bartlett 1933). */
    private Gram[] wisharts(int degrees, Draws draws, int index, SharedStateContinuousSampler[] normals) {
        int d = dimension;
        int chains = draws.chains();
        double[][] diagonal = new double[d][chains];
        for (int i = 0; i < Math.min(d, degrees); i++) {
            draws.chis(index + i, degrees - i, diagonal[i]);
        }
        Gram[] drawn = new Gram[chains];
        for (int c = 0; c < chains; c++) {
            double[][] upper = new double[d][d];
            for (int i = 0; i < d; i++) {
                double[] row = upper[i];
                boolean empty = i >= degrees;
                row[i] = diagonal[i][c];
                for (int j = i + 1; j < d; j++) {
                    double z = normals[c].sample();
                    row[j] = empty ? 0 : z;
                }
            }
            drawn[c] = Gram.ofFactor(upper);
        }
        return drawn;
    }

    private double[][][] inputs(int count, SharedStateContinuousSampler[] normals) {
        double[][][] inputs = new double[normals.length][count][dimension];
        for (int c = 0; c < normals.length; c++) {
            for (double[] row : inputs[c]) {
                for (int i = 0; i < dimension; i++) {
                    row[i] = normals[c].sample();
                }
            }
        }
        return inputs;
    }

    /** X'X of the kept inputs: of those behind the head, or all; and of the head. */
    private Gram[][] keptGrams(Draws draws) {
        if (isNew(draws)) {
            grams = new Gram[head == 0 ? 1 : 2][];
            for (int segment = 0; segment < grams.length; segment++) {
                Draws own = keptDraws(draws, segment);
                grams[segment] = wisharts(segment == 0 ? batch - head : head, own, 0, normals(own));
            }
            made(draws);
        }
        return grams;
    }

    /** The kept inputs of a batch's points from {@code offset} on; begun again where a batch is larger than they. */
    private double[][][] keptRows(Draws draws, int count, int offset) {
        if (isNew(draws)) {
            rows = inputs(batch, normals(keptDraws(draws, 0)));
            made(draws);
        }
        double[][][] inputs = new double[rows.length][count][];
        for (int c = 0; c < inputs.length; c++) {
            for (int p = 0; p < count; p++) {
                inputs[c][p] = rows[c][(offset + p) % batch];
            }
        }
        return inputs;
    }

    private boolean isNew(Draws draws) {
        return madeFrom != draws.chains() || madeFor != draws.seed(0);
    }

    private void made(Draws draws) {
        madeFor = draws.seed(0);
        madeFrom = draws.chains();
    }

    /** An address of its own for each part of the kept inputs, the same in every generation. */
    private Draws keptDraws(Draws draws, int segment) {
        return Chains.from(draws.seed(0), draws.chains()).draws(2 * part + segment, Purpose.KEPT);
    }
}
