package collapselab.plot;

import java.util.Arrays;

/** An immutable block of grey bytes with value equality: 0 is ink-free background, 255 full ink. */
public final class Pixels {
    private final byte[] bytes;

    private Pixels(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The given bytes, copied. */
    public static Pixels of(byte[] bytes) {
        return new Pixels(bytes.clone());
    }

    public int size() {
        return bytes.length;
    }

    /** The grey value at an index, 0 to 255. */
    public int get(int index) {
        return bytes[index] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
