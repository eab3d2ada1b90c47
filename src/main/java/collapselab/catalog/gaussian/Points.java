package collapselab.catalog.gaussian;

import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A training set as points, in batches of one size; for regimes that draw the same points again.
 *
 * <p>A set that grows appends to the memory of the one it grew from, which stays as it was: it ends where it ended. The loop
 * grows a set in one way only, and a generation that is begun again appends the same points again.
 */
final class Points implements GaussianSample {
    private final int dimension;
    private final int batch; // points in a full batch
    private final int size;
    private final double[][] points; // (chains, size x d and room to grow)
    private final Taken taken;

    /** Bits for the places of a choice, all zero between choices: memory that sets grown from each other share. */
    private static final class Taken {
        private long[] bits = {};

        private long[] atLeast(int words) {
            if (bits.length < words) {
                bits = new long[words + words / 2];
            }
            return bits;
        }
    }

    private Points(int dimension, int batch, int size, double[][] points, Taken taken) {
        this.dimension = dimension;
        this.batch = batch;
        this.size = size;
        this.points = points;
        this.taken = taken;
    }

    /**
     * Points drawn from a model: x = mu + sqrt(tau) L z.
     *
     * @param model what is drawn from
     * @param size how many points
     * @param temperature tau
     * @param draws randomness
     * @param batch how many points a full batch of the protocol has
     */
    static Points draw(GaussianModel model, int size, double temperature, Draws draws, int batch) {
        FactorBlock factor = model.factor();
        int d = factor.dimension();
        int chains = factor.chains();
        double root = Math.sqrt(temperature);
        double[][] x = new double[chains][size * d];
        double[] z = new double[d];
        double[] l = new double[FactorBlock.at(d, 0)];
        for (int c = 0; c < chains; c++) {
            for (int i = 0, p = 0; i < d; i++) {
                for (int j = 0; j <= i; j++, p++) {
                    l[p] = root * factor.get(i, j, c);
                }
            }
            var gaussian = ZigguratSampler.NormalizedGaussian.of(draws.stream(c));
            double[] to = x[c];
            for (int at = 0; at < to.length; at += d) {
                for (int i = 0, p = 0; i < d; i++) {
                    z[i] = gaussian.sample();
                    double value = model.mean(i, c);
                    for (int j = 0; j <= i; j++, p++) {
                        value += l[p] * z[j];
                    }
                    to[at + i] = value;
                }
            }
        }
        return new Points(d, batch, size, x, new Taken());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Points concat(GaussianSample more) {
        Points other = (Points) more;
        int total = size + other.size;
        double[][] grown = points;
        if (points[0].length < total * dimension) {
            int room = total <= batch ? total : Math.max(total, size + size / 2);
            grown = new double[points.length][];
            for (int c = 0; c < grown.length; c++) {
                grown[c] = Arrays.copyOf(points[c], room * dimension);
            }
        }
        for (int c = 0; c < grown.length; c++) {
            System.arraycopy(other.points[c], 0, grown[c], size * dimension, other.size * dimension);
        }
        return new Points(dimension, batch, total, grown, taken);
    }

    @Override
    public Points first(int count) {
        double[][] part = new double[points.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOf(points[c], count * dimension);
        }
        return new Points(dimension, batch, count, part, taken);
    }

    @Override
    public Points choose(int count, Draws draws) {
        // Of batches that grow, the whole is one.
        boolean even = size % batch == 0;
        int batches = even ? size / batch : 1;
        int each = even ? batch : size;
        int stride = Draws.stride(each);
        int shift = Integer.numberOfTrailingZeros(stride);
        long[] bits = taken.atLeast((batches * stride + 63) / 64);
        int[] places = new int[count];
        double[][] chosen = new double[points.length][count * dimension];
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, batches, /* size= */ each, bits, places);
            double[] from = points[c];
            double[] to = chosen[c];
            for (int p = 0, at = 0; p < count; p++) {
                int first = ((places[p] >> shift) * each + (places[p] & (stride - 1))) * dimension;
                for (int i = 0; i < dimension; i++) {
                    to[at++] = from[first + i];
                }
            }
        }
        return new Points(dimension, batch, count, chosen, taken);
    }

    @Override
    public GaussianModel fit(Estimator estimator) {
        int chains = points.length;
        int n = size;
        double[][] mean = new double[dimension][chains];
        double[][] factor = new double[FactorBlock.at(dimension, 0)][chains];
        double scale = 1 / Math.sqrt(estimator.divisor(n));
        for (int c = 0; c < chains; c++) {
            double[][] centred = centre(c, mean);
            triangularise(centred);
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j <= i && j < n; j++) {
                    factor[FactorBlock.at(i, j)][c] = centred[i][j] * scale;
                }
            }
        }
        return new GaussianModel(mean, FactorBlock.of(dimension, factor));
    }

    /** The points of one chain less their mean, (d, n); the mean goes to {@code mean}. */
    private double[][] centre(int chain, double[][] mean) {
        int n = size;
        double[][] rows = new double[dimension][n];
        double[] x = points[chain];
        for (int p = 0, at = 0; p < n; p++) {
            for (int i = 0; i < dimension; i++) {
                rows[i][p] = x[at++];
            }
        }
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (double value : rows[i]) {
                sum += value;
            }
            mean[i][chain] = sum / n;
            for (int k = 0; k < n; k++) {
                rows[i][k] -= mean[i][chain];
            }
        }
        return rows;
    }

    /**
     * Makes (d, n) rows lower triangular, diagonal not negative, by Householder reflections from the right: their product
     * with their transpose stays. Unlike a Cholesky decomposition it cannot fail where n is at most d.
     */
    private static void triangularise(double[][] rows) {
        int n = rows[0].length;
        for (int i = 0; i < rows.length && i < n; i++) {
            double[] x = rows[i];
            double square = 0;
            for (int k = i; k < n; k++) {
                square += x[k] * x[k];
            }
            double norm = Math.sqrt(square);
            double sign = x[i] < 0 ? -1 : 1;
            double divisor = square + Math.abs(x[i]) * norm;
            if (divisor > 0) {
                x[i] += sign * norm;
                for (int j = i + 1; j < rows.length; j++) {
                    reflect(rows[j], x, i, divisor, -sign);
                }
            }
            x[i] = norm;
        }
    }

    private static void reflect(double[] row, double[] x, int from, double divisor, double sign) {
        double dot = 0;
        for (int k = from; k < row.length; k++) {
            dot += row[k] * x[k];
        }
        double scale = dot / divisor;
        for (int k = from; k < row.length; k++) {
            row[k] -= scale * x[k];
        }
        row[from] *= sign;
    }

    @Override
    public Optional<Doubles> points(int most) {
        int count = Math.min(most, size);
        double[] flat = new double[2 * count];
        for (int p = 0; p < count; p++) {
            flat[p] = points[0][p * dimension];
            flat[count + p] = dimension > 1 ? points[0][p * dimension + 1] : 0;
        }
        return Optional.of(Doubles.of(flat));
    }
}
