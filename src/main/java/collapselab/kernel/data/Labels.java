package collapselab.kernel.data;

import java.util.Arrays;
import java.util.Objects;

/** Class labels, (n) unsigned bytes, immutable. */
public final class Labels {
    private final byte[] labels;

    private Labels(byte[] labels) {
        this.labels = labels;
    }

    /**
     * Labels from their bytes, which are copied.
     *
     * @param labels one unsigned byte an example
     */
    public static Labels of(byte[] labels) {
        return new Labels(labels.clone());
    }

    /** Number of labels, n. */
    public int count() {
        return labels.length;
    }

    /**
     * One label.
     *
     * @param index 0 to n - 1
     * @return 0 to 255
     */
    public int at(int index) {
        return labels[index] & 0xff;
    }

    /** All labels in a new array, as unsigned bytes. */
    public byte[] toArray() {
        return labels.clone();
    }

    /** The largest label, or -1 if there is none. */
    public int max() {
        int max = -1;
        for (byte label : labels) {
            max = Math.max(max, label & 0xff);
        }
        return max;
    }

    /**
     * How often each class occurs.
     *
     * @param classes number of classes; labels are below it
     */
    public int[] counts(int classes) {
        int[] counts = new int[classes];
        for (byte label : labels) {
            counts[label & 0xff]++;
        }
        return counts;
    }

    /**
     * The labels at some places, in that order; a place may be named more than once.
     *
     * @param indices each 0 to n - 1
     */
    public Labels select(int[] indices) {
        byte[] selected = new byte[indices.length];
        for (int i = 0; i < indices.length; i++) {
            selected[i] = labels[indices[i]];
        }
        return new Labels(selected);
    }

    /**
     * The first labels.
     *
     * @param k how many, 0 to n
     */
    public Labels first(int k) {
        Objects.checkFromToIndex(0, k, labels.length);
        return new Labels(Arrays.copyOf(labels, k));
    }

    /**
     * These labels and then others.
     *
     * @param others what follows
     */
    public Labels concat(Labels others) {
        byte[] joined = Arrays.copyOf(labels, Math.addExact(labels.length, others.labels.length));
        System.arraycopy(others.labels, 0, joined, labels.length, others.labels.length);
        return new Labels(joined);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && Arrays.equals(labels, that.labels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(labels);
    }

    @Override
    public String toString() {
        return "Labels(" + labels.length + ")";
    }
}
