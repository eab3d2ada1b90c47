package collapselab.kernel.data;

/**
 * Images and what they show.
 *
 * @param images (n, height, width)
 * @param labels (n)
 */
public record LabelledImages(Images images, Labels labels) {
    /** Refuses a label too many or too few. */
    public LabelledImages {
        if (images.count() != labels.count()) {
            throw new IllegalArgumentException(images.count() + " images and " + labels.count() + " labels");
        }
    }

    /** Number of examples, n. */
    public int count() {
        return labels.count();
    }

    /**
     * The first examples.
     *
     * @param k how many, 0 to n
     */
    public LabelledImages first(int k) {
        return new LabelledImages(images.first(k), labels.first(k));
    }

    /**
     * The examples at some places, in that order.
     *
     * @param indices each 0 to n - 1
     */
    public LabelledImages select(int[] indices) {
        return new LabelledImages(images.select(indices), labels.select(indices));
    }

    /**
     * These examples and then others.
     *
     * @param others images of the same size
     */
    public LabelledImages concat(LabelledImages others) {
        return new LabelledImages(images.concat(others.images), labels.concat(others.labels));
    }
}
