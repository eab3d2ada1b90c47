package collapselab.catalog.regression;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.Gram;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points as X'X and X'(y - X theta*), all that a fit needs of them, whitened. The second is held in two parts: what the
 * labelling models' biases give, and the rest.
 */
final class NormalEquations implements Labelled {
    private final int size;
    private final Gram[] grams; // (chains) of one copy of the inputs
    private final double copies;
    private final Optional<double[][]> bias; // (chains, d); empty: all 0
    private final double[][] deviation; // (chains, d)
    private final List<Lot> lots;
    private final Optional<NormalEquations> head;

    private NormalEquations(
            int size,
            Gram[] grams,
            double copies,
            Optional<double[][]> bias,
            double[][] deviation,
            List<Lot> lots,
            Optional<NormalEquations> head) {
        this.size = size;
        this.grams = grams;
        this.copies = copies;
        this.bias = bias;
        this.deviation = deviation;
        this.lots = lots;
        this.head = head;
    }

    /** Given equations; (chains) X'X and (chains, d) X'(y - X theta*); nothing to be changed afterwards. */
    static NormalEquations of(int size, Gram[] grams, Optional<double[][]> bias, double[][] deviation) {
        return new NormalEquations(size, grams, 1, bias, deviation, List.of(), Optional.empty());
    }

    /**
     * A batch drawn exactly in law, given its inputs' factors: X'e is sigma U'z.
     *
     * @param from what labels it
     * @param size T
     * @param grams (chains) X'X of one copy of the inputs, by its factor
     * @param copies how often each input occurs
     * @param noise sigma
     * @param draws randomness
     * @param index of the first of d draws
     */
    static NormalEquations draw(
            Coefficients from, int size, Gram[] grams, double copies, double noise, Draws draws, int index) {
        int d = from.dimension();
        double[][] z = new double[d][grams.length];
        for (int i = 0; i < d; i++) {
            draws.normals(index + i, z[i]);
        }
        double[][] deviation = new double[grams.length][d];
        double[][] bias = from.isUnbiased() ? new double[0][] : new double[grams.length][d];
        double spread = noise * Math.sqrt(copies);
        double[] v = new double[d];
        for (int c = 0; c < grams.length; c++) {
            for (int i = 0; i < d; i++) {
                v[i] = copies * from.deviation(i, c);
            }
            grams[c].root(v, v);
            for (int i = 0; i < d; i++) {
                v[i] += spread * z[i][c];
            }
            grams[c].rootTransposed(v, deviation[c]);
            if (bias.length > 0) {
                for (int i = 0; i < d; i++) {
                    v[i] = copies * from.bias(i, c);
                }
                grams[c].root(v, v);
                grams[c].rootTransposed(v, bias[c]);
            }
        }
        return new NormalEquations(
                size,
                grams,
                copies,
                bias.length > 0 ? Optional.of(bias) : Optional.empty(),
                deviation,
                List.of(),
                Optional.empty());
    }

    /** These equations of one batch, with what its points are shown by where d is 1; addresses and noise as in {@link Lot}. */
    NormalEquations shown(long seed, int inputs, int labels, double noise) {
        if (deviation[0].length > 1) {
            return this;
        }
        double[][] square = new double[1][1];
        grams[0].full(copies, square);
        double product = deviation[0][0] + bias.map(b -> b[0][0]).orElse(0.0);
        double estimate = square[0][0] > 0 ? product / square[0][0] : 0;
        Lot lot = new Lot(seed, inputs, labels, size, square[0][0], estimate, noise);
        return new NormalEquations(size, grams, copies, bias, deviation, List.of(lot), Optional.empty());
    }

    /** These equations, remembering that {@code part} are those of the first points. */
    NormalEquations startingWith(NormalEquations part) {
        return new NormalEquations(size, grams, copies, bias, deviation, lots, Optional.of(part));
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public NormalEquations concat(Labelled more) {
        NormalEquations other = (NormalEquations) more;
        boolean same = grams == other.grams;
        Gram[] sum = grams;
        if (!same) {
            sum = new Gram[grams.length];
            for (int c = 0; c < sum.length; c++) {
                sum[c] = grams[c].plus(copies, other.grams[c], other.copies);
            }
        }
        List<Lot> both = new ArrayList<>(lots);
        both.addAll(other.lots);
        return new NormalEquations(
                size + other.size,
                sum,
                same ? copies + other.copies : 1,
                bias.isEmpty()
                        ? other.bias
                        : bias.map(b -> other.bias.map(o -> sum(b, o)).orElse(b)),
                sum(deviation, other.deviation),
                List.copyOf(both),
                Optional.empty());
    }

    private static double[][] sum(double[][] a, double[][] b) {
        double[][] sum = new double[a.length][];
        for (int c = 0; c < sum.length; c++) {
            sum[c] = a[c].clone();
            for (int i = 0; i < sum[c].length; i++) {
                sum[c][i] += b[c][i];
            }
        }
        return sum;
    }

    @Override
    public NormalEquations first(int count) {
        return count == size
                ? this
                : head.filter(part -> part.size == count)
                        .orElseThrow(
                                () -> new IllegalStateException("only the statistics of the kept points are known"));
    }

    @Override
    public Labelled choose(int count, Draws draws) {
        return first(count);
    }

    @Override
    public Coefficients fit(Fitting fitting, Progress progress) {
        int d = deviation[0].length;
        int chains = grams.length;
        boolean unbiased = fitting.isUnbiased() && bias.isEmpty();
        double[][] meanError = new double[unbiased ? 0 : d][chains];
        double[][] rest = new double[d][chains];
        double[] b = new double[d];
        double[] e = new double[d];
        for (int c = 0; c < chains; c++) {
            progress.report((double) c / chains);
            for (int i = 0; i < d; i++) {
                b[i] = bias.isEmpty() ? 0 : bias.get()[c][i] / copies;
                e[i] = deviation[c][i] / copies;
            }
            fitting.solve(grams[c], size / copies, unbiased ? new double[0] : b, e);
            for (int i = 0; i < d; i++) {
                rest[i][c] = e[i];
                if (!unbiased) {
                    meanError[i][c] = b[i];
                }
            }
        }
        return unbiased ? Coefficients.unbiased(rest) : Coefficients.of(meanError, rest);
    }

    @Override
    public Doubles points(double slope, int most) {
        return Doubles.of(Lot.points(lots, slope, most));
    }
}
