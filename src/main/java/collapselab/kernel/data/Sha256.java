package collapselab.kernel.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files and bytes. */
final class Sha256 {
    private Sha256() {}

    /** The checksum of a file, lower-case hexadecimal. */
    static String of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return of(channel);
        } catch (IOException e) {
            throw new DataException(file + " cannot be read; check the disk it is on and try again.", e);
        }
    }

    /** The checksum of an open file, lower-case hexadecimal; its position stays. */
    static String of(FileChannel channel) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (long at = 0; channel.read(buffer, at) >= 0; ) {
            at += buffer.flip().remaining();
            digest.update(buffer);
            buffer.clear();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The checksum of bytes, lower-case hexadecimal. */
    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** What a checksum is made with. */
    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
