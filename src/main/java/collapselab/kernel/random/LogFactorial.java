package collapselab.kernel.random;

/** ln k!. */
final class LogFactorial {
    private static final double HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

    /** The first numbers' own; beyond them Stirling's series. */
    private static final double[] FIRST = new double[1 << 13];

    static {
        for (int k = 2; k < FIRST.length; k++) {
            FIRST[k] = FIRST[k - 1] + Math.log(k);
        }
    }

    private LogFactorial() {}

    /** ln k! of a whole number k, none negative. */
    static double of(double k) {
        return k < FIRST.length
                ? FIRST[(int) k]
                : (k + 0.5) * Math.log(k) - k + HALF_LOG_TAU + (1 - 1 / (30 * k * k)) / (12 * k);
    }
}
