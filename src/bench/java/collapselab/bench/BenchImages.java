package collapselab.bench;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/** Images to train on: MNIST's from the folder that COLLAPSELAB_DATA names, made-up ones without it. */
final class BenchImages {
    /** Whole batches of 128, the most that MNIST has. */
    static final int COUNT = 59_904;

    private static final int PIXELS = 784;
    private static final int HEADER = 16;

    private BenchImages() {}

    /** (COUNT, 784) bytes. */
    static byte[] load() throws IOException {
        String folder = System.getenv("COLLAPSELAB_DATA");
        if (folder == null) {
            return random();
        }
        try (InputStream in = new GZIPInputStream(new FileInputStream(folder + "/mnist/train-images-idx3-ubyte.gz"))) {
            in.skipNBytes(HEADER);
            return in.readNBytes(COUNT * PIXELS);
        }
    }

    /** A fifth of the pixels lit, as in MNIST. */
    private static byte[] random() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] pixels = new byte[COUNT * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : 0);
        }
        return pixels;
    }
}
