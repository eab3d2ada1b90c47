package collapselab.kernel.data;

import java.util.Arrays;
import java.util.Objects;

/**
 * Grey images of one size, (n, height, width) unsigned bytes, immutable.
 *
 * <p>The pixels lie in chunks that sets share: {@link #concat} and {@link #first} copy none, so the pool of the accumulate
 * regime (20 generations of 60,000 digits are 0.9 GB) is held once, however often it has grown.
 */
public final class Images {
    /** Bytes in a chunk made here: small enough for any heap to find room, so large that a set has few. */
    private static final int CHUNK = 1 << 26;

    private final int height;
    private final int width;
    private final byte[][] chunks;
    /** For each chunk the number of images in it and in those before it; a chunk may hold more than are counted. */
    private final int[] ends;

    private Images(int height, int width, byte[][] chunks, int[] ends) {
        this.height = height;
        this.width = width;
        this.chunks = chunks;
        this.ends = ends;
    }

    /**
     * Images from their bytes, which are copied.
     *
     * @param height rows, 1 or more
     * @param width columns, 1 or more
     * @param bytes (n, height, width), row by row
     */
    public static Images of(int height, int width, byte[] bytes) {
        return adopt(height, width, bytes.clone());
    }

    /** Images from bytes that the caller gives up. */
    static Images adopt(int height, int width, byte[] bytes) {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("an image has rows and columns: " + height + " x " + width);
        }
        int pixels = Math.multiplyExact(height, width);
        if (bytes.length % pixels != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of images of " + pixels);
        }
        return bytes.length == 0
                ? new Images(height, width, new byte[0][], new int[0])
                : new Images(height, width, new byte[][] {bytes}, new int[] {bytes.length / pixels});
    }

    /** Number of images, n. */
    public int count() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** Rows of an image. */
    public int height() {
        return height;
    }

    /** Columns of an image. */
    public int width() {
        return width;
    }

    /** Pixels of an image: height times width. */
    public int pixels() {
        return height * width;
    }

    /**
     * One pixel.
     *
     * @param image 0 to n - 1
     * @param pixel row * width + column
     * @return 0 (background) to 255 (full ink)
     */
    public int at(int image, int pixel) {
        Objects.checkIndex(pixel, pixels());
        int chunk = chunkOf(image);
        return chunks[chunk][(image - start(chunk)) * pixels() + pixel] & 0xff;
    }

    /**
     * Copies one image out.
     *
     * @param image 0 to n - 1
     * @param target where its pixels go, row by row
     * @param offset where in the target they begin
     */
    public void copyInto(int image, byte[] target, int offset) {
        int chunk = chunkOf(image);
        System.arraycopy(chunks[chunk], (image - start(chunk)) * pixels(), target, offset, pixels());
    }

    /**
     * All pixels in a new array, (n, height, width).
     *
     * @throws ArithmeticException if they are more than an array holds
     */
    public byte[] toArray() {
        byte[] all = new byte[Math.multiplyExact(count(), pixels())];
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            int from = start(chunk);
            System.arraycopy(chunks[chunk], 0, all, from * pixels(), (ends[chunk] - from) * pixels());
        }
        return all;
    }

    /**
     * The images at some places, in that order; a place may be named more than once.
     *
     * @param indices each 0 to n - 1
     */
    public Images select(int[] indices) {
        int capacity = Math.max(1, CHUNK / pixels());
        int parts = (int) (((long) indices.length + capacity - 1) / capacity);
        byte[][] selected = new byte[parts][];
        int[] counts = new int[parts];
        for (int part = 0; part < parts; part++) {
            int from = part * capacity;
            counts[part] = (int) Math.min(indices.length, (long) from + capacity);
            selected[part] = new byte[(counts[part] - from) * pixels()];
            for (int i = from; i < counts[part]; i++) {
                copyInto(indices[i], selected[part], (i - from) * pixels());
            }
        }
        return new Images(height, width, selected, counts);
    }

    /**
     * The first images; nothing is copied.
     *
     * @param k how many, 0 to n
     */
    public Images first(int k) {
        Objects.checkFromToIndex(0, k, count());
        int used = k == 0 ? 0 : chunkOf(k - 1) + 1;
        int[] cut = Arrays.copyOf(ends, used);
        if (used > 0) {
            cut[used - 1] = k;
        }
        return new Images(height, width, Arrays.copyOf(chunks, used), cut);
    }

    /**
     * These images and then others; nothing is copied.
     *
     * @param others images of the same size
     */
    public Images concat(Images others) {
        if (others.height != height || others.width != width) {
            throw new IllegalArgumentException("images of " + height + " x " + width + " and of " + others.height
                    + " x " + others.width + " make no set");
        }
        byte[][] joined = Arrays.copyOf(chunks, chunks.length + others.chunks.length);
        System.arraycopy(others.chunks, 0, joined, chunks.length, others.chunks.length);
        int[] counts = Arrays.copyOf(ends, joined.length);
        for (int i = 0; i < others.ends.length; i++) {
            counts[chunks.length + i] = Math.addExact(count(), others.ends[i]);
        }
        return new Images(height, width, joined, counts);
    }

    private int start(int chunk) {
        return chunk == 0 ? 0 : ends[chunk - 1];
    }

    private int chunkOf(int image) {
        Objects.checkIndex(image, count());
        if (ends.length == 1) {
            return 0;
        }
        int found = Arrays.binarySearch(ends, image);
        return found < 0 ? -found - 1 : found + 1;
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Images that)
                || that.height != height
                || that.width != width
                || that.count() != count()) {
            return false;
        }
        for (int i = 0; i < count(); i++) {
            if (!sameImage(i, that)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameImage(int image, Images that) {
        int mine = chunkOf(image);
        int from = (image - start(mine)) * pixels();
        int theirs = that.chunkOf(image);
        int thatFrom = (image - that.start(theirs)) * pixels();
        return Arrays.equals(chunks[mine], from, from + pixels(), that.chunks[theirs], thatFrom, thatFrom + pixels());
    }

    @Override
    public int hashCode() {
        int hash = 31 * height + width;
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            int bytes = (ends[chunk] - start(chunk)) * pixels();
            for (int i = 0; i < bytes; i++) {
                hash = 31 * hash + chunks[chunk][i];
            }
        }
        return hash;
    }

    @Override
    public String toString() {
        return "Images(" + count() + ", " + height + ", " + width + ")";
    }
}
