package collapselab.kernel.neural;

/**
 * Numbers that a few lines in any language make alike: uniform ones from the linear congruential generator of Numerical
 * Recipes, modulo 2^32. The same code is in {@code src/test/python/vae_reference.py}.
 */
final class Formula {
    private int state;

    Formula(int seed) {
        state = seed;
    }

    /** Uniform in [0, 1), a multiple of 2^-24. */
    float uniform() {
        state = state * 1664525 + 1013904223;
        return (state >>> 8) * 0x1p-24f;
    }

    /** Weights and biases uniform within 1/sqrt(inputs) of zero, in the order of {@link VaeWeights}. */
    static VaeWeights weights(VaeShape shape, int seed) {
        Formula formula = new Formula(seed);
        float[] values = new float[shape.parameters()];
        int offset = 0;
        for (int layer = 0; layer < 4; layer++) {
            float bound = (float) (1 / Math.sqrt(shape.inputs(layer)));
            int end = offset + (shape.inputs(layer) + 1) * shape.outputs(layer);
            for (; offset < end; offset++) {
                values[offset] = (2 * formula.uniform() - 1) * bound;
            }
        }
        return VaeWeights.of(shape, values);
    }

    /** Images whose pixels are the cube of a uniform number: mostly dark, as digits are. */
    static byte[] pixels(int count, int pixels, int seed) {
        Formula formula = new Formula(seed);
        byte[] values = new byte[count * pixels];
        for (int i = 0; i < values.length; i++) {
            float u = formula.uniform();
            values[i] = (byte) (int) (u * u * u * 256);
        }
        return values;
    }

    /** Numbers of mean 0 and variance 1: the sum of twelve uniform ones, minus six. (count) */
    static float[] noise(int count, int seed) {
        Formula formula = new Formula(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            float sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += formula.uniform();
            }
            values[i] = sum;
        }
        return values;
    }
}
