package collapselab.kernel.random;

/**
 * Balls in a row, kind by kind. Each draw takes the ball at a random place of its own, so that most draws stay the same when
 * the numbers of balls or draws change a little.
 *
 * <p>Not thread-safe: its memory is used again when it is filled again.
 */
final class Row {
    /** About this many entries of the guide for each draw or kind, at most twice as many. */
    private static final int GUIDES = 4;

    /** Draws that are hashed at once: the low halves of words, then the high ones. */
    private static final int WORDS = 512;

    private static final long LOW = 0xffffffffL;

    private final Addressed source = new Addressed();
    private final long[] words = new long[WORDS];
    private final long[] places = new long[2 * WORDS];
    private int count;
    private long[] starts = {0}; // where each kind's balls begin, and where the row ends
    private int[] guide = {}; // the kind of every (1 << shift)-th ball
    private int shift;
    private int guided; // for how many draws the guide is, or 0

    /**
     * Empties the row.
     *
     * @param kinds how many kinds will be added
     */
    void clear(int kinds) {
        count = 0;
        guided = 0;
        if (starts.length <= kinds) {
            starts = new long[kinds + 1];
        }
    }

    /** Adds the balls of the next kind at the end, perhaps none. */
    void add(long balls) {
        starts[count + 1] = starts[count] + balls;
        count++;
    }

    /** How many kinds there are. */
    int kinds() {
        return count;
    }

    /** How many balls there are of a kind. */
    long balls(int kind) {
        return starts[kind + 1] - starts[kind];
    }

    /** How many balls there are. */
    long balls() {
        return starts[count];
    }

    /**
     * Draws balls and puts each back.
     *
     * @param base where the numbers of this drawing begin
     * @param n how many
     * @param out (K) to which the drawn are added
     */
    void draw(long base, int n, int[] out) {
        guide(n);
        for (int first = 0; first < n; first += places.length) {
            int drawn = Math.min(places.length, n - first);
            place(base, first, drawn);
            if (shift == 0) {
                list(places, drawn, guide, out);
            } else {
                look(places, drawn, guide, shift, starts, out);
            }
        }
    }

    private static void list(long[] places, int drawn, int[] guide, int[] out) {
        for (int i = 0; i < drawn; i++) {
            out[guide[(int) places[i]]]++;
        }
    }

    private static void look(long[] places, int drawn, int[] guide, int shift, long[] starts, int[] out) {
        for (int i = 0; i < drawn; i++) {
            out[kind(places[i], guide, shift, starts)]++;
        }
    }

    /**
     * Takes balls out, each kind's first ones in the row first: a draw that falls on one that is gone is drawn again.
     *
     * @param base where the numbers of this drawing begin
     * @param n how many, at most all
     * @param out (K) receives how many of each kind
     */
    void take(long base, int n, int[] out) {
        guide(n);
        for (int first = 0; first < n; first += places.length) {
            int drawn = Math.min(places.length, n - first);
            place(base, first, drawn);
            for (int i = 0; i < drawn; i++) {
                long ball = places[i];
                int kind = kind(ball, guide, shift, starts);
                if (ball - starts[kind] < out[kind]) {
                    kind = another(base, first + i, out);
                }
                out[kind]++;
            }
        }
    }

    private int another(long base, int draw, int[] gone) {
        source.at(Mix.mix(base - 2 - 2L * draw));
        while (true) {
            long ball = place(source.nextLong(), 2 * balls());
            int kind = kind(ball, guide, shift, starts);
            if (ball - starts[kind] >= gone[kind]) {
                return kind;
            }
        }
    }

    /** Random places for some draws: half of 64 bits is enough for each where the row is short. */
    private void place(long base, int first, int drawn) {
        if (balls() >> 31 == 0) {
            Mix.sequence(base + (first >> 1) * Mix.GOLDEN, words, Math.min(drawn, WORDS));
            long uneven = (1L << 32) % balls();
            if (halves(words, drawn, balls(), uneven, places) < 0) {
                again(base, first, drawn, uneven);
            }
        } else {
            Mix.sequence(base + first * Mix.GOLDEN, places, drawn);
            long twice = 2 * balls();
            for (int i = 0; i < drawn; i++) {
                places[i] = place(places[i], twice);
            }
        }
    }

    /** Gives places, and a negative number if one must be drawn again. */
    private static long halves(long[] words, int drawn, long balls, long uneven, long[] places) {
        long again = 0;
        for (int i = 0; i < Math.min(drawn, WORDS); i++) {
            long product = (words[i] & LOW) * balls;
            again |= (product & LOW) - uneven;
            places[i] = product >>> 32;
        }
        for (int i = 0; i < drawn - WORDS; i++) {
            long product = (words[i] >>> 32) * balls;
            again |= (product & LOW) - uneven;
            places[i + WORDS] = product >>> 32;
        }
        return again;
    }

    /** Draws again where a place would come up more often than others (Lemire 2019, doi:10.1145/3230636). */
    private void again(long base, int first, int drawn, long uneven) {
        for (int i = 0; i < drawn; i++) {
            long product = (i < WORDS ? words[i] & LOW : words[i - WORDS] >>> 32) * balls();
            if ((product & LOW) < uneven) {
                source.at(Mix.mix(base - 1 - 2L * (first + i)));
                while ((product & LOW) < uneven) {
                    product = (source.nextLong() & LOW) * balls();
                }
                places[i] = product >>> 32;
            }
        }
    }

    private static long place(long bits, long twiceTheBalls) {
        return Math.multiplyHigh(bits >>> 1, twiceTheBalls);
    }

    /** Notes the kind of about as many evenly spaced balls as are drawn. */
    private void guide(int n) {
        if (guided == n) {
            return;
        }
        guided = n;
        long last = starts[count] - 1;
        shift = Math.max(0, 63 - Long.numberOfLeadingZeros(last / Math.max(n, (long) GUIDES * count)));
        int size = (int) (last >> shift) + 1;
        if (guide.length < size + 8) {
            guide = new int[size + 8];
        }
        guide(guide, shift, starts, count);
    }

    /** Eight entries at once, so that short kinds need no branch: the next kinds write over what is too much. */
    private static void guide(int[] guide, int shift, long[] starts, int count) {
        int end = 0;
        for (int k = 0; k < count; k++) {
            int at = end;
            end = (int) ((starts[k + 1] - 1) >> shift) + 1;
            do {
                guide[at] = k;
                guide[at + 1] = k;
                guide[at + 2] = k;
                guide[at + 3] = k;
                guide[at + 4] = k;
                guide[at + 5] = k;
                guide[at + 6] = k;
                guide[at + 7] = k;
                at += 8;
            } while (at < end);
        }
    }

    private static int kind(long ball, int[] guide, int shift, long[] starts) {
        int kind = guide[(int) (ball >> shift)];
        // The first step without a branch, for it could not be foretold.
        kind += (int) ((starts[kind + 1] - 1 - ball) >>> 63);
        while (starts[kind + 1] <= ball) {
            kind++;
        }
        return kind;
    }
}
