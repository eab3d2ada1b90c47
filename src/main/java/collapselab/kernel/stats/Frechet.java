package collapselab.kernel.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The squared Frechet distance between normal distributions fitted to two clouds of features,
 * {@code |m1 - m2|^2 + tr(S1 + S2 - 2 (S1^1/2 S2 S1^1/2)^1/2)} (Dowson and Landau 1982, doi:10.1016/0047-259X(82)90077-X;
 * for images Heusel et al. 2017, arXiv:1706.08500, eq. 6).
 *
 * <p>The trace of the last root is the sum of the singular values of {@code S1^1/2 S2^1/2}: no matrix is squared and rooted
 * again, so covariances without full rank (dead features) keep all digits, and the two clouds play the same part.
 */
public final class Frechet {
    private Frechet() {}

    /**
     * The distance between two clouds.
     *
     * @param a (na, d), point by point
     * @param na points of the first cloud, 2 or more
     * @param b (nb, d), point by point
     * @param nb points of the second cloud, 2 or more
     * @param d features of a point
     * @return 0 or more, in squared units of the features
     */
    public static double distance(float[] a, int na, float[] b, int nb, int d) {
        return distance(Moments.of(a, na, d), Moments.of(b, nb, d));
    }

    /**
     * The distance of a cloud from a reference.
     *
     * @param reference mean and covariance of the reference
     * @param b (nb, d), point by point, with the d of the reference
     * @param nb points of the cloud, 2 or more
     * @return 0 or more, in squared units of the features
     */
    public static double distance(Moments reference, float[] b, int nb) {
        return distance(reference, Moments.of(b, nb, reference.mean.length));
    }

    /**
     * The distance between two normal distributions.
     *
     * @param a the one
     * @param b the other, of the same dimension
     * @return 0 or more, in squared units of the features
     */
    public static double distance(Moments a, Moments b) {
        int d = a.mean.length;
        if (b.mean.length != d) {
            throw new IllegalArgumentException("features differ in number: " + d + " and " + b.mean.length);
        }
        double shift = 0;
        for (int i = 0; i < d; i++) {
            shift += (a.mean[i] - b.mean[i]) * (a.mean[i] - b.mean[i]);
        }
        double cross = 0;
        for (double value : new SingularValueDecomposition(a.root.multiply(b.root)).getSingularValues()) {
            cross += value;
        }
        return shift + Math.max(0, a.trace + b.trace - 2 * cross);
    }

    /** Mean and covariance of a cloud of features, with what the distance needs of them. Immutable. */
    public static final class Moments {
        private final double[] mean;
        private final RealMatrix root;
        private final double trace;

        private Moments(double[] mean, RealMatrix covariance) {
            this.mean = mean;
            this.root = root(covariance);
            this.trace = covariance.getTrace();
        }

        /**
         * Moments that are known.
         *
         * @param mean (d)
         * @param covariance (d, d), row by row, symmetric
         */
        public static Moments of(double[] mean, double[] covariance) {
            int d = mean.length;
            if (d < 1 || covariance.length != d * d) {
                throw new IllegalArgumentException(
                        covariance.length + " numbers are no covariance of " + d + " features");
            }
            RealMatrix matrix = new Array2DRowRealMatrix(d, d);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    // Exactly symmetric: otherwise Commons Math takes its general, complex way.
                    matrix.setEntry(i, j, (covariance[i * d + j] + covariance[j * d + i]) / 2);
                }
            }
            return new Moments(mean.clone(), matrix);
        }

        /**
         * Moments of a cloud, the covariance divided by n - 1 as NumPy's {@code cov} does.
         *
         * @param points (n, d), point by point, all finite
         * @param n points, 2 or more
         * @param d features of a point, 1 or more
         */
        public static Moments of(float[] points, int n, int d) {
            if (n < 2 || d < 1 || points.length < (long) n * d) {
                throw new IllegalArgumentException(
                        points.length + " numbers are no " + n + " points of " + d + " features");
            }
            double[] mean = mean(points, n, d);
            return new Moments(mean, covariance(points, n, mean));
        }

        private static double[] mean(float[] points, int n, int d) {
            double[] mean = new double[d];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    mean[j] += points[i * d + j];
                }
            }
            for (int j = 0; j < d; j++) {
                mean[j] /= n;
                if (!Double.isFinite(mean[j])) {
                    throw new IllegalArgumentException("feature " + j + " is not finite at every point");
                }
            }
            return mean;
        }

        private static RealMatrix covariance(float[] points, int n, double[] mean) {
            int d = mean.length;
            double[][] sums = new double[d][d];
            double[] centred = new double[d];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < d; j++) {
                    centred[j] = points[i * d + j] - mean[j];
                }
                for (int j = 0; j < d; j++) {
                    double x = centred[j];
                    double[] row = sums[j];
                    for (int k = 0; k <= j; k++) {
                        row[k] += x * centred[k];
                    }
                }
            }
            for (int j = 0; j < d; j++) {
                for (int k = 0; k <= j; k++) {
                    sums[j][k] /= n - 1;
                    sums[k][j] = sums[j][k];
                }
            }
            return new Array2DRowRealMatrix(sums, false);
        }

        /** The symmetric root; eigenvalues that are 0 but for rounding count as 0, since their roots are 1e-8 and not 1e-16. */
        private static RealMatrix root(RealMatrix covariance) {
            EigenDecomposition eigen = new EigenDecomposition(covariance);
            RealMatrix vectors = eigen.getV();
            RealMatrix scaled = vectors.copy();
            double[] values = eigen.getRealEigenvalues();
            double noise =
                    Math.ulp(1.0) * values.length * Arrays.stream(values).max().orElse(0);
            for (int j = 0; j < values.length; j++) {
                double length = values[j] > noise ? Math.sqrt(values[j]) : 0;
                for (int i = 0; i < values.length; i++) {
                    scaled.multiplyEntry(i, j, length);
                }
            }
            return scaled.multiply(vectors.transpose());
        }
    }
}
