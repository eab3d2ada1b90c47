package collapselab.catalog.regression;

import collapselab.kernel.Progress;
import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.Gram;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;

/** Points themselves, whitened, in batches of one size; for regimes that draw the same points again. Inputs are shared, not copied. */
final class Points implements Labelled {
    private final int batch; // points in a full batch
    private final int size;
    private final double[][][] inputs; // (chains, size and room to grow) of (d)
    private final double[][] bias; // (chains, size): what the labelling model's bias adds to x.theta*
    private final double[][] deviation; // (chains, size): what its deviation and the noise add

    private Points(int batch, int size, double[][][] inputs, double[][] bias, double[][] deviation) {
        this.batch = batch;
        this.size = size;
        this.inputs = inputs;
        this.bias = bias;
        this.deviation = deviation;
    }

    /**
     * Labels inputs with a model.
     *
     * @param from the model
     * @param inputs (chains, count) of (d); not to be changed afterwards
     * @param noise sigma
     * @param normals a source of standard normals a chain
     * @param batch how many points a full batch of the protocol has
     */
    static Points label(
            Coefficients from, double[][][] inputs, double noise, SharedStateContinuousSampler[] normals, int batch) {
        int count = inputs[0].length;
        int d = from.dimension();
        double[][] bias = new double[inputs.length][count];
        double[][] deviation = new double[inputs.length][count];
        double[] b = new double[d];
        double[] v = new double[d];
        for (int c = 0; c < inputs.length; c++) {
            for (int i = 0; i < d; i++) {
                b[i] = from.bias(i, c);
                v[i] = from.deviation(i, c);
            }
            for (int p = 0; p < count; p++) {
                double[] x = inputs[c][p];
                double sum = noise * normals[c].sample();
                double mean = 0;
                for (int i = 0; i < d; i++) {
                    sum += x[i] * v[i];
                    mean += x[i] * b[i];
                }
                bias[c][p] = mean;
                deviation[c][p] = sum;
            }
        }
        return new Points(batch, count, inputs, bias, deviation);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Points concat(Labelled more) {
        Points other = (Points) more;
        int total = size + other.size;
        int chains = inputs.length;
        double[][][] x = new double[chains][][];
        double[][] b = new double[chains][];
        double[][] v = new double[chains][];
        for (int c = 0; c < chains; c++) {
            x[c] = Arrays.copyOf(inputs[c], total);
            b[c] = Arrays.copyOf(bias[c], total);
            v[c] = Arrays.copyOf(deviation[c], total);
            System.arraycopy(other.inputs[c], 0, x[c], size, other.size);
            System.arraycopy(other.bias[c], 0, b[c], size, other.size);
            System.arraycopy(other.deviation[c], 0, v[c], size, other.size);
        }
        return new Points(batch, total, x, b, v);
    }

    @Override
    public Points first(int count) {
        int[] places = new int[count];
        Arrays.setAll(places, i -> i);
        int[][] same = new int[inputs.length][];
        Arrays.fill(same, places);
        return at(same);
    }

    @Override
    public Points choose(int count, Draws draws) {
        // Of batches that grow, the whole is one.
        boolean even = size % batch == 0;
        int batches = even ? size / batch : 1;
        int each = even ? batch : size;
        int stride = Draws.stride(each);
        int shift = Integer.numberOfTrailingZeros(stride);
        long[] taken = new long[(batches * stride + 63) / 64];
        int[][] chosen = new int[inputs.length][count];
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, batches, /* size= */ each, taken, chosen[c]);
            for (int p = 0; p < count; p++) {
                chosen[c][p] = (chosen[c][p] >> shift) * each + (chosen[c][p] & (stride - 1));
            }
        }
        return at(chosen);
    }

    /** The points at given places, (chains, count). */
    private Points at(int[][] places) {
        int chains = inputs.length;
        int count = places[0].length;
        double[][][] x = new double[chains][count][];
        double[][] b = new double[chains][count];
        double[][] v = new double[chains][count];
        for (int c = 0; c < chains; c++) {
            for (int p = 0; p < count; p++) {
                x[c][p] = inputs[c][places[c][p]];
                b[c][p] = bias[c][places[c][p]];
                v[c][p] = deviation[c][places[c][p]];
            }
        }
        return new Points(batch, count, x, b, v);
    }

    @Override
    public Coefficients fit(Fitting fitting, Progress progress) {
        return equations(progress.part(0, 0.8)).fit(fitting, progress.part(0.8, 1));
    }

    /** Their X'X and X'(y - X theta*). */
    private NormalEquations equations(Progress progress) {
        int chains = inputs.length;
        int d = inputs[0][0].length;
        Gram[] grams = new Gram[chains];
        double[][] b = new double[chains][d];
        double[][] v = new double[chains][d];
        boolean biased = false;
        for (int c = 0; c < chains; c++) {
            progress.report((double) c / chains);
            grams[c] = Gram.ofRows(inputs[c], size, d);
            for (int p = 0; p < size; p++) {
                double[] x = inputs[c][p];
                biased |= bias[c][p] != 0;
                for (int i = 0; i < d; i++) {
                    b[c][i] += x[i] * bias[c][p];
                    v[c][i] += x[i] * deviation[c][p];
                }
            }
        }
        return NormalEquations.of(size, grams, biased ? Optional.of(b) : Optional.empty(), v);
    }

    @Override
    public Doubles points(double slope, int most) {
        if (inputs[0][0].length > 1) {
            return Doubles.of();
        }
        int count = Math.min(most, size);
        double[] flat = new double[2 * count];
        for (int p = 0; p < count; p++) {
            int place = (int) ((long) p * size / count);
            double x = inputs[0][place][0];
            flat[p] = x;
            flat[count + p] = x * slope + bias[0][place] + deviation[0][place];
        }
        return Doubles.of(flat);
    }
}
