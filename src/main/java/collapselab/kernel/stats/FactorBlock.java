package collapselab.kernel.stats;

import java.util.Arrays;

/**
 * Lower triangular factors F of d x d matrices F F', one for each chain of a block, kept as rows over the chains so that
 * every inner loop runs over chains. Immutable from outside.
 *
 * <p>A recursion that only multiplies and merges factors never needs a Cholesky decomposition of a dying matrix, and
 * nothing in it can fail: the factors may lose rank or underflow to zero. The determinant's logarithm is tracked beside
 * them with an exponent of its own, so it stays right where the entries themselves have underflowed.
 */
public final class FactorBlock {
    /** Entries below this are set to zero: denormal numbers are slow, and nothing that is shown can tell. */
    private static final double LEAST = 1e-290;

    private static final double LN2 = StrictMath.log(2);

    /** Stands for exponents that are all zero, as they are nearly always. */
    private static final int[] ZEROS = {};

    private final int dimension;
    private final int chains;
    private final double[][] entries; // (d(d+1)/2, chains), row by row of the triangle
    private final double scale; // F is scale x entries
    private final double[] mantissa; // (chains) product of the entries' diagonal is mantissa x 2^exponent
    private final int[] exponent;

    private FactorBlock(int dimension, double[][] entries, double scale, double[] mantissa, int[] exponent) {
        this.dimension = dimension;
        this.chains = entries[0].length;
        this.entries = entries;
        this.scale = scale;
        this.mantissa = mantissa;
        this.exponent = exponent;
    }

    /** Unit matrices. */
    public static FactorBlock identity(int dimension, int chains) {
        double[][] entries = new double[at(dimension, 0)][chains];
        for (int i = 0; i < dimension; i++) {
            Arrays.fill(entries[at(i, i)], 1);
        }
        return of(dimension, entries);
    }

    /**
     * Factors with given entries.
     *
     * @param entries (d(d+1)/2, chains), row by row of the triangle, diagonal not negative; not to be changed afterwards
     */
    public static FactorBlock of(int dimension, double[][] entries) {
        double[] mantissa = dimension == 1 ? entries[0] : entries[0].clone();
        int[] exponent = ZEROS;
        for (int i = 1; i < dimension; i++) {
            multiply(mantissa, entries[at(i, i)]);
            if (i % 8 == 0) {
                exponent = normalised(mantissa, exponent);
            }
        }
        return new FactorBlock(dimension, entries, 1, mantissa, exponent);
    }

    /** The place of row i, column j (j at most i) among the entries. */
    public static int at(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /** d. */
    public int dimension() {
        return dimension;
    }

    /** How many chains. */
    public int chains() {
        return chains;
    }

    /** Entry (i, j), j at most i, of one chain's factor. */
    public double get(int i, int j, int chain) {
        return scale * entries[at(i, j)][chain];
    }

    /** Vectors plus factor x F z, all (d, chains). */
    public double[][] plusProduct(double[][] vectors, double factor, double[][] z) {
        double[][] sum = new double[dimension][chains];
        double total = factor * scale;
        for (int i = 0; i < dimension; i++) {
            setScaled(sum[i], vectors[i], entries[at(i, 0)], z[0], total);
            for (int j = 1; j <= i; j++) {
                addScaled(sum[i], entries[at(i, j)], z[j], total);
            }
        }
        return sum;
    }

    /** factor x F A for lower triangular factors A. */
    public FactorBlock times(FactorBlock a, double factor) {
        double total = factor * scale * a.scale;
        double[][] product = new double[entries.length][chains];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                double[] sum = product[at(i, j)];
                for (int k = j + 1; k <= i; k++) {
                    addProduct(sum, entries[at(i, k)], a.entries[at(k, j)]);
                }
                lastProduct(sum, entries[at(i, j)], a.entries[at(j, j)], total);
            }
        }
        double[] m = new double[chains];
        setScaled(m, mantissa, a.mantissa, Math.pow(total, dimension));
        return new FactorBlock(dimension, product, 1, m, normalised(m, sum(exponent, a.exponent)));
    }

    /** factor x F. */
    public FactorBlock times(double factor) {
        return new FactorBlock(dimension, entries, scale * factor, mantissa, exponent);
    }

    /**
     * The factor of F F' + G G' + v v', by Householder reflections of [F | G | v] from the right.
     *
     * @param g other factors
     * @param v vectors, (d, chains)
     */
    public FactorBlock merge(FactorBlock g, double[][] v) {
        double[][] f = copy(entries, scale);
        double[][] b = copy(g.entries, g.scale);
        double[][] w = copy(v, 1);
        double[] norm = new double[chains];
        double[] head = new double[chains];
        double[] beta = new double[chains];
        double[] s = new double[chains];
        for (int i = 0; i < dimension; i++) {
            double[] pivot = f[at(i, i)];
            System.arraycopy(pivot, 0, head, 0, chains);
            Arrays.fill(norm, 0);
            addProduct(norm, pivot, pivot);
            addProduct(norm, w[i], w[i]);
            for (int k = 0; k <= i; k++) {
                addProduct(norm, b[at(i, k)], b[at(i, k)]);
            }
            reflector(norm, head, beta);
            for (int j = i + 1; j < dimension; j++) {
                double[] column = f[at(j, i)];
                Arrays.fill(s, 0);
                addProduct(s, head, column);
                addProduct(s, w[i], w[j]);
                for (int k = 0; k <= i; k++) {
                    addProduct(s, b[at(i, k)], b[at(j, k)]);
                }
                multiply(s, beta);
                subtractProduct(column, s, head);
                negate(column);
                subtractProduct(w[j], s, w[i]);
                for (int k = 0; k <= i; k++) {
                    subtractProduct(b[at(j, k)], s, b[at(i, k)]);
                }
            }
            System.arraycopy(norm, 0, pivot, 0, chains);
        }
        return of(dimension, f);
    }

    /** Makes norm of its square, and of the pivot the reflector's head a + |x| and factor 1 / (|x|^2 + a |x|). */
    private static void reflector(double[] norm, double[] head, double[] beta) {
        for (int c = 0; c < norm.length; c++) {
            double size = Math.sqrt(norm[c]);
            double divisor = norm[c] + head[c] * size;
            beta[c] = divisor > 0 ? 1 / divisor : 0;
            head[c] += size;
            norm[c] = size;
        }
    }

    /** Squared Frobenius norm of one chain's F: the trace of F F'. */
    public double trace(int chain) {
        double sum = 0;
        for (double[] entry : entries) {
            sum += entry[chain] * entry[chain];
        }
        return scale * scale * sum;
    }

    /** ln det(F F') of one chain; minus infinity if F is singular. */
    public double logDeterminant(int chain) {
        int e = exponent == ZEROS ? 0 : exponent[chain];
        return 2 * (Math.log(mantissa[chain]) + e * LN2 + dimension * Math.log(scale));
    }

    private static int[] sum(int[] a, int[] b) {
        if (a == ZEROS || b == ZEROS) {
            return a == ZEROS ? b : a;
        }
        int[] sum = a.clone();
        for (int c = 0; c < sum.length; c++) {
            sum[c] += b[c];
        }
        return sum;
    }

    /** Moves what has left the safe range from the mantissas into the exponents, a copy of them if anything moves. */
    private static int[] normalised(double[] mantissa, int[] exponent) {
        int[] moved = exponent;
        for (int c = 0; c < mantissa.length; c++) {
            double m = mantissa[c];
            if (m != 0 && (m < 0x1p-300 || m > 0x1p300)) {
                if (moved == exponent) {
                    moved = Arrays.copyOf(exponent, mantissa.length);
                }
                int e = Math.getExponent(m);
                mantissa[c] = Math.scalb(m, -e);
                moved[c] += e;
            }
        }
        return moved;
    }

    private static double[][] copy(double[][] rows, double scale) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
            if (scale != 1) {
                for (int c = 0; c < copy[i].length; c++) {
                    copy[i][c] *= scale;
                }
            }
        }
        return copy;
    }

    // Short loops over chains with one common index: the shape that the JIT compiler turns into vector code.

    private static void addProduct(double[] sum, double[] a, double[] b) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += a[c] * b[c];
        }
    }

    private static void setScaled(double[] out, double[] start, double[] a, double[] b, double scale) {
        for (int c = 0; c < out.length; c++) {
            out[c] = start[c] + a[c] * b[c] * scale;
        }
    }

    private static void setScaled(double[] out, double[] a, double[] b, double scale) {
        for (int c = 0; c < out.length; c++) {
            out[c] = a[c] * b[c] * scale;
        }
    }

    private static void addScaled(double[] sum, double[] a, double[] b, double scale) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += a[c] * b[c] * scale;
        }
    }

    private static void lastProduct(double[] sum, double[] a, double[] b, double scale) {
        for (int c = 0; c < sum.length; c++) {
            double value = (sum[c] + a[c] * b[c]) * scale;
            sum[c] = Math.abs(value) < LEAST ? 0 : value;
        }
    }

    private static void subtractProduct(double[] sum, double[] a, double[] b) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] -= a[c] * b[c];
        }
    }

    private static void multiply(double[] a, double[] b) {
        for (int c = 0; c < a.length; c++) {
            a[c] *= b[c];
        }
    }

    private static void negate(double[] a) {
        for (int c = 0; c < a.length; c++) {
            a[c] = -a[c];
        }
    }
}
