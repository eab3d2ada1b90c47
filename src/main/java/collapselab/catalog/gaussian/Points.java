package collapselab.catalog.gaussian;

import collapselab.kernel.random.Draws;
import collapselab.kernel.stats.FactorBlock;
import collapselab.plot.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** A training set as points, in batches of one size; for regimes that draw the same points again. */
final class Points implements GaussianSample {
    private final int dimension;
    private final int batch; // points in a full batch
    private final List<double[][]> batches; // each (chains, points x d)

    private Points(int dimension, int batch, List<double[][]> batches) {
        this.dimension = dimension;
        this.batch = batch;
        this.batches = batches;
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
        for (int c = 0; c < chains; c++) {
            var gaussian = ZigguratSampler.NormalizedGaussian.of(draws.stream(c));
            for (int p = 0; p < size; p++) {
                for (int i = 0; i < d; i++) {
                    z[i] = root * gaussian.sample();
                }
                for (int i = 0; i < d; i++) {
                    double value = model.mean(i, c);
                    for (int j = 0; j <= i; j++) {
                        value += factor.get(i, j, c) * z[j];
                    }
                    x[c][p * d + i] = value;
                }
            }
        }
        return new Points(d, batch, List.<double[][]>of(x));
    }

    @Override
    public int size() {
        int values = 0;
        for (double[][] b : batches) {
            values += b[0].length;
        }
        return values / dimension;
    }

    @Override
    public Points concat(GaussianSample more) {
        Points other = (Points) more;
        List<double[][]> together = new ArrayList<>(batches);
        if (size() + other.size() <= batch) {
            together.set(0, join(batches.get(0), other.batches.get(0)));
        } else {
            together.addAll(other.batches);
        }
        return new Points(dimension, batch, together);
    }

    private static double[][] join(double[][] a, double[][] b) {
        double[][] joined = new double[a.length][];
        for (int c = 0; c < a.length; c++) {
            joined[c] = new double[a[c].length + b[c].length];
            System.arraycopy(a[c], 0, joined[c], 0, a[c].length);
            System.arraycopy(b[c], 0, joined[c], a[c].length, b[c].length);
        }
        return joined;
    }

    @Override
    public Points first(int count) {
        double[][] from = batches.get(0);
        double[][] part = new double[from.length][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOf(from[c], count * dimension);
        }
        return new Points(dimension, batch, List.<double[][]>of(part));
    }

    @Override
    public Points choose(int count, Draws draws) {
        int[] places = new int[count];
        double[][] chosen = new double[batches.get(0).length][count * dimension];
        for (int c = 0; c < chosen.length; c++) {
            draws.choose(c, /* batches= */ batches.size(), /* size= */ batch, places);
            for (int p = 0; p < count; p++) {
                double[] from = batches.get(places[p] / batch)[c];
                System.arraycopy(from, places[p] % batch * dimension, chosen[c], p * dimension, dimension);
            }
        }
        return new Points(dimension, batch, List.<double[][]>of(chosen));
    }

    @Override
    public GaussianModel fit(Estimator estimator) {
        int chains = batches.get(0).length;
        int n = size();
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
        int n = size();
        double[][] rows = new double[dimension][n];
        int p = 0;
        for (double[][] b : batches) {
            double[] x = b[chain];
            for (int at = 0; at < x.length; at += dimension, p++) {
                for (int i = 0; i < dimension; i++) {
                    rows[i][p] = x[at + i];
                }
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
        int count = Math.min(most, size());
        double[] flat = new double[2 * count];
        for (int p = 0; p < count; p++) {
            double[] x = batches.get(p / batch)[0];
            int at = p % batch * dimension;
            flat[p] = x[at];
            flat[count + p] = dimension > 1 ? x[at + 1] : 0;
        }
        return Optional.of(Doubles.of(flat));
    }
}
