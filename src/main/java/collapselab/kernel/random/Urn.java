package collapselab.kernel.random;

import java.util.Arrays;

/**
 * An urn with balls of several kinds, which gives counts: multinomial if every ball is put back, multivariate
 * hypergeometric if none is; exactly in law.
 *
 * <p>Few draws a kind are made one by one. Where there are many, rare kinds get independent Poisson numbers with which a little
 * less than all is drawn, and the draws that are left are made one by one: given their sum, Poisson numbers are multinomial.
 * Frequent kinds get conditional binomials first. Either way most of what is drawn stays the same when the numbers of balls
 * or draws change a little.
 *
 * <p>Not thread-safe: its memory is used again when it is filled again.
 */
public final class Urn {
    /** From this many draws a kind on, numbers for each kind are faster than draws. */
    private static final int MANY = 8;

    /** The same without replacement, where numbers for each kind take longer. */
    private static final int MANY_TAKEN = 16;

    /** From this mean on a conditional binomial is faster than a Poisson number. */
    private static final int FREQUENT = 1000;

    /** By how many standard deviations the Poisson numbers' mean sum stays below all draws. */
    private static final double MARGIN = 4;

    /** Shares are rounded to this many balls, finer than doubles tell shares apart. */
    private static final double BALLS = 0x1p60;

    /** How many of the balls that are left are of the kind that comes next, if some are drawn. */
    @FunctionalInterface
    private interface Conditional {
        long sample(long balls, long ofKind, long drawn, Addressed source);
    }

    private final Addressed source = new Addressed();
    private final Row row = new Row();
    private final Row rare = new Row();
    private int[] names = {};
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
        row.clear(kinds.length);
        for (int k = 0; k < kinds.length; k++) {
            row.add((long) (amounts[k] * scale));
        }
        if (out.length < kinds.length) {
            out = new int[kinds.length];
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
        Arrays.fill(out, 0, row.kinds(), 0);
        if (n <= (long) MANY * row.kinds()) {
            row.draw(base, n, out);
        } else if (n <= Binomial.FEW || (long) row.kinds() * row.kinds() < n / 32) {
            split(base, n, Urn::binomial);
        } else {
            drawRare(base, drawFrequent(base, n));
        }
        return out;
    }

    private static long binomial(long balls, long ofKind, long drawn, Addressed source) {
        return Binomial.sample(drawn, (double) ofKind / balls, source);
    }

    /** Draws the frequent kinds, leaves the others in a row of their own and returns how many draws remain for those. */
    private int drawFrequent(long base, int n) {
        int left = n;
        long balls = row.balls();
        double frequent = (double) FREQUENT * balls / n;
        rare.clear(row.kinds());
        for (int k = 0; k < row.kinds(); k++) {
            long ofKind = row.balls(k);
            if (ofKind < frequent) {
                rare.add(ofKind);
            } else {
                rare.add(0);
                out[k] = next(base, k, balls, left, Urn::binomial);
                balls -= ofKind;
                left -= out[k];
            }
        }
        return left;
    }

    private void drawRare(long base, int n) {
        double rate = Math.max(0, n - MARGIN * Math.sqrt(n)) / Math.max(1, rare.balls());
        int left = -1;
        for (long address = base; left < 0; address = Mix.mix(address)) {
            left = n;
            for (int k = 0; k < rare.kinds(); k++) {
                long balls = rare.balls(k);
                if (balls > 0) {
                    out[k] = Poisson.sample(balls * rate, source.at(Mix.mix(address + names[k])));
                    left -= out[k];
                }
            }
        }
        rare.draw(base, left, out);
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
        int kinds = row.kinds();
        Arrays.fill(out, 0, kinds, 0);
        if (n > (long) MANY_TAKEN * kinds) {
            split(base, n, Hypergeometric::sample);
            return out;
        }
        boolean most = 2L * n > row.balls();
        row.take(base, most ? (int) (row.balls() - n) : n, out);
        if (most) {
            for (int k = 0; k < kinds; k++) {
                out[k] = (int) row.balls(k) - out[k];
            }
        }
        return out;
    }

    /** One number a kind, each given those before. */
    private void split(long base, int n, Conditional conditional) {
        int left = n;
        long balls = row.balls();
        for (int k = 0; left > 0; k++) {
            out[k] = next(base, k, balls, left, conditional);
            balls -= row.balls(k);
            left -= out[k];
        }
    }

    private int next(long base, int kind, long balls, int left, Conditional conditional) {
        long ofKind = row.balls(kind);
        return ofKind == balls
                ? left
                : (int) conditional.sample(balls, ofKind, left, source.at(Mix.mix(base + names[kind])));
    }
}
