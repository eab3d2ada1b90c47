package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Poisson numbers of any small mean, exactly in law and almost without branches: the sum of one whose mean is the whole part,
 * one whose mean is the 128ths that are left, both read from tables, and one of the rest, which is nearly always 0. A little
 * more mean makes the numbers a little larger.
 */
final class Poisson {
    private static final int PARTS = 128;
    private static final Poisson WHOLE = new Poisson(1);
    private static final Poisson FRACTION = new Poisson(1.0 / PARTS);

    /** Entries of the guide for each mean, by the leading bits of a uniform number. */
    private static final int GUIDES = 8;

    private final int[] from = new int[PARTS]; // where each mean's cumulative probabilities begin
    private final char[] guide = new char[PARTS << GUIDES]; // the least number each leading bits can mean
    private final long[] cumulative; // in units of 2^-63, less one

    /** Tables for the means 0, 1, ... of a unit. */
    private Poisson(double unit) {
        long[][] all = new long[PARTS][];
        int size = 0;
        for (int row = 0; row < PARTS; row++) {
            all[row] = cumulative(unit * row);
            from[row] = size;
            size += all[row].length;
            for (int cell = 0, number = 0; cell < 1 << GUIDES; cell++) {
                while (all[row][number] < (long) cell << (63 - GUIDES)) {
                    number++;
                }
                guide[(row << GUIDES) + cell] = (char) number;
            }
        }
        cumulative = new long[size];
        for (int row = 0; row < PARTS; row++) {
            System.arraycopy(all[row], 0, cumulative, from[row], all[row].length);
        }
    }

    /** Summed from both ends, so that small probabilities are right in both. */
    private static long[] cumulative(double mean) {
        int mode = (int) mean;
        long[] sums = new long[mode + (int) (10 * Math.sqrt(mean)) + 25];
        long sum = -1;
        for (int k = 0; k < mode; k++) {
            sum += units(mean, k);
            sums[k] = sum;
        }
        sum = Long.MAX_VALUE;
        for (int k = sums.length - 1; k >= mode; k--) {
            sums[k] = sum;
            sum -= units(mean, k);
        }
        return sums;
    }

    private static long units(double mean, int k) {
        return k == 0
                ? (long) (Math.exp(-mean) * 0x1p63)
                : (long) (Math.exp(k * Math.log(mean) - mean - LogFactorial.of(k)) * 0x1p63);
    }

    /**
     * A number.
     *
     * @param mean 0 or more; the time grows with each 128
     * @param source where bits come from
     */
    static int sample(double mean, UniformRandomProvider source) {
        int parts = (int) (mean * PARTS);
        int whole = parts / PARTS;
        int number = FRACTION.number(parts % PARTS, source.nextLong());
        double none = 1 - (mean - (double) parts / PARTS);
        double u = source.nextDouble();
        if (u >= none) {
            number += rest(1 - none, u);
        }
        for (; whole >= PARTS; whole -= PARTS - 1) {
            number += WHOLE.number(PARTS - 1, source.nextLong());
        }
        return number + WHOLE.number(whole, source.nextLong());
    }

    private int number(int row, long bits) {
        long u = bits >>> 1;
        int first = from[row];
        int number = guide[(row << GUIDES) + (int) (u >>> (63 - GUIDES))];
        // The first step without a branch, for it could not be foretold.
        number += (int) ((cumulative[first + number] - u) >>> 63);
        while (cumulative[first + number] < u) {
            number++;
        }
        return number;
    }

    /** Counts up the probabilities until they pass u. */
    private static int rest(double mean, double u) {
        double term = Math.exp(-mean);
        double left = u - term;
        int number = 0;
        while (left >= 0 && term > 0) {
            number++;
            term *= mean / number;
            left -= term;
        }
        return number;
    }
}
