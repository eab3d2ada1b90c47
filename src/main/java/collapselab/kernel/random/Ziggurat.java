package collapselab.kernel.random;

/**
 * Standard normals from 64 random bits by the ziggurat of 256 layers (Marsaglia and Tsang 2000, doi:10.18637/jss.v005.i08),
 * with the layer taken from bits of its own (Doornik 2005). A library's sampler draws from a generator in sequence; this one
 * takes bits that were hashed for a whole block of chains at once, which is what makes addressed draws as fast as a stream.
 */
final class Ziggurat {
    private static final int LAYERS = 256;

    /** Where the tail begins, and the area of each layer. */
    private static final double TAIL = 3.654152885361009;

    private static final double AREA = 0.00492867323399;

    private static final double[] EDGE = new double[LAYERS + 1];
    private static final double[] HEIGHT = new double[LAYERS + 1];
    private static final double[] WIDTH = new double[LAYERS];
    private static final long[] INSIDE = new long[LAYERS];

    static {
        double height = Math.exp(-0.5 * TAIL * TAIL);
        EDGE[0] = AREA / height;
        EDGE[1] = TAIL;
        for (int i = 2; i < LAYERS; i++) {
            EDGE[i] = Math.sqrt(-2 * Math.log(AREA / EDGE[i - 1] + height));
            height = Math.exp(-0.5 * EDGE[i] * EDGE[i]);
        }
        for (int i = 0; i < LAYERS; i++) {
            INSIDE[i] = (long) (EDGE[i + 1] / EDGE[i] * 0x1p55);
            WIDTH[i] = EDGE[i] * 0x1p-55;
        }
        for (int i = 0; i <= LAYERS; i++) {
            HEIGHT[i] = Math.exp(-0.5 * EDGE[i] * EDGE[i]);
        }
    }

    private Ziggurat() {}

    /**
     * A normal for each number of a block.
     *
     * @param bits 64 random bits each
     * @param out receives the normals
     * @param more where a chain's further bits come from, for the one in eighty that needs them
     */
    static void normals(long[] bits, double[] out, More more) {
        for (int k = 0; k < out.length; k++) {
            int layer = (int) bits[k] & (LAYERS - 1);
            long position = bits[k] >> 8;
            out[k] = Math.abs(position) < INSIDE[layer] ? position * WIDTH[layer] : edge(position, layer, more.at(k));
        }
    }

    /** Gives the generator of one chain's further bits. */
    interface More {
        Addressed at(int chain);
    }

    /** A normal from a generator alone. */
    static double normal(Addressed source) {
        long bits = source.nextLong();
        return edge(bits >> 8, (int) bits & (LAYERS - 1), source);
    }

    /** A normal from 64 bits; the one in eighty that needs more goes on from there. */
    static double normal(long bits, Addressed more) {
        int layer = (int) bits & (LAYERS - 1);
        long position = bits >> 8;
        return Math.abs(position) < INSIDE[layer] ? position * WIDTH[layer] : edge(position, layer, more.at(bits));
    }

    private static double edge(long firstPosition, int firstLayer, Addressed source) {
        long position = firstPosition;
        int layer = firstLayer;
        while (true) {
            double x = position * WIDTH[layer];
            if (Math.abs(position) < INSIDE[layer]) {
                return x;
            }
            if (layer == 0) {
                return position < 0 ? -tail(source) : tail(source);
            }
            double y = HEIGHT[layer] + source.nextDouble() * (HEIGHT[layer + 1] - HEIGHT[layer]);
            if (y < Math.exp(-0.5 * x * x)) {
                return x;
            }
            long bits = source.nextLong();
            layer = (int) bits & (LAYERS - 1);
            position = bits >> 8;
        }
    }

    /** Beyond the last layer (Marsaglia 1964). */
    private static double tail(Addressed source) {
        while (true) {
            double a = -Math.log(1 - source.nextDouble()) / TAIL;
            double b = -Math.log(1 - source.nextDouble());
            if (b + b >= a * a) {
                return TAIL + a;
            }
        }
    }
}
