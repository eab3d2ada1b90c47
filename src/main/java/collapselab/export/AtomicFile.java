package collapselab.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file written whole or not at all: an older one of the name stands until the new one is complete. */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;
    /** A name is taken when two exports run at once, or one was killed; more would mean that something else is wrong. */
    private static final int ATTEMPTS = 100;

    /** What a file is to hold. */
    public interface Content {
        /** Writes everything; need not close the stream. */
        void to(OutputStream out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file beside its place and moves it there.
     *
     * @param file where to
     * @param content what; whatever it throws, nothing is left behind
     */
    public static void write(Path file, Content content) throws ExportException {
        try {
            Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
            if (target.getFileName() == null || Files.isDirectory(target)) {
                throw new IOException();
            }
            replace(target, content);
        } catch (IOException e) {
            throw ExportException.of(file, e);
        } catch (UncheckedIOException e) {
            throw ExportException.of(file, e.getCause());
        }
    }

    private static void replace(Path target, Content content) throws IOException {
        Path beside = reserve(target);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), BUFFER)) {
                content.to(out);
            }
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** An empty file of an unused name. Not a temporary file of Java's: those are closed to all other users. */
    static Path reserve(Path target) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path beside = target.resolveSibling("." + target.getFileName() + "." + attempt + ".part");
            try {
                Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW).close();
                return beside;
            } catch (FileAlreadyExistsException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Gives a finished file its name. */
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
