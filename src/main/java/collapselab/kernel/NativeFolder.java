package collapselab.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that shared libraries are unpacked into and loaded from: what may be wrong with it, found by trying.
 *
 * @param path the folder, which need not exist
 */
public record NativeFolder(Path path) {
    private static final int CHUNK = 1 << 20;

    /**
     * Why libraries cannot be unpacked here or not be loaded from here, as the rest of a sentence after "for"; empty if they
     * can. Writes a file as large as the largest of them, and removes it again.
     *
     * @param bytes the size of the largest library
     */
    public Optional<String> obstacle(long bytes) {
        return obstacle(bytes, NativeFolder::fill);
    }

    /** How a file gets its size. */
    interface Filling {
        void fill(Path file, long bytes) throws IOException;
    }

    /** The same, with a filling of the caller's. */
    Optional<String> obstacle(long bytes, Filling filling) {
        Path probe = path.resolve(".try-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(path);
            Files.createFile(probe);
        } catch (IOException e) {
            return Optional.of("it cannot be made or written" + because(e));
        }
        try {
            // On a file system that is mounted noexec the permission alone is not enough; nothing asks Windows for it.
            boolean set = probe.toFile().setExecutable(true);
            if (!set || !Files.isExecutable(probe)) {
                return Optional.of("its disk is mounted noexec, so that nothing may be run from it");
            }
            filling.fill(probe, bytes);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("it has no room for a file of " + bytes / CHUNK + " MB" + because(e));
        } finally {
            var unused = probe.toFile().delete();
        }
    }

    private static void fill(Path file, long bytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (long written = 0; written < bytes; written += CHUNK) {
                out.write(chunk);
            }
        }
    }

    /** What the system said, without the file names that Java puts before it. */
    private static String because(IOException cause) {
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return reason == null || reason.isBlank() ? "" : " (" + reason.strip() + ")";
    }
}
