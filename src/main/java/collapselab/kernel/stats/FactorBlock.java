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

    private static final double LN2 = Math.log(2);

    private final int dimension;
    private final int chains;
    private final double[][] entries; // (d(d+1)/2, chains), row by row of the triangle
    private final double[] mantissa; // (chains) product of the diagonal is mantissa x 2^exponent
    private final int[] exponent;

    private FactorBlock(int dimension, int chains, double[][] entries, double[] mantissa, int[] exponent) {
        this.dimension = dimension;
        this.chains = chains;
        this.entries = entries;
        this.mantissa = mantissa;
        this.exponent = exponent;
    }

    /** Unit matrices. */
    public static FactorBlock identity(int dimension, int chains) {
        double[][] entries = new double[at(dimension, 0)][chains];
        for (int i = 0; i < dimension; i++) {
            Arrays.fill(entries[at(i, i)], 1);
        }
        double[] ones = new double[chains];
        Arrays.fill(ones, 1);
        return new FactorBlock(dimension, chains, entries, ones, new int[chains]);
    }

    /**
     * Factors with given entries.
     *
     * @param entries (d(d+1)/2, chains), row by row of the triangle, diagonal not negative; not to be changed afterwards
     */
    public static FactorBlock of(int dimension, double[][] entries) {
        int chains = entries[0].length;
        FactorBlock block = new FactorBlock(dimension, chains, entries, new double[chains], new int[chains]);
        block.takeDeterminant();
        return block;
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
        return entries[at(i, j)][chain];
    }

    /** Adds scale x F z to the vectors {@code out}, (d, chains) each. */
    public void addProduct(double[][] z, double scale, double[][] out) {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                addScaled(out[i], entries[at(i, j)], z[j], scale);
            }
        }
    }

    /** scale x F A for lower triangular factors A. */
    public FactorBlock times(FactorBlock a, double scale) {
        double[][] product = new double[entries.length][chains];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                double[] sum = product[at(i, j)];
                for (int k = j; k <= i; k++) {
                    addProduct(sum, entries[at(i, k)], a.entries[at(k, j)]);
                }
                scale(sum, scale);
            }
        }
        FactorBlock result = new FactorBlock(dimension, chains, product, mantissa.clone(), exponent.clone());
        result.multiplyDeterminant(a, Math.pow(scale, dimension));
        return result;
    }

    /** scale x F. */
    public FactorBlock times(double scale) {
        double[][] scaled = new double[entries.length][];
        for (int p = 0; p < scaled.length; p++) {
            scaled[p] = entries[p].clone();
            scale(scaled[p], scale);
        }
        FactorBlock result = new FactorBlock(dimension, chains, scaled, mantissa.clone(), exponent.clone());
        double power = Math.pow(scale, dimension);
        for (int c = 0; c < chains; c++) {
            result.mantissa[c] *= power;
        }
        result.normalise();
        return result;
    }

    /**
     * The factor of F F' + G G' + v v', by Householder reflections of [F | G | v] from the right.
     *
     * @param g other factors
     * @param v vectors, (d, chains)
     */
    public FactorBlock merge(FactorBlock g, double[][] v) {
        double[][] f = copy(entries);
        double[][] b = copy(g.entries);
        double[][] w = copy(v);
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
                scale(column, -1);
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
        return sum;
    }

    /** ln det(F F') of one chain; minus infinity if F is singular. */
    public double logDeterminant(int chain) {
        return 2 * (Math.log(mantissa[chain]) + exponent[chain] * LN2);
    }

    private void takeDeterminant() {
        Arrays.fill(mantissa, 1);
        for (int i = 0; i < dimension; i++) {
            multiply(mantissa, entries[at(i, i)]);
            normalise();
        }
    }

    private void multiplyDeterminant(FactorBlock a, double power) {
        for (int c = 0; c < chains; c++) {
            mantissa[c] *= a.mantissa[c] * power;
            exponent[c] += a.exponent[c];
        }
        normalise();
    }

    private void normalise() {
        for (int c = 0; c < chains; c++) {
            double m = mantissa[c];
            if (m != 0 && (m < 0x1p-200 || m > 0x1p200)) {
                int e = Math.getExponent(m);
                mantissa[c] = Math.scalb(m, -e);
                exponent[c] += e;
            }
        }
    }

    private static double[][] copy(double[][] rows) {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    // Short loops over chains with one common index: the shape that the JIT compiler turns into vector code.

    private static void addProduct(double[] sum, double[] a, double[] b) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += a[c] * b[c];
        }
    }

    private static void addScaled(double[] sum, double[] a, double[] b, double scale) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += a[c] * b[c] * scale;
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

    private static void scale(double[] a, double scale) {
        for (int c = 0; c < a.length; c++) {
            double value = a[c] * scale;
            a[c] = Math.abs(value) < LEAST ? 0 : value;
        }
    }
}
