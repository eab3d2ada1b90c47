package collapselab.catalog.gaussian;

import collapselab.kernel.stats.FactorBlock;

/** Makes statistics of points. */
final class Reduction {
    private Reduction() {}

    /**
     * The mean of one chain's points, and a factor of their scatter matrix.
     *
     * @param points (count, d) or more
     * @param count how many of them
     * @param scale the factor is multiplied by this
     * @param chain where the results go
     * @param mean (d, chains) receives the mean
     * @param factor (d(d+1)/2, chains) receives the factor, lower triangular, diagonal not negative
     */
    static void reduce(double[] points, int count, double scale, int chain, double[][] mean, double[][] factor) {
        double[][] centred = centre(points, count, chain, mean);
        triangularise(centred);
        for (int i = 0; i < centred.length; i++) {
            for (int j = 0; j <= i && j < count; j++) {
                factor[FactorBlock.at(i, j)][chain] = centred[i][j] * scale;
            }
        }
    }

    /** The points less their mean, (d, n); the mean goes to {@code mean}. */
    private static double[][] centre(double[] x, int n, int chain, double[][] mean) {
        int d = mean.length;
        double[][] rows = new double[d][n];
        for (int p = 0, at = 0; p < n; p++) {
            for (int i = 0; i < d; i++) {
                rows[i][p] = x[at++];
            }
        }
        for (int i = 0; i < d; i++) {
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
}
