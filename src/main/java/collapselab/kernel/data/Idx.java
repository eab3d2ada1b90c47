package collapselab.kernel.data;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * IDX files of unsigned bytes, plain or packed with gzip: the format of MNIST (LeCun, Cortes and Burges 1998).
 *
 * <p>A head of big-endian 32-bit words (magic number; n; for images also rows and columns), then the bytes. Whether a file
 * is packed is seen from its first bytes, not from its name: browsers unpack files and leave the name.
 */
public final class Idx {
    /** Magic number of a file of labels: unsigned bytes, one dimension. */
    private static final int LABELS = 0x0801;
    /** Magic number of a file of images: unsigned bytes, three dimensions. */
    private static final int IMAGES = 0x0803;

    private static final int BUFFER = 1 << 16;

    private Idx() {}

    /**
     * Reads images.
     *
     * @param file an idx3 file of unsigned bytes, plain or gzip
     * @throws DataException if it is not there, or damaged in any way
     */
    public static Images images(Path file) {
        return read(file, in -> {
            expectMagic(file, word(in), IMAGES);
            int n = dimension(file, in, 0);
            int height = dimension(file, in, 1);
            int width = dimension(file, in, 1);
            return Images.adopt(height, width, body(file, in, (long) n * height * width, 16));
        });
    }

    /**
     * Reads labels.
     *
     * @param file an idx1 file of unsigned bytes, plain or gzip
     * @throws DataException if it is not there, or damaged in any way
     */
    public static Labels labels(Path file) {
        return read(file, in -> {
            expectMagic(file, word(in), LABELS);
            return Labels.of(body(file, in, dimension(file, in, 0), 8));
        });
    }

    /**
     * Reads images and their labels.
     *
     * @param imageFile an idx3 file
     * @param labelFile an idx1 file
     * @throws DataException if either is not there or damaged, or they do not belong together
     */
    public static LabelledImages labelled(Path imageFile, Path labelFile) {
        Images images = images(imageFile);
        Labels labels = labels(labelFile);
        if (images.count() != labels.count()) {
            throw new DataException(imageFile + " holds " + Figures.grouped(images.count()) + " images but " + labelFile
                    + " holds " + Figures.grouped(labels.count())
                    + " labels, so they do not belong together; take both files from the same set.");
        }
        return new LabelledImages(images, labels);
    }

    /**
     * Writes images, packed if the name ends in ".gz".
     *
     * @param file where to
     * @param images what to write
     */
    public static void write(Path file, Images images) {
        write(file, out -> write(out, images));
    }

    private static void write(DataOutputStream out, Images images) throws IOException {
        out.writeInt(IMAGES);
        out.writeInt(images.count());
        out.writeInt(images.height());
        out.writeInt(images.width());
        byte[] image = new byte[images.pixels()];
        for (int i = 0; i < images.count(); i++) {
            images.copyInto(i, image, 0);
            out.write(image);
        }
    }

    /**
     * Writes labels, packed if the name ends in ".gz".
     *
     * @param file where to
     * @param labels what to write
     */
    public static void write(Path file, Labels labels) {
        write(file, out -> write(out, labels));
    }

    private static void write(DataOutputStream out, Labels labels) throws IOException {
        out.writeInt(LABELS);
        out.writeInt(labels.count());
        out.write(labels.toArray());
    }

    /** SHA-256 of the plain file that holds these images and nothing else, lower-case hexadecimal. */
    static String checksum(Images images) {
        return checksum(out -> write(out, images));
    }

    /** SHA-256 of the plain file that holds these labels and nothing else, lower-case hexadecimal. */
    static String checksum(Labels labels) {
        return checksum(out -> write(out, labels));
    }

    private static String checksum(Writing writing) {
        MessageDigest digest = Sha256.digest();
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), BUFFER))) {
            writing.to(out);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(InputStream in) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        InputFile.expect(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream in = unpacked(file, raw)) {
            return reading.from(in);
        } catch (EOFException e) {
            throw new DataException(file + " is cut off; get the file again.", e);
        } catch (ZipException e) {
            throw new DataException(file + " is a damaged gzip file; get the file again.", e);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read; check the disk it is on and try again.", e);
        }
    }

    private static InputStream unpacked(Path file, InputStream raw) throws IOException {
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        if (packed) {
            return new GZIPInputStream(raw, BUFFER);
        }
        if (raw.read() < 0) {
            throw new DataException(file + " is empty; get the file again.");
        }
        raw.reset();
        return raw;
    }

    private static int word(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(4);
        if (bytes.length < 4) {
            throw new EOFException();
        }
        return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    }

    private static void expectMagic(Path file, int found, int wanted) {
        if (found == wanted) {
            return;
        }
        String expected = wanted == IMAGES ? "images" : "labels";
        if (found == IMAGES || found == LABELS) {
            throw new DataException(file + " holds " + (found == IMAGES ? "images" : "labels") + " where " + expected
                    + " are expected; perhaps two files are swapped, so check their names.");
        }
        throw new DataException(file + " is no IDX file of " + expected + ": it begins with the number " + found
                + " where " + wanted + " is expected; get the file again.");
    }

    private static int dimension(Path file, InputStream in, int least) throws IOException {
        int value = word(in);
        if (value < least) {
            throw new DataException(file + " is damaged: its head states a size of " + value + "; get the file again.");
        }
        return value;
    }

    private static byte[] body(Path file, InputStream in, long length, int head) throws IOException {
        if (length > Integer.MAX_VALUE - 8) {
            throw new DataException(file + " states " + Figures.grouped(length)
                    + " bytes of data, more than can be read; it is damaged or too large, so get another file.");
        }
        // Grows with what is there: a damaged head that promises 2 GB allocates nothing.
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new DataException(file + " is cut off: " + Figures.grouped(head + (long) bytes.length) + " of "
                    + Figures.grouped(head + length) + " bytes are there; get the file again.");
        }
        if (in.read() >= 0) {
            throw new DataException(file + " is longer than the " + Figures.grouped(head + length)
                    + " bytes that its head states; get the file again.");
        }
        return bytes;
    }

    private static void write(Path file, Writing writing) {
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream body = packed ? new GZIPOutputStream(raw, BUFFER) : raw;
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(body, BUFFER))) {
            writing.to(out);
        } catch (IOException e) {
            throw new DataException(
                    file + " cannot be written; check that its folder is there, may be written to and has room.", e);
        }
    }
}
