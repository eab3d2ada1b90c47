package collapselab.kernel.random;

/** Hypergeometric numbers, exactly in law, whose cost does not grow with the sizes. */
final class Hypergeometric {
    /** 2 sqrt(2 / e) and 3 - 2 sqrt(3 / e): half the width of the hat over the deviation. */
    private static final double WIDTH = 2 * Math.sqrt(2 / Math.E);

    private static final double MORE_WIDTH = 3 - 2 * Math.sqrt(3 / Math.E);

    private Hypergeometric() {}

    /**
     * How many marked balls are among those taken from an urn without replacement.
     *
     * @param balls in the urn
     * @param marked of them, at most all
     * @param taken how many are taken, at most all
     * @param source where bits come from
     */
    static long sample(long balls, long marked, long taken, Addressed source) {
        if (2 * marked > balls) {
            return taken - sample(balls, balls - marked, taken, source);
        }
        if (2 * taken > balls) {
            return marked - sample(balls, marked, balls - taken, source);
        }
        return Math.min(marked, taken) == 0
                ? 0
                : ratioOfUniforms((double) balls, (double) marked, (double) taken, source);
    }

    /** Stadlober 1990, J. Comput. Appl. Math. 31, algorithm HRUA with its squeezes; at most half of the balls marked or taken. */
    private static long ratioOfUniforms(double balls, double marked, double taken, Addressed source) {
        double share = marked / balls;
        double centre = taken * share + 0.5;
        double deviation = Math.sqrt((balls - taken) * taken * share * (1 - share) / (balls - 1) + 0.5);
        double width = WIDTH * deviation + MORE_WIDTH;
        double mode = Math.floor((taken + 1) * (marked + 1) / (balls + 2));
        double atMode = logWays(balls, marked, taken, mode);
        double end = Math.min(Math.min(taken, marked) + 1, Math.floor(centre + 16 * deviation));
        while (true) {
            double x = 1 - source.nextDouble();
            double place = centre + width * (source.nextDouble() - 0.5) / x;
            if (place >= 0 && place < end) {
                double k = Math.floor(place);
                double t = logWays(balls, marked, taken, k) - atMode;
                if (x * (4 - x) - 3 <= t || (x * (x - t) < 1 && 2 * Math.log(x) <= t)) {
                    return (long) k;
                }
            }
        }
    }

    /** ln of the number of ways to take k marked balls, less what does not depend on k. */
    private static double logWays(double balls, double marked, double taken, double k) {
        return -LogFactorial.of(k)
                - LogFactorial.of(marked - k)
                - LogFactorial.of(taken - k)
                - LogFactorial.of(balls - marked - taken + k);
    }
}
