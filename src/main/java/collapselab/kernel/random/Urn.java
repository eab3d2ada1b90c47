package collapselab.kernel.random;

import java.util.Arrays;

/**
 * An urn with balls of several kinds, which gives counts: multinomial if every ball is put back, multivariate
 * hypergeometric if none is; exactly in law.
 *
 * <p>The balls lie in a row, kind by kind, and each draw takes the one on which its own random number falls, so that most
 * draws stay the same when the numbers of balls or draws change a little. Where there are many draws for each kind, one
 * conditional number for each kind takes less time.
 *
 * <p>Not thread-safe: its memory is used again when it is filled again.
 */
public final class Urn {
    /** From this many draws a kind on, conditional numbers are faster. */
    private static final int MANY = 16;

    /** At most this many entries of the guide for each draw or kind. */
    private static final int GUIDES = 4;

    private static final long LOW = 0xffffffffL;

    /** Shares are rounded to this many balls, finer than doubles tell shares apart. */
    private static final double BALLS = 0x1p60;

    /** How many of the balls that are left are of the kind that comes next, if some are drawn. */
    @FunctionalInterface
    private interface Conditional {
        long sample(long balls, long ofKind, long drawn, Addressed source);
    }

    private final Addressed source = new Addressed();
    private int[] names = {};
    private int count;
    private long[] starts = {0}; // where each kind's balls begin in the row, and where the row ends
    private int[] guide = {}; // the kind of every (1 << shift)-th ball
    private int shift;
    private int[] out = {};

    /**
     * Fills the urn with whole numbers of balls.
     *
     * @param kinds (K) each kind's number, the same whatever other kinds there are, ascending: addresses its draws
     * @param balls (K) how many of each kind, whole numbers, together at least 1 and below 2^53
     */
    public void fill(int[] kinds, double[] balls) {
        fill(kinds, balls, 1);
    }

    /**
     * Fills the urn with kinds in proportion.
     *
     * @param kinds (K) as above
     * @param shares (K) of each kind, none negative, together 1
     */
    public void fillShares(int[] kinds, double[] shares) {
        fill(kinds, shares, BALLS);
    }

    private void fill(int[] kinds, double[] amounts, double scale) {
        names = kinds;
        count = kinds.length;
        if (starts.length <= count) {
            starts = new long[count + 1];
            out = new int[count];
        }
        for (int k = 0; k < count; k++) {
            starts[k + 1] = starts[k] + (long) (amounts[k] * scale);
        }
    }

    /**
     * Draws balls and puts each back.
     *
     * @param draws randomness
     * @param chain whose
     * @param part which of several drawings at one address this is, from 0
     * @param n how many balls are drawn
     * @return (K or more) how many of each kind; used again by the next drawing
     */
    public int[] draw(Draws draws, int chain, int part, int n) {
        long base = draws.base(chain, part);
        if (n > (long) MANY * count) {
            split(base, n, (balls, ofKind, drawn, bits) -> Binomial.sample(drawn, (double) ofKind / balls, bits));
            return out;
        }
        Arrays.fill(out, 0, count, 0);
        guide(n);
        if (shift == 0) {
            drawFromList(base, n);
        } else {
            long twice = 2 * starts[count];
            for (int i = 1; i <= n; i++) {
                out[kind(Math.multiplyHigh(Mix.mix(base + i * Mix.GOLDEN) >>> 1, twice))]++;
            }
        }
        return out;
    }

    /** Where the guide lists every ball: half of 64 bits is enough for a draw, made exact by rejection (Lemire 2019). */
    private void drawFromList(long base, int n) {
        long balls = starts[count];
        long uneven = (1L << 32) % balls;
        long bits = 0;
        for (int i = 0; i < n; i++) {
            bits = (i & 1) == 0 ? Mix.mix(base + (i + 2L) * Mix.GOLDEN) : bits >>> 32;
            long place = (bits & LOW) * balls;
            if ((place & LOW) < uneven) {
                source.at(Mix.mix(base - i));
                do {
                    place = (source.nextLong() & LOW) * balls;
                } while ((place & LOW) < uneven);
            }
            out[guide[(int) (place >>> 32)]]++;
        }
    }

    /**
     * Takes balls out.
     *
     * @param draws randomness
     * @param chain whose
     * @param n how many balls are taken, at most all
     * @return as above
     */
    public int[] take(Draws draws, int chain, int n) {
        long base = draws.base(chain, 0);
        if (n > (long) MANY * count) {
            split(base, n, Hypergeometric::sample);
            return out;
        }
        boolean most = 2L * n > starts[count];
        Arrays.fill(out, 0, count, 0);
        takeOneByOne(base, most ? (int) (starts[count] - n) : n);
        if (most) {
            for (int k = 0; k < count; k++) {
                out[k] = (int) (starts[k + 1] - starts[k]) - out[k];
            }
        }
        return out;
    }

    /** Of each kind the first balls of the row count as taken: a draw that falls on one of them is drawn again. */
    private void takeOneByOne(long base, int n) {
        guide(n);
        long twice = 2 * starts[count];
        for (int i = 1; i <= n; i++) {
            long bits = Mix.mix(base + i * Mix.GOLDEN);
            long ball = Math.multiplyHigh(bits >>> 1, twice);
            int kind = kind(ball);
            if (ball - starts[kind] < out[kind]) {
                source.at(Mix.mix(bits));
                do {
                    ball = Math.multiplyHigh(source.nextLong() >>> 1, twice);
                    kind = kind(ball);
                } while (ball - starts[kind] < out[kind]);
            }
            out[kind]++;
        }
    }

    /** One number a kind, each given those before. */
    private void split(long base, int n, Conditional conditional) {
        int left = n;
        for (int k = 0; k < count; k++) {
            long ofKind = starts[k + 1] - starts[k];
            long balls = starts[count] - starts[k];
            out[k] = ofKind == balls || left == 0
                    ? left
                    : (int) conditional.sample(balls, ofKind, left, source.at(Mix.mix(base + names[k])));
            left -= out[k];
        }
    }

    /** Notes the kind of about as many evenly spaced balls as are drawn. */
    private void guide(int n) {
        long last = starts[count] - 1;
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(last / Math.max(n, (long) GUIDES * count)));
        int size = (int) (last >> shift) + 1;
        if (guide.length < size) {
            guide = new int[size];
        }
        int at = 0;
        for (int k = 0; k < count; k++) {
            int end = (int) ((starts[k + 1] - 1) >> shift);
            while (at <= end) {
                guide[at++] = k;
            }
        }
    }

    private int kind(long ball) {
        int kind = guide[(int) (ball >> shift)];
        // The first step without a branch, for it could not be foretold.
        kind += (int) ((starts[kind + 1] - 1 - ball) >>> 63);
        while (starts[kind + 1] <= ball) {
            kind++;
        }
        return kind;
    }
}
