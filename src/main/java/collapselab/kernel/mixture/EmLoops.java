package collapselab.kernel.mixture;

/**
 * The loops of a pass over a block of points, for fits and for k-means; short enough that all arrays stay near the processor.
 *
 * <p>The form matters: HotSpot turns a loop into vector instructions only if all arrays share one index, at most two are
 * written, nothing branches and nothing calls {@code Math.exp}. Whoever changes one of these measures it again.
 */
final class EmLoops {
    /** Differences of log densities beyond this many nats count as this: exp(-45) is far below the last bit of a sum. */
    private static final double FAR = 45;

    /** A little above exp(-45): taken off responsibilities, so that far points have none at all. */
    private static final double NONE = 1.01 * StrictMath.exp(-FAR);

    /** The exponential is that of a 64th, squared six times. */
    private static final double SCALE = 1.0 / 64;

    /** The lowest log density: sums and differences of it stay finite. */
    private static final double LOWEST = -1e290;

    private EmLoops() {}

    /** log (w N) of one component, from the constants at an offset. */
    static void logDensity(double[] x, double[] y, double[] out, int n, double[] c, int at) {
        double mx = c[at];
        double my = c[at + 1];
        double a = c[at + 2];
        double b = c[at + 3];
        double d = c[at + 4];
        double k = c[at + 5];
        for (int j = 0; j < n; j++) {
            double dx = x[j] - mx;
            double u = dx * a;
            double v = Fma.of(dx, b, (y[j] - my) * d);
            out[j] = Math.max(LOWEST, Fma.of(-0.5, Fma.of(u, u, v * v), k));
        }
    }

    /** The larger of two log densities, and a 64th of their difference, second less first. */
    static void compare(double[] first, double[] second, double[] larger, double[] difference, int n) {
        for (int j = 0; j < n; j++) {
            larger[j] = Math.max(first[j], second[j]);
            difference[j] = Math.max(-FAR, Math.min(FAR, second[j] - first[j])) * SCALE;
        }
    }

    /** out = max(out, a). */
    static void larger(double[] a, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.max(out[j], a[j]);
        }
    }

    /** A 64th of how far a log density is below the largest. */
    static void below(double[] log, double[] largest, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = Math.max(-FAR, log[j] - largest[j]) * SCALE;
        }
    }

    /** exp(64 t) for t up to 0.71: Taylor's polynomial of degree 12, six times squared; 1e-14 relative for 64 t up to 20. */
    static void exp(double[] t, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            double r = t[j];
            double p = 1 / 479001600.0;
            p = Fma.of(p, r, 1 / 39916800.0);
            p = Fma.of(p, r, 1 / 3628800.0);
            p = Fma.of(p, r, 1 / 362880.0);
            p = Fma.of(p, r, 1 / 40320.0);
            p = Fma.of(p, r, 1 / 5040.0);
            p = Fma.of(p, r, 1 / 720.0);
            p = Fma.of(p, r, 1 / 120.0);
            p = Fma.of(p, r, 1 / 24.0);
            p = Fma.of(p, r, 1 / 6.0);
            p = Fma.of(p, r, 0.5);
            p = Fma.of(p, r, 1);
            p = Fma.of(p, r, 1);
            p = p * p;
            p = p * p;
            p = p * p;
            p = p * p;
            p = p * p;
            out[j] = p * p;
        }
    }

    /** The responsibilities of two components whose densities' ratio is e. */
    static void shares(double[] e, double[] first, double[] second, int n) {
        for (int j = 0; j < n; j++) {
            double q = 1 / (1 + e[j]);
            first[j] = Math.max(0, q - NONE);
            second[j] = Math.max(0, e[j] * q - NONE);
        }
    }

    /** out = 1 / max(a, b). */
    static void inverseOfLarger(double[] a, double[] b, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = 1 / Math.max(a[j], b[j]);
        }
    }

    static void add(double[] a, double[] sum, int n) {
        for (int j = 0; j < n; j++) {
            sum[j] += a[j];
        }
    }

    static void invert(double[] a, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] = 1 / a[j];
        }
    }

    /** The responsibility of one of many components: its density times the inverse of their sum. */
    static void share(double[] e, double[] inverse, int n) {
        for (int j = 0; j < n; j++) {
            e[j] = Math.max(0, Fma.of(e[j], inverse[j], -NONE));
        }
    }

    static void multiply(double[] a, double[] out, int n) {
        for (int j = 0; j < n; j++) {
            out[j] *= a[j];
        }
    }

    /** Adds r and r (x - m). */
    static void addFirst(double[] r, double[] x, double m, double[] sum, double[] sumX, int n) {
        for (int j = 0; j < n; j++) {
            double q = r[j];
            sum[j] += q;
            sumX[j] = Fma.of(q, x[j] - m, sumX[j]);
        }
    }

    /** Adds r (y - m) and r (y - m)^2. */
    static void addSecond(double[] r, double[] y, double m, double[] sumY, double[] sumYy, int n) {
        for (int j = 0; j < n; j++) {
            double dy = y[j] - m;
            double q = r[j] * dy;
            sumY[j] += q;
            sumYy[j] = Fma.of(q, dy, sumYy[j]);
        }
    }

    /** Adds r (x - mx)^2 and r (x - mx)(y - my). */
    static void addProducts(
            double[] r, double[] x, double[] y, double mx, double my, double[] sumXx, double[] sumXy, int n) {
        for (int j = 0; j < n; j++) {
            double dx = x[j] - mx;
            double q = r[j] * dx;
            sumXx[j] = Fma.of(q, dx, sumXx[j]);
            sumXy[j] = Fma.of(q, y[j] - my, sumXy[j]);
        }
    }

    /** Squared distances from a centre, and the least of them so far. */
    static void squares(double[] x, double[] y, double mx, double my, double[] square, double[] least, int n) {
        for (int j = 0; j < n; j++) {
            double dx = x[j] - mx;
            double dy = y[j] - my;
            double s = dx * dx + dy * dy;
            square[j] = s;
            least[j] = Math.min(least[j], s);
        }
    }

    /** 1 where a number is the least one, else 0. A product instead of a branch: no difference is below 1e-300. */
    static void belong(double[] square, double[] least, int n) {
        for (int j = 0; j < n; j++) {
            square[j] = Math.max(0, 1 - (square[j] - least[j]) * 1e300);
        }
    }

    /** Adds r (y - m). */
    static void addFar(double[] r, double[] y, double m, double[] sumY, int n) {
        for (int j = 0; j < n; j++) {
            sumY[j] = Fma.of(r[j], y[j] - m, sumY[j]);
        }
    }

    /** The sum of the first n numbers, in halves that fit vector units; the array is used up. */
    static double sum(double[] a, int n) {
        int h = n;
        while (h > 32 && (h & 1) == 0) {
            h >>= 1;
            for (int j = 0; j < h; j++) {
                a[j] += a[h + j];
            }
        }
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < h; j += 2) {
            even += a[j];
            odd += a[j + 1];
        }
        return j < h ? even + odd + a[j] : even + odd;
    }

    /**
     * The sum of the logarithms of numbers between 1/8 and 8, by two logarithms in all: the products of up to 128 of them
     * are finite and normal. The array is used up.
     */
    static double sumOfLogs(double[] a, int n) {
        int h = n;
        while (h > 32 && (h & 1) == 0) {
            h >>= 1;
            for (int j = 0; j < h; j++) {
                a[j] *= a[h + j];
            }
        }
        double even = 1;
        double odd = 1;
        int j = 0;
        for (; j + 1 < h; j += 2) {
            even *= a[j];
            odd *= a[j + 1];
        }
        if (j < h) {
            even *= a[j];
        }
        return Math.log(even) + Math.log(odd);
    }
}
