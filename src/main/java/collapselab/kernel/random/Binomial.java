package collapselab.kernel.random;

import org.apache.commons.rng.UniformRandomProvider;

/** Binomial numbers, exactly in law, whose cost does not grow with n. */
public final class Binomial {
    /** Up to this many trials each is made: 64 at once take less time than anything else. */
    static final int FEW = 256;

    /** Below this mean counting up from zero is the faster way, and above it the other holds. */
    private static final double SMALL = 10;

    private Binomial() {}

    /**
     * How many of n independent trials succeed.
     *
     * @param n trials, at least 0
     * @param p chance of each, 0 to 1
     * @param source where bits come from
     */
    public static long sample(long n, double p, UniformRandomProvider source) {
        if (n <= FEW) {
            return trials((int) n, p, source);
        }
        if (p > 0.5) {
            return n - sample(n, 1 - p, source);
        }
        return n * p < SMALL ? inversion(n, p, source) : rejection(n, p, source);
    }

    /**
     * Compares a uniform number a trial with p, bit by bit from the first, until all have differed: some 8 words for 64 trials.
     * Each 64 have bits of their own, so that most trials stay the same when p or n change a little.
     */
    private static int trials(int n, double p, UniformRandomProvider source) {
        int successes = 0;
        for (int left = n; left > 0; left -= 2 * Long.SIZE) {
            long address = source.nextLong();
            long other = source.nextLong();
            long open = first(left);
            long otherOpen = first(left - Long.SIZE);
            long digits = (long) (p * 0x1p63) << 1;
            while ((open | otherOpen) != 0 && digits != 0) {
                address += Mix.GOLDEN;
                other += Mix.GOLDEN;
                long digit = digits >> 63;
                long differing = Mix.mix(address) ^ digit;
                long otherDiffering = Mix.mix(other) ^ digit;
                successes +=
                        Long.bitCount(open & differing & digit) + Long.bitCount(otherOpen & otherDiffering & digit);
                open &= ~differing;
                otherOpen &= ~otherDiffering;
                digits <<= 1;
            }
        }
        return successes;
    }

    /** A word whose first bits are set. */
    private static long first(int bits) {
        return bits <= 0 ? 0 : -1L >>> Math.max(0, Long.SIZE - bits);
    }

    /** Counts up the probabilities from zero until they pass a uniform number. */
    private static long inversion(long n, double p, UniformRandomProvider source) {
        double odds = p / (1 - p);
        double none = Math.exp(n * (p < 1e-5 ? -p * (1 + p * (0.5 + p / 3)) : Math.log(1 - p)));
        while (true) {
            double left = source.nextDouble();
            double term = none;
            for (long k = 0; k <= n && term > 0; k++) {
                left -= term;
                if (left < 0) {
                    return k;
                }
                term *= odds * (n - k) / (k + 1);
            }
            // Rounding has left a remainder beyond the last term that counts.
        }
    }

    /** Transformed rejection with a squeeze (Hoermann 1993, J. Statist. Comput. Simul. 46, algorithm BTRS); n p at least 10. */
    private static long rejection(long n, double p, UniformRandomProvider source) {
        double q = 1 - p;
        double deviation = Math.sqrt(n * p * q);
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double centre = n * p + 0.5;
        double squeeze = 0.92 - 4.2 / b;
        while (true) {
            double u = source.nextDouble() - 0.5;
            double v = source.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + centre);
            if (us >= 0.07 && v <= squeeze) {
                return (long) k;
            }
            if (k >= 0 && k <= n) {
                double density = v * (2.83 + 5.1 / b) * deviation / (a / (us * us) + b);
                if (Math.log(density) <= logOverMode((double) n, p / q, Math.floor((n + 1) * p), k)) {
                    return (long) k;
                }
            }
        }
    }

    /** ln of the probability of k over that of the mode m. */
    private static double logOverMode(double n, double odds, double m, double k) {
        return LogFactorial.of(m)
                + LogFactorial.of(n - m)
                - LogFactorial.of(k)
                - LogFactorial.of(n - k)
                + (k - m) * Math.log(odds);
    }
}
