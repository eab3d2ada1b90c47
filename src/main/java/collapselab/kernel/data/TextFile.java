package collapselab.kernel.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A text of the user's, read whole.
 *
 * @param file where it was read from, as it was named
 * @param text what is in it, without byte order marks; never blank
 * @param checksum SHA-256 of exactly the bytes that the text was made of, lower-case hexadecimal
 */
public record TextFile(Path file, String text, String checksum) {
    /** A million points take some 40 MB; much more would not fit beside a run in the memory Java takes on a small machine. */
    private static final int MOST_MEGABYTES = 64;

    /**
     * Reads a text in UTF-8, with or without a byte order mark, or in UTF-16 with one, plain or packed by gzip.
     *
     * @throws DataException if it cannot be read, is empty, too large or no such text
     */
    public static TextFile read(Path file) {
        byte[] bytes = bytes(file);
        String text = decoded(file, isPacked(bytes) ? unpacked(file, bytes) : bytes);
        if (text.isBlank()) {
            throw new DataException(file + " is empty; choose another file.");
        }
        return new TextFile(file, text, Sha256.of(bytes));
    }

    private static byte[] bytes(Path file) {
        InputFile.expect(file);
        if (!Files.isRegularFile(file)) {
            throw new DataException(file + " is a device or a pipe where a file is expected; save it as a file first.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return whole(file, in);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read; check the disk it is on and try again.", e);
        }
    }

    private static boolean isPacked(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    private static byte[] unpacked(Path file, byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return whole(file, in);
        } catch (IOException e) {
            throw new DataException(file + " cannot be unpacked; get it again, it is damaged.", e);
        }
    }

    private static byte[] whole(Path file, InputStream in) throws IOException {
        int most = MOST_MEGABYTES << 20;
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new DataException(
                    file + " has more than the " + MOST_MEGABYTES + " MB that are read; save a part of it.");
        }
        return bytes;
    }

    private static String decoded(Path file, byte[] bytes) {
        try {
            String text =
                    charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return text.replaceFirst("^\ufeff+", "");
            }
        } catch (CharacterCodingException e) {
            throw new DataException(notText(file), e);
        }
        throw new DataException(notText(file));
    }

    /** UTF-16 if the first two bytes are its mark, in either order; spreadsheets call it Unicode Text. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static String notText(Path file) {
        return file + " is no text in UTF-8; save it as such, a spreadsheet as \"CSV UTF-8\".";
    }
}
