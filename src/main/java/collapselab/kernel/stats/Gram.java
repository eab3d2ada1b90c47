package collapselab.kernel.stats;

import java.util.Arrays;

/**
 * The matrix G = X'X of one data set, (d, d), kept as the rows of its upper triangle, or as the rows of an upper triangular
 * factor U with U'U = G. Immutable from outside.
 *
 * <p>Inner loops run over several rows with one common index, the shape that the JIT compiler turns into vector code.
 */
public final class Gram {
    /** Pivots below this part of the largest diagonal entry are taken for rounding error. */
    private static final double SINGULAR = 1e-15;

    private final double[][] rows;
    private final boolean factored;

    private Gram(double[][] rows, boolean factored) {
        this.rows = rows;
        this.factored = factored;
    }

    /**
     * U'U.
     *
     * @param upper (d, d) upper triangular rows, zero below the diagonal; not to be changed afterwards
     */
    public static Gram ofFactor(double[][] upper) {
        return new Gram(upper, true);
    }

    /**
     * X'X.
     *
     * @param x the data points, each of at least d numbers
     * @param count how many of them
     * @param dimension d
     */
    public static Gram ofRows(double[][] x, int count, int dimension) {
        double[][] sum = new double[dimension][dimension];
        addSquares(sum, x, count, false, 1);
        return new Gram(sum, false);
    }

    /** How many columns X has. */
    public int dimension() {
        return rows.length;
    }

    /** a G + b H. */
    public Gram plus(double a, Gram other, double b) {
        int d = dimension();
        double[][] sum = new double[d][d];
        put(sum, a);
        other.addTo(sum, b);
        return new Gram(sum, false);
    }

    /** Sets the upper triangle of a matrix to factor x G. */
    private void put(double[][] out, double factor) {
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double[] to = out[i];
            double scale = factored ? 0 : factor;
            for (int j = i; j < row.length; j++) {
                to[j] = scale * row[j];
            }
        }
        if (factored) {
            addTo(out, factor);
        }
    }

    /** Adds factor x G to the upper triangle of a matrix. */
    private void addTo(double[][] sum, double factor) {
        if (factored) {
            addSquares(sum, rows, rows.length, true, factor);
        } else {
            for (int i = 0; i < rows.length; i++) {
                addScaled(sum[i], rows[i], i, factor);
            }
        }
    }

    /**
     * The whole matrix times a number.
     *
     * @param out (d, d) receives it
     */
    public void full(double factor, double[][] out) {
        put(out, factor);
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < i; j++) {
                out[i][j] = out[j][i];
            }
        }
    }

    /**
     * U v, for a G that is given by its factor.
     *
     * @param v (d)
     * @param out (d) receives the product; may be v
     */
    public void root(double[] v, double[] out) {
        requireFactor();
        for (int i = 0; i < rows.length; i++) {
            out[i] = dot(rows[i], v, i);
        }
    }

    /**
     * U'v, for a G that is given by its factor.
     *
     * @param v (d)
     * @param out (d) receives the product; not v
     */
    public void rootTransposed(double[] v, double[] out) {
        requireFactor();
        Arrays.fill(out, 0, rows.length, 0);
        for (int i = 0; i < rows.length; i++) {
            addScaled(out, rows[i], i, v[i]);
        }
    }

    private void requireFactor() {
        if (!factored) {
            throw new IllegalStateException("only the matrix is known, not its factor");
        }
    }

    /**
     * The upper triangular factor of a G + diag(ridge).
     *
     * @param a above 0
     * @param ridge (d) not negative; empty for none
     * @param scratch (d, d) memory that the factor may be written to
     * @return (d, d) rows U with U'U as asked; not to be changed
     * @throws ArithmeticException if that matrix is singular
     */
    public double[][] factor(double a, double[] ridge, double[][] scratch) {
        if (factored && ridge.length == 0 && a == 1) {
            return rows;
        }
        put(scratch, a);
        for (int i = 0; i < ridge.length; i++) {
            scratch[i][i] += ridge[i];
        }
        cholesky(scratch);
        return scratch;
    }

    /**
     * Solves U'U x = b.
     *
     * @param upper (d, d) rows of U
     * @param b (d) receives x
     */
    public static void solve(double[][] upper, double[] b) {
        int d = upper.length;
        for (int i = 0; i < d; i++) {
            double[] row = upper[i];
            b[i] /= row[i];
            addScaled(b, row, i + 1, -b[i]);
        }
        for (int i = d - 1; i >= 0; i--) {
            b[i] = (b[i] - dot(upper[i], b, i + 1)) / upper[i][i];
        }
    }

    /** Makes the upper triangle of a matrix, by rows, that of its factor: four earlier rows are subtracted in one pass. */
    private static void cholesky(double[][] a) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, a[i][i]);
        }
        for (int i = 0; i < a.length; i++) {
            double[] row = a[i];
            int k = 0;
            for (; k + 3 < i; k += 4) {
                add4(row, a, k, i, -1);
            }
            for (; k < i; k++) {
                addScaled(row, a[k], i, -a[k][i]);
            }
            if (!(row[i] > SINGULAR * largest)) {
                throw new ArithmeticException("the matrix is singular");
            }
            double scale = 1 / Math.sqrt(row[i]);
            for (int j = i; j < row.length; j++) {
                row[j] *= scale;
            }
        }
    }

    /** Adds factor x X'X to the upper triangle of a matrix; rows of a triangular X start at their own diagonal. */
    private static void addSquares(double[][] sum, double[][] x, int count, boolean triangular, double factor) {
        int r = 0;
        for (; r + 3 < count; r += 4) {
            for (int i = triangular ? r : 0; i < sum.length; i++) {
                add4(sum[i], x, r, i, factor);
            }
        }
        for (; r < count; r++) {
            for (int i = triangular ? r : 0; i < sum.length; i++) {
                addScaled(sum[i], x[r], i, factor * x[r][i]);
            }
        }
    }

    /** Adds four rows from {@code r} on, each times its own {@code column} entry, from that column on. More would not be made vector code. */
    private static void add4(double[] out, double[][] x, int r, int column, double factor) {
        double[] a = x[r];
        double[] b = x[r + 1];
        double[] c = x[r + 2];
        double[] e = x[r + 3];
        double wa = factor * a[column];
        double wb = factor * b[column];
        double wc = factor * c[column];
        double we = factor * e[column];
        for (int j = column; j < out.length; j++) {
            out[j] += wa * a[j] + wb * b[j] + (wc * c[j] + we * e[j]);
        }
    }

    private static void addScaled(double[] out, double[] row, int start, double factor) {
        for (int j = start; j < out.length; j++) {
            out[j] += factor * row[j];
        }
    }

    /** Four sums, so that additions need not wait for each other. */
    private static double dot(double[] row, double[] v, int start) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = start;
        for (; j + 3 < row.length; j += 4) {
            s0 += row[j] * v[j];
            s1 += row[j + 1] * v[j + 1];
            s2 += row[j + 2] * v[j + 2];
            s3 += row[j + 3] * v[j + 3];
        }
        for (; j < row.length; j++) {
            s0 += row[j] * v[j];
        }
        return s0 + s1 + s2 + s3;
    }
}
