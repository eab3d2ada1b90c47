package collapselab.kernel.neural;

/** The next images of a pass over a training set: {@code count} of them from position {@code first} of {@code order}, null for their own order. */
final class ImageBatch {
    private final byte[] pixels;
    private final int[] order;
    private final int first;
    private final int count;

    ImageBatch(byte[] pixels, int[] order, int first, int count) {
        this.pixels = pixels;
        this.order = order;
        this.first = first;
        this.count = count;
    }

    byte[] pixels() {
        return pixels;
    }

    int[] order() {
        return order;
    }

    int first() {
        return first;
    }

    int count() {
        return count;
    }
}
