package collapselab.kernel.neural;

import org.apache.commons.rng.UniformRandomProvider;

/** Pixels between bytes, 0 to 255, and intensities, 0 to 1. */
final class Pixels {
    private static final float[] INTENSITY = new float[256];

    static {
        for (int i = 0; i < INTENSITY.length; i++) {
            INTENSITY[i] = i / 255f;
        }
    }

    private Pixels() {}

    /** Fills {@code row} from image {@code image}. */
    static void toRow(byte[] pixels, int image, float[] row) {
        int offset = image * row.length;
        for (int j = 0; j < row.length; j++) {
            row[j] = INTENSITY[pixels[offset + j] & 0xff];
        }
    }

    /** Rounds means to bytes. */
    static void round(float[] means, byte[] pixels, int offset) {
        for (int j = 0; j < means.length; j++) {
            pixels[offset + j] = (byte) (means[j] * 255f + 0.5f);
        }
    }

    /** Draws black or white pixels; a mean counts in steps of 2^-31. */
    static void draw(float[] means, byte[] pixels, int offset, UniformRandomProvider random) {
        for (int j = 0; j < means.length; j++) {
            int uniform = random.nextInt() >>> 1;
            pixels[offset + j] = (byte) (uniform < means[j] * 0x1p31f ? 255 : 0);
        }
    }
}
